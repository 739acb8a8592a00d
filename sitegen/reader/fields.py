"""Rows with their kinds → the fields of a record."""

import re
from collections.abc import Mapping
from itertools import zip_longest

from sitegen.model import BlockKind, Caption, Line, Record
from sitegen.reader import agencies, byline, captions, dateline, delivered, exports, persons, posting, story
from sitegen.reader.decide import HEAD, TITLE, TOP, Choice
from sitegen.reader.rows import Row
from sitegen.reader.rules import lives, printed
from sitegen.reader.sheet import DEK, Kind, Sheet
from sitegen.reader.titles import EDITION
from sitegen.reader.trades import is_paper
from sitegen.steps import Steps

Pair = tuple[Row, Choice]
DECORATED = re.compile(
    r"(?:(?P<sign>[*=~#_+]{1,5}|-{2,5}) ?(?P<title>[^\W_].*[^*=~#_+\s-]) ?(?P=sign)|<(?P<named>[^<>=/]{8,})>)"
)
LABELS_BEHIND = frozenset(
    {"opinion", "column", "editorial", "letters", "commentary", "analysis", "guest column", "guest commentary"}
)
NAMED_SITE = re.compile(r"(?P<title>.{15,}) (?P<sign>[|»]|::|[-–—]) (?P<site>(?:The )?[A-Z][\w.&'’]*(?: [A-Z][\w.&'’]*){1,4})")
SITES_OWN: frozenset[Kind] = frozenset({"menu", "kicker", "furniture", "leftover", "date"})  # of lines that may name the site
TAG_LABEL = re.compile(r"^(?:[^:|/]{1,40}[:|]|[Tt][Aa][Gg][Ss]?\s?/)\s*")
REPORTED_BY = re.compile(r"This (?:report|story|article) by (.{3,40}?) was first published")
SOURCE = re.compile(
    r"Source: ((?:The )?[A-Z][\w.&'’-]*(?: [A-Z&][\w.&'’-]*){0,3})"
)  # in a portal's head: the paper that it has the story from
GLUED_TAGS = re.compile(r"(?<=[a-z])(?=[A-Z])")
TAG_BETWEEN = re.compile(r"\s*[,;|·•]\s*|\s{2,}|\s/\s")
NAME = (
    r"[^\W\d_a-z][\w.'’-]+(?: (?:(?:de|da|del|della|di|du|van|von|der|den|ter|la|le|el|al|bin|abu)(?= )"
    r"|d['’][A-Z][\w-]+|[^\W\d_a-z][\w.'’-]*))+"
)
CONTRIBUTORS_LINE = 600
NEAR = 6  # lines between a headline and its section
MENU = 3  # lines
CREDIT_NEAR, CREDIT_OVER = 4, 2  # rows from a caption to its credit, and from a credit to its caption
POINTS = frozenset({"* ", "- ", "• "})
MOST_RIGHTS, SENDER_ROWS = 12, 10  # words of a line that keeps rights; rows on top that may name who sends
FURNITURE = frozenset({"furniture", "leftover", "junk"})
NAMED_AGAIN = "name-over-life"  # which the line below it says too
MORE_OF_AUTHOR = ("more by ", "more from ", "more about ")
POSTS, POST_WORDS = 2, 4  # rows between two bylines that say who the author is; their words
BESIDE = 1  # rows between the bylines of one story
LISTED_NAMES = 4  # rows of bare names that are no authors any more
NO_SECTIONS = frozenset({"home", "photos", "video", "comment", "review", "news"})  # words of menus before all
CLOSING = re.compile(
    r"\((?:[Aa]dditional |[Ww]ith )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Ww]ritten|[Cc]ompiled"
    r"|[Rr]eported) by [^()]{4,500}\)$"
)
AFTER_NAME = re.compile(r"\s(?:(?:in|at|and|from|of)\s|(?:[Ee]diting|[Ww]riting|[Rr]eporting|[Aa]dditional)\b)")
OF_TRADE = r"(?:[Rr]esearchers?|[Pp]roducers?|[Ww]riters?|[Cc]orrespondents?|[Jj]ournalists?|[Rr]eporters?)"
CONTRIBUTORS = re.compile(rf"(?:(?:\bby:?|{OF_TRADE}|;|,| and| &)\s+|^(?!.{{0,60}}?{OF_TRADE} [A-Z]))({NAME})")
UPDATED_TITLE = re.compile(r"^(?:-- |\* )")


def gather(
    path: str,
    sheet: Sheet,
    choices: list[Choice],
    lines: tuple[Line, ...],
    *,
    given_fields: frozenset[str],
    names: bool,
    aliases: Mapping[str, str],
    timezone: str,
    language: str,
) -> Steps[Record]:
    """The record that the decision makes."""
    pairs = list(zip(sheet.rows, choices, strict=True))
    kinds = {choice.kind for choice in choices}
    title = _title(pairs)
    heads = _bylines(pairs, sheet, timezone)
    pictures = _captions(pairs) if "caption" in kinds else ()
    found, blocks = story.of(pairs, sheet.middle)
    said = story.told(blocks, [title or "", *(caption.text for caption in pictures)])
    line = story.dateline_of(pairs, blocks, said)
    # The dateline stays in the story, as it was printed; what reads on in the story needs it without.
    paragraphs = [block.text for block in (story.without(blocks, line, said) if line else blocks) if block.kind not in APART]
    blocks = story.joined(pairs, blocks)
    posted, basis, updated = posting.when(pairs, sheet, pictures, paragraphs, line=line, timezone=timezone)
    dek = _dek([(row.said, choice.rule) for row, choice in pairs if choice.kind in DEK]) if kinds & DEK else None
    shown = [line for block in blocks if block.kind == "post" for line in block.text.split("\n")]
    told = [*paragraphs, *shown, *(caption.text for caption in pictures), *([dek] if dek else ())]
    yield
    people, places, organizations = story.names_in(
        told, names=names, given=given_fields, aliases=aliases, line=line, language=language
    )
    yield
    authors = tuple(dict.fromkeys(name for head in heads for name in head.names)) or _closing_authors(pairs, sheet)
    return Record(
        path,
        title=title,
        dek=dek,
        authors=authors,
        contributors=_contributors(pairs),
        agency=_agency(pairs, sheet, heads, line),
        date=posted,
        date_basis=basis,
        updated=updated,
        dateline=(line.place or None) if line else None,
        section=_section(pairs, sheet),
        captions=pictures,
        references=found,
        corrections=_said(pairs, "correction") if "correction" in kinds else (),
        notes=_said([pair for pair in pairs if pair[1].rule != NAMED_AGAIN], "note") if "note" in kinds else (),
        tags=_tags(pairs) if "tags" in kinds else (),
        people=people,
        places=places,
        organizations=organizations,
        blocks=blocks,
        lines=lines,
        confidence=_confidence(pairs, basis),
    )


def _said(pairs: list[Pair], kind: Kind) -> tuple[str, ...]:
    return tuple([row.said for row, choice in pairs if choice.kind == kind])


ROUTED = re.compile(r"^\( ?BW ?\)(?:\([A-Z\d][A-Z\d./-]*\))+ ?")  # `(BW)(CA-TESSERA)(TSRA) Tessera reports …`


def _title(pairs: list[Pair]) -> str | None:
    title = ""
    for row, choice in pairs:
        if choice.kind == "title":
            title = _undecorated(UPDATED_TITLE.sub("", _undecorated(ROUTED.sub("", row.said))))
        elif choice.kind == "continued":
            title += " " + row.said
    return _without_site(EDITION.sub("", " ".join(title.split())), pairs) or None


def _undecorated(title: str) -> str:
    """A headline without what typists, agencies, and browsers that print, set around one: `*** Lamp goes out ***`, `Lamp goes out =`."""
    title = title.removesuffix(" =")
    if match := printed.BROWSED.fullmatch(title):
        return match["title"]
    match = DECORATED.fullmatch(title)
    if match is None or (match["sign"] and match["sign"][0] in match["title"]):  # `*Lamp* goes out *again*`
        return title
    return match["title"] or match["named"]


def _without_site(title: str, pairs: list[Pair]) -> str:
    """A headline without the site's name that browsers show behind it: it is a paper's behind a bar, or stands elsewhere too."""
    told, sign, label = title.rpartition(" | ")
    if sign and label.casefold() in LABELS_BEHIND:  # `Build the wall | Editorial`
        return told
    match = NAMED_SITE.fullmatch(title)
    if match is None:
        return title
    site = match["site"].casefold().removeprefix("the ")
    if "|" in match["sign"] and is_paper(match["site"].removeprefix("The ").split()):
        return match["title"]
    named = any(site in row.key for row, choice in pairs if choice.kind in SITES_OWN and title not in row.text)
    return match["title"] if named else title


DECKED, STOPS = frozenset({"second-deck", "further-deck"}), frozenset(".;!?—")


def _dek(lines: list[tuple[str, str]]) -> str | None:
    """The dek of lines, each with its rule; points under a headline, and decks without stops, with semicolons between."""
    bullet = lines[0][0][:2] if len(lines) > 1 and lines[0][0][:2] in POINTS else "* "
    points = len(lines) > 1 and (all(line.startswith(bullet) for line, _ in lines) or lines[-1][1] == "dek-point")
    dek = ""
    for line, rule in lines:
        words = line.removeprefix(bullet).lstrip("•● ")
        between = "; " if (points or rule in DECKED) and dek[-1:] not in STOPS else " "
        if rule == "deck-goes-on" and dek[-1:] == "-" and words[:1].islower():
            dek, between = dek[:-1], ""
        dek += f"{between}{words}" if dek else words
    return dek or None


def _bylines(pairs: list[Pair], sheet: Sheet, timezone: str) -> list[byline.Head]:
    """The bylines that speak for the story: those of its head; those further down only where it has none."""
    rows = [(row, choice) for row, choice in pairs if choice.kind in {"byline", "name"}]
    above = [row for row, choice in rows if choice.part in {TOP, TITLE, HEAD}]
    named = [row for row, choice in rows if choice.kind == "byline" and choice.part in {TOP, TITLE, HEAD}]
    if any(sheet.heads.get(row.place, byline.NOTHING).by for row in named):  # names that stand apart from `By …` are others'
        named = _together(named, sheet)
        places = {row.place for row in named}
        places |= {row.place + 1 for row in named if not row.after} | {row.place - 1 for row in named if not row.gap}
        above = [row for row in above if row.place in places]
    elif (dated := [row for row in above if _tells_when(sheet.heads.get(row.place, byline.NOTHING))]) and len(dated) < len(
        above
    ):
        above = [row for row in above if abs(row.place - dated[0].place) <= BESIDE]  # others made the pictures
    elif _count_naming(above, sheet) >= LISTED_NAMES:  # a list of names that have been in the news
        above = []
    heads = {row.place: sheet.heads.get(row.place) or byline.parse(row.text, timezone) for row, _ in rows}
    told = [heads[row.place] for row in above]
    if any(head.names for head in told):
        return told
    below = [row for row, choice in rows if choice.kind == "byline" or choice.part not in {TOP, TITLE, HEAD}]
    return (
        told + [heads[row.place] for row in below if row not in above][:1]
    )  # an agency may stand above, and who wrote for it below


def _closing_authors(pairs: list[Pair], sheet: Sheet) -> tuple[str, ...]:
    return next((lives.closing_authors(row, sheet) for row, choice in pairs if choice.rule == "closing-life"), ())


def _count_naming(rows: list[Row], sheet: Sheet) -> int:
    """How many rows name somebody whom no row above them names."""
    met: set[str] = set()
    count = 0
    for row in rows:
        names = sheet.heads.get(row.place, byline.NOTHING).names
        count += not met.issuperset(names)
        met.update(names)
    return count


def _tells_when(head: byline.Head) -> bool:
    """Whether a name stands with a date, or with its address of mail: the author's."""
    return bool(head.names) and (head.dated or head.contact)


def _agency(pairs: list[Pair], sheet: Sheet, heads: list[byline.Head], line: dateline.Dateline | None) -> str | None:
    """The agency of the byline, of the dateline, or before the date: `PTI | Updated: …`; else the one that signs the story."""
    dated = (
        sheet.heads.get(row.place, byline.NOTHING) for row, choice in pairs if choice.kind == "date" and choice.part == HEAD
    )
    stated = [head.agency for head in heads] + [line.agency if line else None]
    hands = (row.text.lstrip("—–-= ").removeprefix("Source: ") for row, choice in pairs if choice.rule in {"end-mark", "hands"})
    signed = (agencies.of(text) or agencies.of(text.partition("/")[0]) for text in hands)
    told = (REPORTED_BY.match(row.text) for row, choice in pairs if choice.rule == "first-published")
    reported = (agencies.of(match[1]) for match in told if match)
    rights = (agencies.keeper(row.text) for row, choice in pairs if choice.kind in FURNITURE and row.words <= MOST_RIGHTS)
    on_top = (agencies.sender(row.text) for row, choice in pairs[:SENDER_ROWS] if choice.kind in {"kicker", "furniture"})
    sources = (
        SOURCE.fullmatch(row.text) for row, choice in pairs[:SENDER_ROWS] if choice.kind in {"kicker", "furniture", "stray"}
    )
    supplied = (match[1] for match in sources if match)
    agency = next(
        filter(None, [*stated, *(head.agency for head in dated), *signed, *reported, *on_top, *rights, *supplied]), None
    )
    # In the lines that a file with front matter keeps; the site's may be gone there.
    agency = agencies.spelled(agency, (row.text for row, choice in pairs if choice.kind in {"byline", "name", "body"}))
    return None if agency is not None and agencies.is_station(agency) else agency


def _together(rows: list[Row], sheet: Sheet) -> list[Row]:
    """The first byline with a name and those that follow it closely; the others stand under the headlines of other stories."""
    first = next((at for at, row in enumerate(rows) if sheet.heads.get(row.place, byline.NOTHING).names), 0)
    kept = rows[: first + 1]
    for row in rows[first + 1 :]:
        between = sheet.rows[kept[-1].place + 1 : row.place]
        if len(between) >= BESIDE and not (len(between) <= POSTS and all(map(_may_be_post, between))):
            break
        kept.append(row)
    return kept


def _may_be_post(row: Row) -> bool:
    """`Correspondent`, `Marle Media Group`, `More by this author`: what may stand between two bylines of one story."""
    if row.words > POST_WORDS or row.stop or row.figure:
        return False
    return row.titled == 1.0 or row.key.startswith(MORE_OF_AUTHOR)


def _section(pairs: list[Pair], sheet: Sheet) -> str | None:
    """The kicker, where it is the name of a section and stands alone near the headline: a menu's words tell nothing."""
    title = next((row.place for row, choice in pairs if choice.kind == "title"), 0)
    sections = sheet.phrases.sections
    for row, choice in pairs[: title + NEAR + 1]:
        if choice.kind != "kicker":
            continue
        name = row.text.strip(" :|")
        if (
            name.casefold() in sections
            and name.casefold() not in NO_SECTIONS
            and title - row.place <= NEAR
            and not _in_menu(row.place, pairs)
        ):
            return name.title() if row.caps and len(row.text) > 3 else name  # noqa: PLR2004 - UK, US, TV stay
    return exports.section(sheet.rows)


def _in_menu(place: int, pairs: list[Pair]) -> bool:
    """Whether a line is one of three or more, set alike, that belong to the site."""
    first = last = place
    while first and last - first < MENU and _go_together(pairs[first - 1], pairs[first]):
        first -= 1
    while last + 1 < len(pairs) and last - first < MENU and _go_together(pairs[last], pairs[last + 1]):
        last += 1
    return last - first >= MENU - 1


def _go_together(one: Pair, other: Pair) -> bool:
    return other[0].gap in {0, one[0].gap} and all(
        choice.kind in {"kicker", "furniture", "menu"} and any(map(str.isalnum, row.text)) for row, choice in (one, other)
    )


def _captions(pairs: list[Pair]) -> tuple[Caption, ...]:
    """Each caption once, with the credit that stands in it, close below, or on the line above where no caption waits for it."""
    found: dict[str, str | None] = {}
    last, place = "", -CREDIT_NEAR
    above, stands, credited = "", -CREDIT_NEAR, -CREDIT_NEAR
    for (row, choice), below in zip_longest(pairs, [choice.kind for _, choice in pairs[1:]]):
        if choice.kind == "credit" and row.place == credited + 1 and not row.gap and found[last]:  # `Hal Brand`, `/`, `Courier`
            found[last], credited = f"{found[last]} {row.text}", row.place
        elif choice.kind == "caption":
            over = above if row.place - stands <= CREDIT_OVER else None
            listed = exports.meaning_of(row) == "picture"
            for caption in delivered.pictures(row.text) if listed else (captions.split(row.text),):
                last, place = caption.text, row.place
                found[last] = found.get(last) or caption.credit or over
        elif (
            choice.kind == "credit"
            and row.place - place < CREDIT_NEAR
            and found[last] is None
            and not _leads(row, place, below)
        ):
            found[last], credited = captions.tidy(row.text), row.place
        elif choice.kind == "credit":
            above, stands = captions.tidy(row.text), row.place
    return tuple(Caption(text, credit) for text, credit in found.items())


def _leads(row: Row, caption: int, below: Kind | None) -> bool:
    """Whether a credit stands apart from the last caption, which is not right above it, and touches the next one."""
    return below == "caption" and row.gap > 0 and not row.after and row.place > caption + 1


def _contributors(pairs: list[Pair]) -> tuple[str, ...]:
    """Those who helped: named on lines of their own, or in brackets where the last paragraph ends."""
    lines = [row.text[:CONTRIBUTORS_LINE] for row, choice in pairs if choice.kind == "contributor"]
    last = [row.text for row, choice in pairs if choice.kind == "body"][-3:]
    lines += [match[0] for text in last if text[-1] == ")" and (match := CLOSING.search(text, len(text) - CONTRIBUTORS_LINE))]
    found: dict[str, None] = {}
    for line in lines:
        for match in CONTRIBUTORS.finditer(" ".join(line.split()).replace(" ,", ",")):
            name = re.split(r"['’]s ", AFTER_NAME.split(match[1])[0])[-1].rstrip(".,")  # `CNN's Ines Ortega`
            if persons.person(name, by=True):
                found[name] = None
    return tuple(found)


def _tags(pairs: list[Pair]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for row, choice in pairs:
        if choice.kind == "tags":
            told = row.text if choice.rule == "barred-tags" else _unlabelled(row.text, glued=choice.rule == "glued-tags")
            for tag in TAG_BETWEEN.split(told):
                if tag.strip(" .#,"):
                    found[tag.strip(" .#,")] = None
    return tuple(found)


def _unlabelled(text: str, *, glued: bool) -> str:
    """A line of tags without its label; `glued` if nothing but capitals or `#` parts them."""
    if not glued:
        return TAG_LABEL.sub("", text)
    return text.replace(" #", ";") if text[0] == "#" else GLUED_TAGS.sub(";", text.partition(" ")[2])


def _confidence(pairs: list[Pair], basis: str | None) -> dict[str, float]:
    """How sure each field is, by the lead that its row's evidence had."""
    sure: dict[str, float] = {}
    for _, choice in pairs:
        if choice.kind in FIELDS:
            field = FIELDS[choice.kind]
            value = round(min(0.99, max(0.5, 0.8 + choice.lead / 25)), 2)
            sure[field] = min(sure.get(field, 1.0), value)
    if basis:
        sure["date"] = posting.BASES[basis]
    return sure


APART: frozenset[BlockKind] = frozenset({"reference", "post"})  # of the story, but not its words
FIELDS: dict[Kind, str] = {
    "title": "title",
    "dek": "dek",
    "byline": "authors",
    "name": "authors",
    "caption": "captions",
    "reference": "references",
    "item": "references",
}
