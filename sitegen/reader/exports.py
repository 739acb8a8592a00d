"""Texts that a database, a mail program or an editorial system wrote out: labels stand before the fields of the article."""

import re
from collections.abc import Collection, Mapping
from itertools import pairwise, takewhile

from msgspec.structs import replace

from sitegen.reader import byline, cited, databases, systems
from sitegen.reader.databases import FIELD, LABEL_END, OPENING, TOP, Field, ends, field_of
from sitegen.reader.labels import (
    CODES,
    MEANINGS,
    OF_EXPORTS,
    OF_FEEDS,
    OF_MAIL,
    OWN,
    SURE,
    TITLES,
    alone,
    in_order,
    silent,
)
from sitegen.reader.rows import Row, glossed
from sitegen.reader.surroundings import PROSE

STOPPED, STOPPED_WORDS = "By .", 12  # words of a head's line with a stop set apart
FEWEST, FEWEST_ALONE = 3, 5  # labels; codes, or names on lines of their own
NOTE_ROWS = 8  # below a mail's head, in which its writer says something before what he sends on
OF_OTHERS, HEADLINE_WORDS = frozenset({"title", "subject"}), 3  # labels of a book or of mail too; words
OF_BOOKS = frozenset({"publisher", "pages", "price", "isbn"})
OF_PAPERS = frozenset({"date", "published", "publication date", "source"})
BELOW_RIGHTS = 3  # rows
TITLES_ALONE = frozenset({"headline", "hed", "title"})  # labels that no newspaper prints
CODED = re.compile(r"(?P<code>[A-Z]{2,3})(?:\s+(?P<words>\S.*))?$")
SUMMARY, SUMMARY_ROWS = "search summary", 8  # over what was searched for
SECTION = re.compile(r"(?:SE|section:)\s+([^;,|]+)", re.IGNORECASE)
IN_MAIL = re.compile(r"\[(?:image|cid): ?[^\[\]]{1,200}\]")  # where a mail shows a picture
LISTED = re.compile(r"\[[^\[\]]{2,40}\] ")  # the name of a mailing list, before what its mail is about
COMMENTED, BY_READERS = frozenset({"COMMENT:", "PING:"}), ("AUTHOR:", "TITLE:")  # in the exports of blogs, below the story
PASSED_ON = ("fw:", "fwd:")  # what mail is about that somebody sends on
# `Sat, 12 Oct 91 3:04:22 EDT`: two figures of a year below 50 are of this century (RFC 5322, 4.3).
MAILED = re.compile(r"(?<=\b[A-Z][a-z]{2}, )\d{1,2} [A-Z][a-z]{2} (?=(?P<year>\d\d) \d{1,2}:\d\d)")
COMPACT = re.compile(r"\b((?:19|20)\d\d)(0[1-9]|1[0-2])([0-3]\d)\b")  # `20110614`
FEW_NOTES = 2  # times as many paragraphs below it
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
SHARE = re.compile(r"\s*\(\d{1,3}%\)")


def usual(rows: list[Row]) -> tuple[list[Row], str | None]:
    """The rows with their fields set as newspapers set them, and the headline, where the text is such an export."""
    rows = cited.as_bylines(_unmarked(_unstopped(systems.labelled(rows))))
    fields = _coded(rows) or _stacked(rows)
    fields = fields or (_may_be_labelled(rows) and (databases.fields_of(rows) or _of_mail(rows))) or _titled(rows)
    if not fields:
        return rows, None
    said = (row.place for row, below in pairwise(rows) if row.text in COMMENTED and below.text.startswith(BY_READERS))
    fields |= dict.fromkeys(range(next(said, len(rows)), len(rows)), ("", ""))
    passed = [
        place
        for place, (label, words) in fields.items()
        if label in TITLES and LISTED.sub("", words.casefold()).startswith(PASSED_ON)
    ]
    if passed:  # what the mail says of itself tells nothing of what was sent on
        story = _headline_below(rows, max(fields)) or 0  # what stands above it, they write who send it on
        fields = dict.fromkeys((*fields, *_before_sent_on(rows, max(fields)), *range(story)), ("", ""))
    unnamed = [place for place, (label, words) in fields.items() if label in TITLES and not any(map(str.isalpha, words))]
    fields |= dict.fromkeys(unnamed, ("", ""))  # `HED: (2/36/2)` says how it is to be set
    # Databases set a semicolon between a headline and its deck.
    titles = {place: words.removesuffix(";") for place, (label, words) in sorted(fields.items()) if label in TITLES and words}
    fields |= {place: (fields[place][0], words) for place, words in titles.items()}
    fields = dict.fromkeys(_above_hed(rows, titles, fields), ("", "")) | fields
    labels = {label for label, words in fields.values() if words}
    if "from" in labels:
        fields |= {row.place: ("", "") for row in rows if IN_MAIL.fullmatch(row.text)}
        if _headline_below(rows, max(titles, default=0)) is not None:  # what the mail says it is about is the sender's word
            fields |= dict.fromkeys(titles, ("", ""))
            fields |= {place: ("date", words) for place, (label, words) in fields.items() if label == "sent"}
            titles = {}
    if "from" not in labels and not TITLES_ALONE.isdisjoint(labels):  # `Subject: Accidents` says what it is about
        fields |= {place: ("", "") for place in titles if fields[place][0] == "subject"}
        titles = {place: words for place, words in titles.items() if fields[place][0]}
    headline = next(iter(titles.values()), None)
    if headline and (more := _going_on(rows, next(iter(titles)), fields)):
        place = next(iter(titles))
        if rows[place].text[-1] == ";" or _had_room(rows[place], rows[place + 1]):
            fields[place + 1] = ("dek", more)
        else:
            headline = f"{headline} {more}"
    # Where the headline stands as a newspaper sets it too, no field is one.
    kept = next((row.place for row in rows if row.text == headline), next(iter(titles), None))
    fields |= {place: ("", "") for place in titles if place != kept}
    return [_set(row, *fields[row.place]) if row.place in fields else row for row in rows], headline


def _headline_below(rows: list[Row], subject: int) -> int | None:
    """The place of a headline below a mail's head, over its author, as what a newspaper sends out has."""
    for above, row in pairwise(rows[subject + 1 : TOP]):
        if row.opening == "by" and byline.parse(row.text).names:
            headed = HEADLINE_WORDS < above.words < PROSE and not above.stop and field_of(above) is None
            return above.place if headed else None
        if row.words >= PROSE and row.stop:
            return None
    return None


def _above_hed(rows: list[Row], titles: Mapping[int, str], fields: Mapping[int, Field]) -> list[int]:
    """The places above `HED: …` in an editor's own file, where notes to the desk stand; but for the day of the issue."""
    hed = next((place for place in titles if fields[place][0] == "hed"), 0)
    told = [row.words >= PROSE and row.stop for row in rows]
    if FEW_NOTES * sum(told[:hed]) > sum(told[hed:]):  # some write the headline below the story
        return []
    return [row.place for row in rows[:hed] if not YEAR.search(row.text)]


def _going_on(rows: list[Row], place: int, fields: Mapping[int, Field]) -> str:
    """The headline's second line, set in below its label."""
    below = rows[place + 1] if place + 1 < len(rows) and place + 1 not in fields else None
    return below.text if below and not below.gap and below.indent > rows[place].indent and below.words < PROSE else ""


def _had_room(row: Row, below: Row) -> bool:
    """Whether the line below is a deck: its first word would have stood on the line above, which is no longer than that."""
    first = below.text.partition(" ")[0]
    return len(row.raw.rstrip()) + 1 + len(first) < len(below.raw.rstrip())


def _before_sent_on(rows: list[Row], last: int) -> range:
    """The places between the last field of a mail's head and the rule over what it sends on."""
    near = (row.place for row in rows[last + 1 : last + NOTE_ROWS] if row.text[:2] == "--" and "forwarded" in row.key)
    return range(last + 1, next(near, last) + 1)


def is_field(row: Row) -> bool:
    """Whether a row is a field that tells nothing of the story: as it was set, or by a label that opens no line of one."""
    if row.text.startswith(OWN) and row.said != row.text:
        return True
    match = FIELD.match(row.text)
    if match is None:
        return False
    label = match["label"].strip()
    return (
        (label.isupper() and label.casefold() in OF_EXPORTS)
        or label in {"From", "To"}
        or ("@" in row.text and label in OF_MAIL)
    )


def is_of_database(row: Row) -> bool:
    """Whether a row is a field that only databases and editorial systems write."""
    return row.said != row.text or row.text.partition(":")[0].casefold() in SURE


def meaning_of(row: Row) -> str | None:
    """What the label meant that was taken off a row; None where there was none."""
    match = FIELD.match(row.raw) if row.said == row.text != row.raw and ":" in row.raw[:LABEL_END] else None
    if match is None or row.text.startswith(match["label"]):  # white space was taken off, and no label
        return None
    return MEANINGS.get(match["label"].strip().casefold())


def section(rows: list[Row]) -> str | None:
    """The newspaper's section, as a database tells it."""
    for row in rows:
        if row.said != row.text and row.text.startswith(OWN) and (match := SECTION.match(row.said)):
            name = match[1].strip().partition("  ")[0]
            return name.title() if name.isupper() else name
    return None


def _unmarked(rows: list[Row]) -> list[Row]:
    """The rows without the signs that the wires' machines set around the lines of a head: `^By HANK TOLLAND=`."""
    marked = [row for row in rows[:TOP] if row.text[0] == "^" and row.text.strip("^<= ")]
    if not marked or (len(marked) < FEWEST and not any(row.text[-1] in "<=" for row in marked)):
        return rows
    bare = {row.place: row.text.strip("^<= ") for row in marked}
    return [replace(glossed(row, bare[row.place]), said=bare[row.place]) if row.place in bare else row for row in rows]


def _unstopped(rows: list[Row]) -> list[Row]:
    """The rows of a head without the ` .` that a program has set at their ends: `By .`, `Nell Harbin .`, `PUBLISHED: .`."""
    if not any(row.text == STOPPED for row in rows[:OPENING]):
        return rows
    above = takewhile(lambda row: row.words <= STOPPED_WORDS, rows)
    head = {row.place: row.text.removesuffix(" .") for row in above if row.text.endswith(" .")}
    return [replace(glossed(row, head[row.place]), said=head[row.place]) if head.get(row.place) else row for row in rows]


def _may_be_labelled(rows: list[Row]) -> bool:
    """Whether two known labels stand where fields are looked for: fewer make no export, of whichever sort."""
    labels = {field[0] for row in ends(rows) if ":" in row.text[:LABEL_END] and (field := field_of(row))}
    return len(labels & MEANINGS.keys()) > 1


# Of mail, of news groups and of simple exports: a block on top, or labels as only these write them.


def _of_mail(rows: list[Row]) -> dict[int, Field]:
    found: dict[int, Field] = {}
    for row in ends(rows):
        if ":" not in row.text[:LABEL_END]:
            continue
        label = row.text.partition(":")[0]
        given = row.said != row.text == row.raw and MEANINGS.get(label) != "silent"  # as `systems` set it
        if (given or label.isupper() or label in OF_MAIL) and (field := field_of(row)) and field[0] in MEANINGS:
            found[row.place] = field
    labels = {label for label, _ in found.values()}
    sure = len(labels) >= FEWEST and not labels.isdisjoint(TITLES) and not _is_quoted(rows, found)
    return (found if sure else {}) | _block(rows)


def _is_quoted(rows: list[Row], found: Mapping[int, Field]) -> bool:
    """Whether `Subject: …` or `Title: …` stands below a headline of the newspaper's: so a story quotes mail, and a review has a book's box."""
    above = next((place for place in found if found[place][0] in TITLES), 0)
    if found[above][0] not in OF_OTHERS:
        return False
    over = rows[: min(found)]
    if above >= TOP or any(row.words >= PROSE or row.opening == "by" for row in over):  # the story has begun
        return True
    labels = {label for label, _ in found.values()}
    headed = any(HEADLINE_WORDS <= row.words < PROSE and not row.stop and field_of(row) is None for row in over)
    return headed and not labels.isdisjoint(OF_BOOKS) and labels.isdisjoint(OF_PAPERS)


def _titled(rows: list[Row]) -> dict[int, Field]:
    """The headline where its label stands before it and no other field does."""
    kept = bool(rows) and rows[0].opening == "copyright"  # an agency's rights stand above its story
    for row in rows[: OPENING + BELOW_RIGHTS * kept]:
        field = field_of(row)
        may = (
            field is not None and row.words < PROSE and row.text[-1] != "." and (row.place == 0 or field[0] != "title" or kept)
        )
        if may and field is not None and field[0] in TITLES_ALONE and field[1]:
            return {row.place: field}
    return {}


def _block(rows: list[Row]) -> dict[int, Field]:
    """The fields that stand one under the other before all else: those of a book, say, stand further down in a story."""
    run: dict[int, Field] = {}
    for row in rows[:TOP]:
        field = field_of(row)
        if field is not None and (field[0] in MEANINGS or (not (run and row.gap) and row.words < PROSE)):
            run[row.place] = field
        elif any(label in MEANINGS for label, _ in run.values()) or (not run and row.place + 1 >= OPENING):
            break
        else:
            run.clear()
    labels = [label for label, _ in run.values() if label in MEANINGS]
    if {*labels} <= TITLES or TITLES.isdisjoint(labels) or _is_quoted(rows, run):
        return {}
    if not OF_FEEDS.isdisjoint(labels):
        return _of_feed(rows, run)
    return run if len({*labels}) >= FEWEST else {place: field for place, field in run.items() if field[0] in MEANINGS}


def _of_feed(rows: list[Row], run: dict[int, Field]) -> dict[int, Field]:
    """The fields of a feed's item, above the story and below it; its categories are tags."""
    below = ((row.place, field_of(row)) for row in rows[-OPENING:])
    run |= {place: field for place, field in below if field is not None and field[0] in MEANINGS}
    return {place: ("tags" if label == "category" else label, words) for place, (label, words) in run.items()}


# Labels without a colon.


def _coded(rows: list[Row]) -> dict[int, Field]:
    """The fields that begin with letters; where these stand on a line of their own, the next line is the field's."""
    if not any([row.text[:2] == "HD" for row in rows[:TOP]]):  # noqa: C419 - faster
        return {}
    found: dict[int, Field] = {}
    codes: set[str] = set()
    for row in ends(rows):
        match = CODED.match(row.text)
        if match is None or match["code"] not in CODES:
            continue
        codes.add(match["code"])
        label, words = CODES[match["code"]], match["words"] or ""
        found |= _with_next(rows, row, label) if not words else {row.place: (label, words)}
    if len(codes) < FEWEST_ALONE or "HD" not in codes:
        return {}
    asked = next((row.place for row in rows if row.place > max(found) - SUMMARY_ROWS and row.key == SUMMARY), len(rows))
    around = [*range(min(found)), *range(asked, len(rows))]  # what was searched for
    return dict.fromkeys(around, ("", "")) | {place: told for place, told in found.items() if place < asked}


def _stacked(rows: list[Row]) -> dict[int, Field]:
    """The fields whose names, `PHOTO1_CAPTION`, stand on lines of their own, each above its words."""
    names = {row.place: name for row in rows if row.caps and (name := alone(row.text)) is not None}
    if len({*names.values()} & MEANINGS.keys()) < FEWEST_ALONE or TITLES.isdisjoint(names.values()):
        return {}
    found: dict[int, Field] = {}
    begun = False
    for place, name in names.items():
        begun = begun or MEANINGS.get(name) == "body"
        if begun and MEANINGS.get(name) == "subhead":
            found[place] = ("", "")  # what stands below it is a line of the story
        else:
            found |= _with_next(rows, rows[place], name, but=names.keys())
    return found


def _with_next(rows: list[Row], row: Row, label: str, but: Collection[int] = ()) -> dict[int, Field]:
    """A label's own row, and the row below it as what it speaks of."""
    found: dict[int, Field] = {row.place: ("", "")}
    below = row.place + 1
    if MEANINGS.get(label) != "body" and below < len(rows) and below not in but:
        found[below] = (label, rows[below].text)
    return found


# As newspapers set them.


def _set(row: Row, label: str, words: str) -> Row:
    """A field's row as it would stand in a newspaper; one that tells nothing of the story keeps its label."""
    meaning = MEANINGS.get(label, "silent")
    if meaning == "body" and words:  # `Full text: The board put off …`
        return replace(glossed(row, words), said=words)
    if not words or meaning in {"body", "silent"}:
        return row if row.text.startswith(OWN) else replace(glossed(row, silent(row.text)), said=row.text)
    if meaning == "author":
        words = f"By {in_order(words)}".replace("By By ", "By ").replace("By by ", "By ")
    elif meaning == "place":
        words = (words.title() if words.islower() else words).partition(";")[0]
    elif meaning == "tags":
        tags = SHARE.sub("", words).replace("*", "").split(";")
        words = "Tags: " + ";".join(tag.strip().capitalize() if tag.isupper() else tag for tag in tags)
    elif meaning == "date" and (mailed := MAILED.search(words)):
        words = f"{words[: mailed.end()]}{'19' if mailed['year'] >= '50' else '20'}{words[mailed.end() :]}"
    elif meaning == "date" and words[0].isdigit():
        words = "Published " + COMPACT.sub(r"\1-\2-\3", words)
    return replace(glossed(row, words), said=words, raw=f"{label}: {words}")
