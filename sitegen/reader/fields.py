"""Rows with their kinds → the fields of a record."""

import re
from collections.abc import Callable, Mapping
from datetime import date

from sitegen.model import Caption, Line, Record
from sitegen.reader import byline, captions, dateline, dates, exports, persons, story
from sitegen.reader.decide import HEAD, TAIL, TITLE, TOP, Choice
from sitegen.reader.rows import Row
from sitegen.reader.sheet import DEK, Kind, Sheet
from sitegen.reader.titles import EDITION
from sitegen.steps import Steps

Pair = tuple[Row, Choice]
FOLIO_LINE, EARLIER = 200, 3  # characters; days by which a dateline is earlier than the posting
LEAD = 3  # paragraphs that tell the weekday of the news
TAG_LABEL = re.compile(r"^[^:|]{1,40}[:|]\s*")
TAG_BETWEEN = re.compile(r"\s*[,;|·•]\s*|\s{2,}|\s/\s")
NAME = (
    r"[^\W\d_a-z][\w.'’-]+(?: (?:(?:de|da|del|della|di|du|van|von|der|den|ter|la|le|el|al|bin|abu)(?= )"
    r"|d['’][A-Z][\w-]+|[^\W\d_a-z][\w.'’-]*))+"
)
CONTRIBUTORS_LINE = 600
NEAR = 6  # lines between a headline and its section
MENU = 3  # lines
CREDIT_NEAR, CREDIT_OVER = 4, 2  # rows from a caption to its credit, and from a credit to its caption
BESIDE = 1  # rows between the bylines of one story
LISTED_NAMES = 4  # rows of bare names that are no authors any more
NO_SECTIONS = frozenset({"home", "photos", "video", "comment", "review", "news"})  # words of menus before all
CLOSING = re.compile(
    r"\((?:[Aa]dditional |[Ww]ith )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Ww]ritten|[Cc]ompiled"
    r"|[Rr]eported) by [^()]{4,500}\)$"
)
AFTER_NAME = re.compile(r"\s(?:(?:in|at|and|from|of)\s|(?:[Ee]diting|[Ww]riting|[Rr]eporting|[Aa]dditional)\b)")
CONTRIBUTORS = re.compile(rf"(?:\bby:?|[Ww]riters?|[Cc]orrespondents?|[Jj]ournalists?|[Rr]eporters?|;|,| and| &|^)\s+({NAME})")
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
    title = _title(pairs)
    heads = _bylines(pairs, sheet, timezone)
    pictures = _captions(pairs)
    found, blocks = story.of(pairs, sheet.middle)
    line = story.dateline_of(pairs, blocks)
    # The dateline stays in the story, as it was printed; what reads on in the story needs it without.
    paragraphs = [block.text for block in (story.without(blocks, line) if line else blocks) if block.kind != "reference"]
    blocks = story.joined(pairs, blocks)
    posted, basis, updated = _when(pairs, sheet, pictures, paragraphs, line=line, timezone=timezone)
    dek = _dek([(row.said, choice.rule) for row, choice in pairs if choice.kind in DEK])
    told = [*paragraphs, *(caption.text for caption in pictures), *([dek] if dek else ())]
    yield
    people, places, organizations = story.names_in(
        told, names=names, given=given_fields, aliases=aliases, line=line, language=language
    )
    yield
    authors = tuple(dict.fromkeys(name for head in heads for name in head.names))
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
        corrections=tuple(row.said for row, choice in pairs if choice.kind == "correction"),
        notes=tuple(row.said for row, choice in pairs if choice.kind == "note"),
        tags=_tags(pairs),
        people=people,
        places=places,
        organizations=organizations,
        blocks=blocks,
        lines=lines,
        confidence=_confidence(pairs, basis),
    )


def _title(pairs: list[Pair]) -> str | None:
    title = ""
    for row, choice in pairs:
        if choice.kind == "title":
            title = UPDATED_TITLE.sub("", row.said)
        elif choice.kind == "continued":
            title += " " + row.said
    return EDITION.sub("", " ".join(title.split())) or None


def _dek(lines: list[tuple[str, str]]) -> str | None:
    """The dek of lines, each with its rule; points under a headline with semicolons between."""
    points = len(lines) > 1 and (all(line.startswith("* ") for line, _ in lines) or lines[-1][1] == "dek-point")
    return ("; " if points else " ").join(line.removeprefix("* ") for line, _ in lines) or None


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
    elif (told := [row for row in above if _tells_when(sheet.heads.get(row.place, byline.NOTHING))]) and len(told) < len(above):
        above = [row for row in above if abs(row.place - told[0].place) <= BESIDE]  # others made the pictures
    elif _count_naming(above, sheet) >= LISTED_NAMES:  # a list of names that have been in the news
        above = []
    below = [row for row, choice in rows if choice.kind == "byline" or choice.part not in {TOP, TITLE, HEAD}]
    return [sheet.heads.get(row.place) or byline.parse(row.text, timezone) for row in above or below[:1]]


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
    """The agency of the byline, of the dateline, or before the date: `PTI | Updated: …`."""
    dated = (
        sheet.heads.get(row.place, byline.NOTHING) for row, choice in pairs if choice.kind == "date" and choice.part == HEAD
    )
    stated = [head.agency for head in heads] + [line.agency if line else None]
    return next(filter(None, stated), None) or next((head.agency for head in dated if head.agency), None)


def _together(rows: list[Row], sheet: Sheet) -> list[Row]:
    """The first byline with a name and those that follow it closely; the others stand under the headlines of other stories."""
    first = next((at for at, row in enumerate(rows) if sheet.heads.get(row.place, byline.NOTHING).names), 0)
    kept = rows[: first + 1]
    for row in rows[first + 1 :]:
        if row.place - kept[-1].place > BESIDE:
            break
        kept.append(row)
    return kept


def _section(pairs: list[Pair], sheet: Sheet) -> str | None:
    """The kicker, where it is the name of a section and stands alone near the headline: a menu's words tell nothing."""
    title = next((row.place for row, choice in pairs if choice.kind == "title"), 0)
    sections = sheet.phrases.sections - NO_SECTIONS
    for row, choice in pairs[: title + NEAR + 1]:
        name = row.text.strip(" :|")
        if (
            choice.kind == "kicker"
            and name.casefold() in sections
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
        choice.kind in {"kicker", "furniture"} and any(map(str.isalnum, row.text)) for row, choice in (one, other)
    )


def _captions(pairs: list[Pair]) -> tuple[Caption, ...]:
    """Each caption once, with the credit that stands in it, close below, or on the line above where no caption waits for it."""
    found: dict[str, str | None] = {}
    last, place = "", -CREDIT_NEAR
    above, stands, credited = "", -CREDIT_NEAR, -CREDIT_NEAR
    for row, choice in pairs:
        if choice.kind == "credit" and row.place == credited + 1 and not row.gap and found[last]:  # `Hal Brand`, `/`, `Courier`
            found[last], credited = f"{found[last]} {row.text}", row.place
        elif choice.kind == "caption":
            caption = captions.split(row.text)
            last, place = caption.text, row.place
            over = above if row.place - stands <= CREDIT_OVER else None
            found[last] = found.get(last) or caption.credit or over
        elif choice.kind == "credit" and row.place - place < CREDIT_NEAR and found[last] is None:
            found[last], credited = captions.tidy(row.text), row.place
        elif choice.kind == "credit":
            above, stands = captions.tidy(row.text), row.place
    return tuple(Caption(text, credit) for text, credit in found.items())


def _when(
    pairs: list[Pair],
    sheet: Sheet,
    pictures: tuple[Caption, ...],
    paragraphs: list[str],
    *,
    line: dateline.Dateline | None,
    timezone: str,
) -> tuple[str | None, str | None, str | None]:
    """The date, what it rests on, and the date of the update."""
    posted = basis = updated = None
    above = False  # the headline: a masthead's day is that on which the page was looked at
    for row, choice in pairs:
        if choice.kind not in {"date", "byline", "name"} or (
            choice.part not in {TOP, TITLE, HEAD}
            and choice.rule != "first-published"
            and (choice.rule != "posted-line" or updated is not None)
        ):
            continue
        head = sheet.heads.get(row.place) or byline.parse(row.text, timezone)
        if head.posted and (posted is None or (above and choice.part == HEAD)):
            posted, basis = head.posted, "posted-line" if choice.kind == "date" else "byline-line"
            above = choice.part == TOP
        updated = updated or head.updated
    if posted is None and (day := _folio_day(pairs)):
        told = (
            dates.before(day, line.of_year, EARLIER) if line and line.of_year else None
        )  # its dateline's, a day or two before
        posted, basis = (told or day).isoformat(), "dateline" if told else "folio"
    if posted is None and line is not None and line.day:
        posted, basis = line.day.isoformat(), "dateline"
    if posted is None and updated is None:
        posted, basis = _stamped(pairs, "wire-stamp", dates.stamp)
    if posted is None and updated is None:
        posted, basis = _inferred(pairs, pictures, paragraphs)
    if posted is None and updated is None:
        posted, basis = _stamped(pairs, "coarse-date", dates.coarse)
    if (
        posted is None and updated is not None
    ):  # all that is told; in labelled texts it was the day of publication, ten times of ten
        posted, basis = updated, "updated-line"
    return posted, basis, updated


def _stamped(pairs: list[Pair], rule: str, read: Callable[[str], str | None]) -> tuple[str | None, str | None]:
    """What the first line that a rule has taken for a date says, and the rule."""
    moments = (read(row.text) for row, choice in pairs if choice.rule == rule)
    moment = next((one for one in moments if one), None)
    return moment, rule if moment else None


def _folio_day(pairs: list[Pair]) -> date | None:
    """The one full date among the furniture above the story: beside the paper's name, on a slug line."""
    for row, choice in pairs:
        if (
            choice.kind in {"furniture", "kicker", "stray"}
            and choice.part in {TOP, HEAD}
            and len(row.text) < FOLIO_LINE
            and "://" not in row.text
        ):
            for found in dates.find(row.text) if any(map(str.isdigit, row.text)) else ():
                if found.day:
                    return found.day
    return None


def _inferred(pairs: list[Pair], pictures: tuple[Caption, ...], paragraphs: list[str]) -> tuple[str | None, str | None]:
    """A date that nobody states, where two signs agree; else none."""
    named = dates.weekdays(" ".join(paragraphs[:LEAD])[:3000])
    for caption in pictures:
        found = [one for one in dates.find(caption.text) if one.day]
        if len(found) == 1 and named and found[0].day and found[0].day.weekday() in named[:2]:
            return found[0].day.isoformat(), "caption+weekday"
    for row, choice in pairs:
        if choice.kind in {"furniture", "kicker"} and choice.part != TAIL and row.words < 4:  # noqa: PLR2004 - an address has few
            day = dates.in_address(row.text)
            if day and (not named or abs((day.weekday() - named[0] + 3) % 7 - 3) <= 2):  # noqa: PLR2004 - filed a day or two later
                return day.isoformat(), "url"
    return None, None


def _contributors(pairs: list[Pair]) -> tuple[str, ...]:
    """Those who helped: named on lines of their own, or in brackets where the last paragraph ends."""
    lines = [row.text[:CONTRIBUTORS_LINE] for row, choice in pairs if choice.kind == "contributor"]
    last = [row.text[-CONTRIBUTORS_LINE:] for row, choice in pairs if choice.kind == "body"][-3:]
    lines += [match[0] for text in last if text.endswith(")") and (match := CLOSING.search(text))]
    found: dict[str, None] = {}
    for line in lines:
        for match in CONTRIBUTORS.finditer(" ".join(line.split()).replace(" ,", ",")):
            name = AFTER_NAME.split(match[1])[0].rstrip(".,")
            if persons.person(name, by=True):
                found[name] = None
    return tuple(found)


def _tags(pairs: list[Pair]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for row, choice in pairs:
        if choice.kind == "tags":
            for tag in TAG_BETWEEN.split(TAG_LABEL.sub("", row.text)):
                if tag.strip(" .#,"):
                    found[tag.strip(" .#,")] = None
    return tuple(found)


BASES = {
    "posted-line": 0.97,
    "byline-line": 0.95,
    "updated-line": 0.85,
    "folio": 0.9,
    "dateline": 0.93,
    "caption+weekday": 0.92,
    "url": 0.88,
    "wire-stamp": 0.93,
    "coarse-date": 0.85,
}


def _confidence(pairs: list[Pair], basis: str | None) -> dict[str, float]:
    """How sure each field is, by the lead that its row's evidence had."""
    sure: dict[str, float] = {}
    for _, choice in pairs:
        field = FIELDS.get(choice.kind)
        if field:
            value = round(min(0.99, max(0.5, 0.8 + choice.lead / 25)), 2)
            sure[field] = min(sure.get(field, 1.0), value)
    if basis:
        sure["date"] = BASES[basis]
    return sure


FIELDS: dict[Kind, str] = {
    "title": "title",
    "dek": "dek",
    "byline": "authors",
    "name": "authors",
    "caption": "captions",
    "reference": "references",
    "item": "references",
}
