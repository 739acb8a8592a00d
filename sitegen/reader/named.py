"""The columns of a content system's table, as clients of databases and exporters print them, each name before its value.

`pub_date     | 04/22/2009`, `post_tag: ferries, lamps`, `[headline] => Lamp goes out`, `CUTLINE_01_CREDIT: Iva Voss`, `media:credit: PTI`,
and with a tab between them.
"""

import re
from collections import Counter

from sitegen.reader.labels import MEANINGS
from sitegen.reader.rows import Row
from sitegen.reader.surroundings import PROSE
from sitegen.reader.trades import ends_in_job

TOP, FOOT = 16, 20  # rows above the story and below it
FEWEST, FEWEST_JOINED = 4, 2  # columns; names of several words, which no prose has
COLUMN = re.compile(
    r"\[?(?P<name>_?(?:[a-z]{2,8}:)?[A-Za-z]+\d?(?:[_-][A-Za-z\d]+)*)\]?(?P<sign> *\| ?| +=>?(?: |$)|: ?|\t)(?P<value>.*)"
)
RULED = re.compile(
    r"-\[ record \d+ \][-+]*(?: ?\(\d+ rows?\))?|\(\d+ rows?\)|[-+ ]{6,}|array|[()]|record \d{1,9}"
)  # around them
HUMP, PART, FIGURES = re.compile(r"(?<=[a-z])(?=[A-Z])"), re.compile(r"[_:-]"), "0123456789"
EMPTY, LOGIN = frozenset({"", "null", "nil", "none", r"\n", "n/a"}), re.compile(r"[a-z][a-z0-9_.-]*")
MIDNIGHT = " 00:00:00"  # how a table fills up a day that has no hour
SILENT, LEFT = "", "left"  # labels of what tells nothing, and of what stays as it stands
SENTENCE, STOPS = 6, frozenset('.!?"”')  # spaces in what tells something; how it ends
TAGLINE = "tagline"  # what a newspaper sets below a story, as it stands
OF_TABLE = frozenset(
    {"post", "article", "story", "node", "wp", "dc", "field", "item", "content"}
)  # the first word of a name: which table
# What columns are called, without their table, where `labels` has another name for it; and what of its names says nothing as a column's.
NAMES = {
    name: label
    for label, names in {
        "dek": "sub headline|deck|subhead|sub head|sub hed",
        "byline": "author name|byline name|creator",
        "date": "publish date|issue date|run date|published at|published on|date pub|date published",
        "photo credit": "caption credit",
        "text": "copy|encoded",
        "tags": "tag|topics|category|categories",
        TAGLINE: "tagline|author bio|bio|shirttail",
    }.items()
    for name in names.split("|")
}
# `photo_1_cap`, `CUTLINE_02_CREDIT`, `media:credit`: what shows a picture, and what of it is told.
PICTURES = frozenset("photo image img picture pic media cutline caption graphic art illustration".split())
OF_PICTURES = {
    word: label
    for label, words in {
        "caption": "caption cap captions cutline text description desc",
        "photo credit": "credit by byline photographer source courtesy",
    }.items()
    for word in words.split()
}
LOOSE = frozenset({"subject", "photo", "graphic", "illus", "color photo"})
ONCE = frozenset({"title", "dek", "date", "place"})


def named(rows: list[Row]) -> dict[int, tuple[str, str]]:
    """Such columns by the places of their rows: the label, and the value; nothing where a text has none, or no headline among them."""
    found = [match for row in rows[:TOP] if (match := COLUMN.fullmatch(_tabbed(row)))]
    signs = Counter(match["sign"].strip(" ") for match in found)
    sign = max(signs, key=lambda one: signs[one], default="")
    names = [match["name"] for match in found if match["sign"].strip(" ") == sign]
    if len(names) < FEWEST or sum(map(_is_joined, names)) < FEWEST_JOINED:
        return {}
    told = _above(rows, sign)
    if "title" not in {MEANINGS.get(label) for label, _ in told.values()}:
        return {}
    capitals = 2 * sum(map(str.isupper, names)) > len(names)
    for row in rows[max(told) + 1 :][-FOOT:]:
        column = _column(row, sign)
        if column is not None and column["name"].isupper() == capitals and (sign != ":" or _is_known(column["name"])):
            told[row.place] = _meant(column, told) or (LEFT, "")
        elif RULED.fullmatch(row.key):
            told[row.place] = SILENT, row.text
    return {place: meant for place, meant in told.items() if meant[0] != LEFT}


def _tabbed(row: Row) -> str:
    """A row's text with its tabs."""
    return row.raw.strip() if "\t" in row.raw else row.text


def _is_joined(name: str) -> bool:
    return len(_words(name)) > 1


def _is_known(name: str) -> bool:
    return _is_joined(name) or " ".join(_words(name)) in MEANINGS


def _words(name: str) -> list[str]:
    """The words of a name, without figures: `CUTLINE_01_CREDIT`, `pubDate`, `media:credit`."""
    return [word for part in PART.split(HUMP.sub("_", name).casefold()) if (word := part.strip(FIGURES))]


def _above(rows: list[Row], sign: str) -> dict[int, tuple[str, str]]:
    """The columns down to the story, and what is ruled around them."""
    told: dict[int, tuple[str, str]] = {}
    for row in rows:
        column = _column(row, sign)
        meant = _meant(column, told) if column is not None else None
        if meant is not None:
            told[row.place] = meant
            if MEANINGS.get(meant[0]) == "body":
                break
        elif RULED.fullmatch(row.key):
            told[row.place] = SILENT, row.text
        elif row.words >= PROSE or row.place >= TOP:
            break
    return told


def _column(row: Row, sign: str) -> re.Match[str] | None:
    match = COLUMN.fullmatch(_tabbed(row))
    return match if match is not None and match["sign"].strip(" ") == sign else None


def _meant(column: re.Match[str], told: dict[int, tuple[str, str]]) -> tuple[str, str] | None:
    """What a column tells: its label, silent where it says nothing of the article, and its value; None for a sentence under no known name."""
    words = _words(column["name"])
    value = column["value"].strip().removesuffix(",").strip().removesuffix(MIDNIGHT)
    label = _label(words) or _label(words[1:] if words[0] in OF_TABLE else [])
    if label == SILENT and value.count(" ") >= SENTENCE and value[-1] in STOPS:
        return None
    meaning, known = MEANINGS.get(label), {MEANINGS.get(label) for label, _ in told.values()}
    if (words[0] == "byline" or (meaning == "credit" and "picture" not in known)) and ends_in_job(value):
        return "byline", value  # below the author's name
    if meaning == "title" and "title" in known and column["name"][-1] in FIGURES:
        meaning, label = "dek", "dek"  # `HEAD2`
    again = meaning in ONCE and meaning in known
    nobody = meaning == "author" and LOGIN.fullmatch(value)
    return (SILENT if again or nobody or (meaning != "body" and value.casefold() in EMPTY) else label), value


def _label(words: list[str]) -> str:
    """The label that `exports` knows for a column; silent where its name says nothing of the article."""
    name = " ".join(words)
    if not PICTURES.isdisjoint(words) and len(words) > 1:
        return OF_PICTURES.get(words[-1], SILENT)
    return NAMES.get(name) or (name if name not in LOOSE and MEANINGS.get(name, "silent") != "silent" else SILENT)
