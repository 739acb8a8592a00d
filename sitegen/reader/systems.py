"""Fields as content systems and libraries' databases write them, set as `label: words`, which `exports` knows.

`<hed>Lamp goes out</hed>`, `@HEAD:Lamp goes out`, `field_standfirst: 'Nobody can say why'`, `wp:post_id: 48213`, `HEADLINE 2 (web): …`,
and a label on a line of its own over words that are set in.
"""

import re
from collections.abc import Callable, Iterator
from itertools import takewhile

from msgspec.structs import replace

from sitegen.reader import dates
from sitegen.reader.labels import MEANINGS, TITLES, silent
from sitegen.reader.named import TAGLINE, named
from sitegen.reader.rows import Row, glossed
from sitegen.reader.surroundings import PROSE
from sitegen.reader.words import first_names

TOP, FEWEST, FEWEST_SET = 12, 3, 4  # rows in which the first field stands; fields of a text; labels over their words
SIGNS = re.compile(
    r"^(?:<[a-z]{2}|@{1,2}[A-Za-z]|field_|(?:wp|dc):|HEADLINE 1|Author\(s\):|Report Information|PAGE:|SECTION:|SOURCE:)|^[A-Z][\w ]{2,20}:$",
    re.MULTILINE,
)
# The first letters of what it finds: most texts have none.
BEGUN_SIGNS, LONGEST_NAME = 3, 24
BEGUN = frozenset({"fie", "wp:", "dc:", "hea", "aut", "rep", "pag", "sec", "sou"})
SILENT, BY_LOGIN = "", re.compile(r"[a-z][a-z0-9_.-]*")
TAG = re.compile(r"<((?:(?:dc|wp|excerpt):)?[A-Za-z_]{3,16})>")
MANY_TAGS = re.compile(r"(?:<([a-z]{2,12})>[^<>]*</\1>\s*){2,}")
CATEGORY, CATEGORIES = (
    re.compile(r"<category(?: [^<>]*)?>(?:<!\[CDATA\[)?([^<>\]]+)(?:\]\]>)?</category>"),
    re.compile(r"(?:<category(?: [^<>]*)?>(?:<!\[CDATA\[)?[^<>]*>?</category>\s*)+"),
)
# Newsrooms' tags that aren't labels already.
TAGS = {
    "headline": "headline", "head": "headline", "byl": "byline", "byline": "byline", "cutline": "cutline", "caption": "caption",
    "photog": "photographer", "photographer": "photographer", "pubdate": "date", "sub": "text", "subhead": "text",
    "dc:creator": "dc:creator", "wp:post_date": "date", "pubDate": "date", "excerpt:encoded": "dek",
    "cred": SILENT, "tag": SILENT, "desk": SILENT, "slug": SILENT, "section": SILENT, "keyword": "tags", "keywords": "tags",
}  # fmt: skip
UNDERSCORED = re.compile(r"(?P<label>[a-z]+(?:_[a-z\d]+){0,3}): ?(?P<words>.*)")
AS_SET = {"author": "By", "date": "Published", "picture": "Caption", "credit": "Photo", "tags": "Tags", "dek": "deck"}
PLACES = frozenset(
    "field hero lead main featured article teaser short seo".split()
)  # words of a label that tell where a field is shown
OF_OTHER_FORMS = frozenset({"short", "seo", "teaser"})  # of the headline and the dek
CUE, CROSSHEADS = re.compile(r"<(?P<cue>[A-Z]{2,9})\d?> ?(?P<words>[^<>]*)"), ("SUBH", "XH", "CROSS")
# Style sheets, as programs that set papers write their names out; `exports` knows what the words of the others are by their kind.
STYLED = re.compile(r"@{1,2}(?P<style>[A-Za-z][\w -]{0,24}):(?P<words>.*)")
STYLES = (
    ("headline", ("head", "hed", "hl", "splash", "title")),
    ("dek", ("strap", "stand", "deck", "dek")),
    ("subhead", ("xh", "crosshead", "cross", "sub")),
    ("byline", ("byl", "author")),  # not its second line, `@BYTITLE`
    ("date", ("date",)),
    ("caption", ("cap", "cutline")),
    ("credit", ("pic", "photo", "credit")),
    ("text", ("txt", "text", "body", "intro", "drop", "para", "ref", "turn", "xref", "tagline", "bytitle")),
)
FEWEST_STYLED = 4  # styles where the story has none
TOLD_STYLES = frozenset({"txt", "text", "body", "bodytext"})
REFERRING = ("ref", "xref")
SPACED = re.compile(
    r"(?P<label>(?:wp|dc|excerpt|content):\w+(?: \w+)?|post_tag|category|guid isPermaLink=\w+"
    r"|category domain=(?P<sort>\w+) nicename=[^:]*): ?(?P<words>.*)"
)
OF_BLOGS = {
    "dc:creator": "dc:creator",
    "excerpt:encoded": "dek",
    "content:encoded": "text",
    "post_tag": "tags",
    "category": "tags",
}
OPTION = re.compile(r"HEADLINE (?P<number>\d)(?: \([a-z ]{2,20}\))?: (?P<words>\S.*)")
SET_LABEL = re.compile(r"(?P<label>[A-Z][A-Za-z]+(?: [A-Z]?[a-z]+){0,3}):")
OVER_WORDS = {"subject terms": "tags", "subjects": "tags", "keywords": "tags"}
STAR, POINT = "*", "*•- "
OF_LIBRARY = re.compile(r"(?P<label>[A-Z]{3,11}):(?P<words>\s.*)?")
IN_LIBRARIES = frozenset(
    "DATE PAGE SECTION SOURCE MEMO ILLUST EDITION LENGTH COLUMN SERIES TAG DESCRIPTORS KEYWORDS TYPE DAY".split()
)
REPORTED = re.compile(r"Document \d+ of \d+")

_Told = dict[int, tuple[str, str]]  # of rows, by their places: the label, and the words


def labelled(rows: list[Row]) -> list[Row]:
    """The rows, such fields as `label: words`."""
    top = rows[:TOP]
    told: _Told = next(filter(None, (read(rows) for read in WAYS)), {}) if _may_be_labelled(top) else {}
    if not told and any(["_" in row.text[:LONGEST_NAME] or row.text.startswith("dc:") for row in top]):  # noqa: C419 - faster
        told = named(rows)
    told = _cued(rows) | told if told else told
    return [_set(row, *told[row.place]) if row.place in told else row for row in rows] if told else rows


def _cued(rows: list[Row]) -> _Told:
    """`<JUMP>`, `<END>`, `<SUBHD>Who pays`: what is said to the machine that sets the lines between the fields."""
    cues = list(_matched(rows, CUE))
    return {
        row.place: ("subhead" if cue["cue"].startswith(CROSSHEADS) else SILENT, cue["words"])
        for row, cue in cues
        if not cue["words"] or cue["cue"].startswith(CROSSHEADS)
    }


def _may_be_labelled(top: list[Row]) -> bool:
    """Whether one of the first lines has a sign of what such systems write: most texts have none."""
    begun = any([row.text[0] in "<@" or row.text[-1] == ":" or row.key[:BEGUN_SIGNS] in BEGUN for row in top])  # noqa: C419 - faster
    return begun and SIGNS.search("\n".join([row.text for row in top])) is not None


def _set(row: Row, label: str, words: str) -> Row:
    if label == SILENT:
        return replace(glossed(row, silent(row.text)), said=row.text)
    if label in {AS_SET["dek"], TAGLINE}:
        return replace(glossed(row, words), said=words, raw=f"{label}: {words}")
    text = f"{label}: {words}" if words else f"{label}:"
    return replace(glossed(row, text), raw=text)


def _sure(told: _Told, fewest: int = FEWEST) -> _Told:
    """The fields, where they are enough and the headline is one."""
    labels = {label for label, _ in told.values()}
    return told if len(labels) >= fewest and not labels.isdisjoint(TITLES) else {}


def _matched(rows: list[Row], pattern: re.Pattern[str]) -> Iterator[tuple[Row, re.Match[str]]]:
    return ((row, match) for row in rows if (match := pattern.fullmatch(row.text)))


def _tagged(rows: list[Row]) -> _Told:
    """`<hed>Lamp goes out</hed>`; several in a line tell nothing of the story."""
    told: _Told = {}
    for row, match in [(row, match) for row in rows if (match := TAG.match(row.text))]:
        end, label = f"</{match[1]}>", TAGS.get(match[1], match[1])
        words = row.text[match.end() :].removesuffix(end).strip().removeprefix("<![CDATA[").removesuffix("]]>").strip()
        if label == "dc:creator" and BY_LOGIN.fullmatch(words):
            label = SILENT
        if row.text.endswith(end) and (label in MEANINGS or label == SILENT):
            told[row.place] = label, words
    told |= {row.place: (SILENT, row.text) for row, _ in _matched(rows, MANY_TAGS)}
    told |= {row.place: ("tags", "; ".join(CATEGORY.findall(row.text))) for row, _ in _matched(rows, CATEGORIES)}
    sure = _sure(told)
    if sure or not any(label == "dc:creator" for label, _ in told.values()):
        return sure
    # Of a feed's item, whose headline's tags, which pages have too, are gone: its author is set as newspapers set one.
    return {place: ("By" if label == "dc:creator" else label, words) for place, (label, words) in told.items()}


def _styled(rows: list[Row]) -> _Told:
    """`@HEAD:Lamp goes out`, `@TXT:It went out on Friday.`: a style sheet's name before the words that are set in it."""
    styles = {row.place: match["style"].casefold() for row, match in _matched(rows, STYLED)}
    if TOLD_STYLES.isdisjoint(styles.values()) and len(styles) < FEWEST_STYLED:  # whom somebody speaks to
        return {}
    told: _Told = {}
    for place, style in styles.items():
        words, row = rows[place].text.partition(":")[2].strip(), rows[place]
        label = next(
            (label for label, begun in STYLES if style.startswith(begun)), "text" if row.stop and row.words >= PROSE else SILENT
        )
        told[place] = label, f"See also: {words}" if style.startswith(REFERRING) and ":" not in words else words
    return _sure(told)


def _underscored(rows: list[Row]) -> _Told:
    """`field_hero_caption: 'The quay'`, as YAML quotes it: two signs within stand for one."""
    if not any(row.text.startswith("field_") for row in rows[:TOP]):
        return {}
    told: _Told = {}
    for row, match in _matched(rows, UNDERSCORED):
        parts = match["label"].split("_")
        label = "tags" if parts[0] == "taxonomy" else " ".join(part for part in parts if part not in PLACES)
        words = match["words"].strip()
        if words[:1] == words[-1:] == "'" and len(words) > 1:
            words = words[1:-1].replace("''", "'")
        other = label in TITLES and not OF_OTHER_FORMS.isdisjoint(parts)
        block = words in {"|", ">", "|-", ">-"}  # what follows, set in, is the story
        tells = MEANINGS.get(label, "silent") != "silent" and not other
        told[row.place] = (label if tells else SILENT, "" if block else words)
    return _sure(told) or _untitled(told)


def _untitled(told: _Told) -> _Told:
    """The fields as newspapers set them, where none is the headline, which stands above them by itself."""
    known = {MEANINGS[label] for label, words in told.values() if label in MEANINGS and words}
    if len(told) < FEWEST or "author" not in known:
        return {}
    return {place: (AS_SET.get(MEANINGS.get(label, "silent"), SILENT), words) for place, (label, words) in told.items()}


def _of_blog(rows: list[Row]) -> _Told:
    """`wp:post_id: 48213`; an author's login is no name."""
    found = {row.place: (match["sort"] or match["label"], match["words"].strip()) for row, match in _matched(rows, SPACED)}
    if sum(label.startswith("wp:") for label, _ in found.values()) < FEWEST - 1:
        return {}
    story = next((place for place, (label, _) in found.items() if label == "content:encoded"), len(rows))

    def meant(place: int, label: str, words: str) -> str:
        login = label == "dc:creator" and BY_LOGIN.fullmatch(words) is not None
        again = label == "excerpt:encoded" and place > story  # which has its words
        return SILENT if login or again else OF_BLOGS.get(label, SILENT)

    return {place: (meant(place, label, words), words) for place, (label, words) in found.items()}


def _over_words(rows: list[Row]) -> _Told:
    """A label on a line of its own, over its words."""
    told: _Told = {}
    for row, match in _matched(rows, SET_LABEL):
        label = match["label"].casefold()
        label = OVER_WORDS.get(label, label)
        below = _under(row, rows[row.place + 1 :])
        if below and not SET_LABEL.fullmatch(below[0].text):
            told[row.place] = (SILENT, row.text)
            for one in below:
                known = label in MEANINGS and (label == "tags" or one is below[0])
                told[one.place] = (label if known else SILENT, one.text.strip(POINT))
    return _sure(told, FEWEST_SET)


def _under(label: Row, below: list[Row]) -> list[Row]:
    """The lines that are set in below a label, or have stars; else the next."""
    inner = takewhile(lambda one: one.indent > label.indent and not one.gap, below)
    return [*inner] or [*takewhile(lambda one: one.text[0] == STAR, below)] or below[:1]


def _options(rows: list[Row]) -> _Told:
    """`HEADLINE 1: …`, `HEADLINE 2 (web): …`: the first of an agency's headlines is the story's."""
    return {
        row.place: ("headline" if match["number"] == "1" else SILENT, match["words"])
        for row, match in _matched(rows[:TOP], OPTION)
    }


def _reported(rows: list[Row]) -> _Told:
    """`Report Information from …` with the day on which it was made, down to `Document 1 of 1`; `Author(s): …`."""
    told = {row.place: ("author", row.text.partition(": ")[2]) for row in rows[:TOP] if row.text.startswith("Author(s): ")}
    end = next((row.place for row in rows[:TOP] if REPORTED.fullmatch(row.text)), -1)
    if rows[0].key.startswith("report information") or (len(rows) > 1 and rows[1].key.startswith("report information")):
        told |= {row.place: (SILENT, row.text) for row in rows[: end + 1]}
    return told


def _of_library(rows: list[Row]) -> _Told:
    """`PAGE: 1B`, `SOURCE: NELL HARBIN, STAFF WRITER`, `MEMO: …` above a rule and the headline, as newspapers' own libraries kept them."""
    found = {row.place: match for row, match in _matched(rows[:TOP] + rows[max(TOP, len(rows) - TOP) :], OF_LIBRARY)}
    labels = {match["label"] for match in found.values()}
    if len(labels & IN_LIBRARIES) < FEWEST_SET or not TITLES.isdisjoint(map(str.casefold, labels)):
        return {}
    told: _Told = {}
    dated = next(((place, days[0].day) for place in found if (days := dates.days(rows[place].text)) and days[0].day), None)
    for place, match in found.items():
        words = (match["words"] or "").strip()
        if match["label"] == "SOURCE" and words.partition(" ")[0].casefold() in first_names():
            told[place] = "By", words.partition(",")[0]
        elif match["label"] in {"DESCRIPTORS", "KEYWORDS"}:
            told[place] = "Tags", words
        else:
            told[place] = SILENT, words
    if dated is not None:
        told[dated[0]] = "Published", dated[1].isoformat()
    return told


# The ways in which such systems write, each asked in turn.
WAYS: tuple[Callable[[list[Row]], _Told], ...] = (
    _tagged,
    _styled,
    _underscored,
    _of_blog,
    _over_words,
    _options,
    _reported,
    _of_library,
)
