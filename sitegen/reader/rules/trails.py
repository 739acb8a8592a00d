"""The rule for what names a page above its headline: the way to it on its site, what a browser shows of it."""

from sitegen.reader import captions, whole
from sitegen.reader.rows import Row
from sitegen.reader.rules import printed
from sitegen.reader.sheet import Sheet
from sitegen.reader.titles import title_key
from sitegen.reader.trades import PAPERS, is_paper

TITLE_ROWS, SITE_WORDS = 3, 6
TRAIL_ROWS, TRAIL_WORDS, TRAIL_END = 3, 6, 16  # down to the headline; before it on the trail; its least characters
TRAIL_LABEL, BARRED_ROWS = 30, 10  # characters with a sign of a trail; rows down to the headline then
FAR, HEADLINE_WORDS = 30, 3  # rows from the top; words of a headline that is surely more than a section's name


MOST_TITLED = 6  # words of a site's name
SITES = frozenset({"report", "magazine", "review", "online", "today", "newspaper", "radio"})  # the last words of sites' names
HOME = ("home » ", "home › ", "home > ", "home / ", "home :: ")
NEAR, LEAST, SECTION_WORDS = 7, 5, 4  # rows down to a trail; words of a headline right below one, of a section's name
BELOW_STEPS, BELOW, OVER = 6.0, 2.5, 5.0  # evidence


def beside(row: Row, sheet: Sheet) -> float:
    """What the way to a page, `Home / News / Local News`, says of a headline: it stands below, mostly right below."""
    above = sheet.rows[row.place - 1] if row.place else row
    if above is not row and _are_steps(above):
        return BELOW_STEPS
    if above is not row and row.words >= LEAST and _is_way(above) and " by " not in row.key:
        over = sheet.rows[max(0, above.place - 2) : above.place]
        return 0.0 if any(_may_be_headline(one) for one in over) else BELOW
    down = next(
        (place for place, one in enumerate(sheet.rows[row.place + 1 : row.place + NEAR]) if one.key.startswith(HOME)), None
    )
    return -OVER if down is not None and (down > 1 or not _may_be_headline(row)) else 0.0


def _may_be_headline(row: Row) -> bool:
    return row.words >= LEAST and not row.stop


def _is_way(row: Row) -> bool:
    """`Home » News`, `Software > Games`: the names of a few sections, one within the other."""
    if row.key.startswith(HOME):
        return True
    parts = row.text.split(" > ")
    return len(parts) > 1 and row.titled == 1.0 and all(len(part.split()) <= SECTION_WORDS for part in parts)


def _are_steps(row: Row) -> bool:
    """`« Ferry waits | Main | Pier opens »`: what a blog has before and after, right above the headline."""
    return row.text[0] == "«" and row.text[-1] == "»" and " | " in row.text


def trail(row: Row, sheet: Sheet) -> float:
    """`Home Science How bees sleep` above the headline `How bees sleep`: where the page stands on its site."""
    head = sheet.heads.get(row.place)
    if head is not None and head.by and head.names:  # `By — Hal Brand, Associated Press` over his name alone
        return 0.0
    if (row.place == 0 and _is_pages_title(row, sheet)) or (row.place < TITLE_ROWS and _ends_in_site(row, sheet)):
        score = 9.0
    elif _leads_to_headline(row, sheet) or row.key.startswith(HOME) or row.text.count(" \\") > 1:
        score = 6.0
    elif row.place and sheet.rows[row.place - 1].key == "currently reading":
        score = 4.0
    else:
        return 0.0
    credited = whole.label_of(row.opening) in whole.CREDITING and captions.WHOLE.match(row.text)
    return 0.0 if credited else score  # `Photo credit: Hal Brand | Courier`


def _is_pages_title(row: Row, sheet: Sheet) -> bool:
    """`Marle Courier online - Lamp goes out` on top, over the headline `Lamp goes out - Ferry waits`."""
    told = title_key(row.text.partition(" - ")[2]) if " - " in row.text else ""
    return len(told) > TRAIL_END and any(sheet.forms.get(place, "").startswith(told) for place in range(1, FAR))


def _ends_in_site(row: Row, sheet: Sheet) -> bool:
    """`Lamp goes out - Marle Courier` on top, over the headline `Lamp goes out`: what a browser shows of a page."""
    sign = printed.SITE.search(row.text)
    if sign is None:
        return False
    for below in sheet.rows[row.place + 1 : row.place + FAR]:
        if below.words < HEADLINE_WORDS or not row.key.startswith(below.key):
            continue
        rest = row.text[len(below.text) :]
        if printed.SITE.match(rest):
            if (
                row.place == 0 and below.place == 1 and _is_titled(rest)
            ):  # nothing stands between: what is behind the sign is the site
                return True
            return any(_names_site(site.strip(), row, sheet) for site in printed.SITE.split(rest) if site.strip())
    return False


def _is_titled(rest: str) -> bool:
    """Whether a few words behind a sign begin with capitals each and end as the names of papers and their like do."""
    words = [word for word in rest.split() if word[0].isalpha()]
    named = 0 < len(words) <= MOST_TITLED and all(word[0].isupper() or word in {"of", "the", "and", "for"} for word in words)
    return named and (words[-1].casefold() in PAPERS or words[-1].casefold() in SITES)


def _names_site(site: str, row: Row, sheet: Sheet) -> bool:
    """Whether a few words are a paper's or an agency's name or an address, or stand elsewhere among the lines on top."""
    words = site.removeprefix("The ").split()
    if len(words) > SITE_WORDS:
        return False
    if is_paper(words) or site.casefold() in sheet.phrases.agencies or (len(words) == 1 and "." in site[:-1]):
        return True
    return any(one.key == site.casefold() for one in sheet.rows if one is not row)


def _leads_to_headline(row: Row, sheet: Sheet) -> bool:
    """Whether one of the lines below, which may be the headline, ends a line after a few other words."""
    forms = sheet.forms
    form = forms.get(row.place, "")
    if len(form) <= TRAIL_END:
        return False
    label = row.text[:TRAIL_LABEL]
    barred = "|" in label or ">" in label or "»" in label or "›" in label
    if row.stop and not barred:  # no headline's end, but a sentence's
        return False
    for place in range(row.place + 1, row.place + 1 + (BARRED_ROWS if barred else TRAIL_ROWS)):
        end = forms.get(place)
        if end and form.endswith(end) and len(end) > TRAIL_END and _ends(form, end):
            return True
    return False


def _ends(form: str, end: str) -> bool:
    """Whether a few words and the end make up a line."""
    if form.startswith("home") and form.endswith(end):  # `HomeNewsLamp goes out`, where a page's signs were lost
        return True
    return form.endswith(f" {end}") and len(form[: -len(end)].split()) <= TRAIL_WORDS
