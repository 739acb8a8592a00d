"""Articles that a program wrote out as an object of JSON (RFC 8259) or as an item of XML: their fields as a newspaper's system labels them.

`{"headline": "Lamp goes out", "body": ["It went out on Friday."]}`, `<item><title>Lamp goes out</title><content:encoded>…`.
"""

import html
import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import groupby, pairwise

from msgspec import Struct

from sitegen.reader.systems import BY_LOGIN

_Meaning = str  # a label that `exports` knows in capitals, or one of those below
BODY, UPDATED, RELATED, CORRECTION, OTHER = "body", "updated", "related", "correction", "other"
_NAMES: dict[_Meaning, tuple[str, ...]] = {
    "headline": ("headline|title|hed|heading|head|post title",),
    "dek": (
        "standfirst|dek|deck|subtitle|sub title|subheadline|sub headline|subheading|summary|abstract|excerpt|description|strapline|trail text",
        "excerpt encoded|post excerpt|lede",
    ),
    "byline": ("byline|author|authors|writer|writers|creator|creators|dc creator|reporter|by|author name|byline text",),
    "date": (
        "date|date published|published|first published|published at|published on|publish date|publication date|pub date|published date",
        "posted|first publication date|post date|wp post date|issue date|web publication date",
    ),
    UPDATED: ("updated|last modified|modified|date modified|updated at|last updated|modified date|modified at",),
    BODY: (
        "body|content|text|article body|story|paragraphs|full text|html|body html|body text|article text|content encoded|post content",
        "lead paragraph",
    ),
    "caption": ("caption|photo caption|image caption|cutline",),
    "credit": ("credit|photo credit|image credit|photographer",),
    CORRECTION: ("correction|corrections|clarification",),
    OTHER: ("note|notes|editors note|editor note|tagline|shirttail|author bio|bio|footnote",),
    "tags": ("tags|keywords|topics|subjects|tag",),
}
MEANINGS = {name: meaning for meaning, names in _NAMES.items() for name in "|".join(names).split("|")}
# Names that say nothing of a value themselves: what it is, the name above says.
INNER = frozenset("main value rendered name text html content original full title label en #text $t p".split()) | {
    "",
    "display name",
}
TELLING_LITTLE = frozenset({"text", "html", "content"})  # a story's, or those of what the name above says
PICTURES = frozenset(
    "image images photo photos picture pictures media multimedia gallery main image lead image featured image".split()
)
OTHERS = frozenset({"related", "related articles", "related stories", "see also", "related content"})
AROUND = frozenset(
    "article articles post posts data doc docs document response result results item items fields attributes page record node embedded"
    " blocks sections".split()
)
ORDER = ("headline", "dek", "byline", "date", UPDATED, "caption", BODY, CORRECTION, OTHER, RELATED, "tags")
LOOSE = frozenset({"title", "description", "summary", "abstract", "excerpt"})
ONCE = frozenset({"headline", "dek", "date", UPDATED})
LONGEST_DEK, FEWEST_TOLD, MOST_FIELDS = 80, 12, 400  # words; words of a story; tags of an item
FEWEST_OTHER, STOPS = 8, frozenset('.!?"”')  # words of what tells something under an unknown name; how it ends
TOKEN = re.compile(r'"(?P<string>(?:[^"\\]|\\.)*+)"|(?P<sign>[{}\[\],:])|[^\s{}\[\],:"]+')
WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[#$]?[^\W_]")
MOMENT, SECONDS = re.compile(r"\d{10}(?:\d{3})?"), 10  # since 1970, maybe in thousandths; figures
SPACE = "\ufeff \t\r\n"
OFF = frozenset(
    "seo meta og twitter facebook social rights copyright license licence policy promo newsletter teaser comment comments alt url"
    " photo image picture media audio video".split()
)
TAGS_END = re.compile(r"[,;|]")
MARK = re.compile(r"\[\[[^\[\]]*\]\]|\{\{[^{}]*\}\}|<!--.*?-->")  # where a system sets something else
ITEM = re.compile(r"\s*(?:<\?xml[^<>]*>\s*)?<(?P<name>item|entry|post|record|row|node|doc)\b[^<>]*>")
OPENING = re.compile(r"<(?P<name>[a-z][\w:.-]{0,30})(?P<asked>\s[^<>]*)?>\s*(?P<data><!\[CDATA\[)?")
MARKUP = re.compile(r"</(?:p|a|em|strong|i|b|h[1-6]|li|div|span|blockquote)>|<br ?/?>", re.IGNORECASE)
BLOCK = re.compile(r"</?(?:p|h[1-6]|li|[uo]l|div|blockquote|figure|table|t[rd])\b", re.IGNORECASE)
LABELLED = re.compile(r"[A-Z]{3,9}: ")
TAGGED = re.compile(r"<[^<>]*>")


class _Field(Struct, frozen=True, gc=False):
    """A value with what it means, and the line (0-based) on which it begins."""

    meaning: _Meaning
    words: str
    line: int
    place: int = 0  # among the fields
    lines: bool = False  # each line of the words is one of the text's
    of: str = ""  # the name farthest above it that tells what it is


Lines = list[tuple[str, int]]  # with the line (0-based) of the text on which each began


def lines_of(text: str) -> Lines | None:
    """The article as a newspaper's system would label it, line by line; None where the text is none such, or several."""
    start = text[:64].lstrip(SPACE)[:1]
    if start in {"{", "["}:
        fields, end = _of_json(text)
    elif start == "<" and (opened := ITEM.match(text)):
        fields, end = _of_xml(text, opened)
    else:
        return None
    found = {meaning: [field for field in fields if field.meaning == meaning] for meaning in (*ORDER, "credit")}
    found[BODY] = _once(found[BODY])
    found[OTHER] = _further(found[OTHER], found[BODY])
    tagged = any(MARKUP.search(field.words) for field in found[BODY])
    told = sum([field.words.count(" ") + 1 for field in found[BODY]])
    if not found["headline"] or told < FEWEST_TOLD:
        return None
    lines = [line for meaning in ORDER for line in _set(meaning, found)]
    first = text.count("\n", 0, end)
    below = [(line, first + n) for n, line in enumerate(text[end:].split("\n")) if n]  # it stands behind the object
    return [*([(_as_tagged(line), n) for line, n in lines] if tagged else lines), ("", first), *below]


def _as_tagged(line: str) -> str:
    """A line of an article some of which is set in HTML: that it is a paragraph, HTML says too."""
    return line if not line.strip() or BLOCK.search(line) or LABELLED.match(line) else f"<p>{line}</p>"


def _once(fields: list[_Field]) -> list[_Field]:
    """The story's words without those that stand there again, as text and as HTML."""
    told = {
        name: _letters(" ".join([field.words for field in fields if field.of == name]))
        for name in {field.of for field in fields}
    }
    names = sorted(told, key=lambda name: (-len(told[name]), name))
    kept = [name for place, name in enumerate(names) if not any(told[name] in told[other] for other in names[:place])]
    return [field for field in fields if field.of in kept]


def _further(fields: list[_Field], story: list[_Field]) -> list[_Field]:
    """What has a name of no known meaning and tells something that the story doesn't have."""
    told = _letters(" ".join([field.words for field in story]))
    return [field for field in fields if _letters(field.words) not in told]


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, html.unescape(TAGGED.sub("", words))))


def _set(meaning: _Meaning, found: dict[_Meaning, list[_Field]]) -> Iterator[tuple[str, int]]:
    """The lines of all fields of a meaning."""
    fields = sorted(found[meaning], key=_is_loose)[:1] if meaning in ONCE else found[meaning]
    if meaning == "tags":
        for line, several in groupby(fields, lambda field: field.line):
            words = [tag.strip() for field in several for tag in TAGS_END.split(field.words) if tag.strip()]
            yield f"TAGS: {'; '.join(words)}", line
        return
    if meaning == "byline" and fields:
        yield f"BYLINE: {' and '.join([field.words for field in fields])}", fields[0].line
        return
    for field in fields:
        if meaning in {BODY, OTHER}:
            yield from _paragraphs(field)
            continue
        label = {UPDATED: "Updated", RELATED: "Related", CORRECTION: "Correction"}.get(meaning, meaning.upper())
        yield f"{label}: {' '.join(TAGGED.sub('', field.words).split())}", field.line
        if meaning == "caption":  # its maker stands behind it
            yield from ((f"CREDIT: {one.words}", one.line) for one in found["credit"] if one.place == field.place + 1)
    if fields and meaning in {"caption", UPDATED, "date"}:
        yield "", fields[-1].line


def _is_loose(field: _Field) -> bool:
    """Whether a name may be the page's too, whose title has the newspaper's name, or short words for machines."""
    return field.of in LOOSE


def _paragraphs(field: _Field) -> Iterator[tuple[str, int]]:
    """The lines of a story's words, with a gap behind each paragraph."""
    for n, line in enumerate(field.words.split("\n")):
        yield line.strip("\r"), field.line + n * field.lines
    yield "", field.line + field.words.count("\n") * field.lines


def _meaning(known: list[str]) -> _Meaning | None:
    """What a value is, by the names above it, the nearest first; None where another thing than the article is told of."""
    inner = next((place for place, name in enumerate(known) if name not in INNER - MEANINGS.keys()), len(known) - 1)
    outer = next((place for place, name in enumerate(known) if place > inner and name not in INNER - MEANINGS.keys()), inner)
    if known[inner] in TELLING_LITTLE and known[outer] in MEANINGS:
        inner = outer
    named = known[inner]
    meaning, above = MEANINGS.get(named), {*known[inner + 1 :]} - INNER - AROUND
    if not OTHERS.isdisjoint(above):
        return RELATED if meaning == "headline" else None
    if meaning in {"caption", "credit"}:
        return meaning if not above - PICTURES - {"body", "content"} else None
    if above - ({"body", "content", "paragraphs"} if meaning == BODY else set()):
        return None
    return meaning or (OTHER if OFF.isdisjoint(named.split()) else None)


def is_object(text: str) -> bool:
    """Whether a text is an object of JSON, or a list."""
    return text[:1] in {"{", "["} and _parsed(text) is not None


def _parsed(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _of_json(text: str) -> tuple[list[_Field], int]:
    """The fields of an object and where it ends; none of several objects in a list, which are several articles."""
    start = len(text) - len(text.lstrip(SPACE))
    try:
        value, end = json.JSONDecoder().raw_decode(text, start)
    except (ValueError, RecursionError):
        return [], 0
    if isinstance(value, list) and len([one for one in value if isinstance(one, dict)]) != 1:
        return [], 0
    text = text[:end]
    fields: list[_Field] = []
    line = counted = 0
    for names, words, start in _values(text):
        line, counted = line + text.count("\n", counted, start), start
        meaning = _meaning(names)
        meaning = OTHER if meaning == "dek" and words.count(" ") > LONGEST_DEK else meaning
        if meaning and not MARK.fullmatch(words.strip()) and _tells(meaning, words):
            of = next((name for name in reversed(names) if name in MEANINGS), "")
            fields.append(_Field(meaning, words, line, len(fields), of=of))
    return fields, end


def _values(text: str) -> Iterator[tuple[list[str], str, int]]:
    """Each string of an object that is no name, and each number that may be a moment, with the names above it, the nearest first."""
    names: list[str] = []
    within: list[str | None] = [None]
    name = ""
    for token, following in pairwise([*TOKEN.finditer(text), None]):
        if token is None:
            return
        sign = token["sign"]
        if sign in {"{", "["}:
            names.append(name)
            within.append(sign)
        elif sign in {"}", "]"}:
            names.pop()
            within.pop()
        if sign is not None:
            name = name if sign == ":" else ""
        elif token["string"] is not None:
            words = json.loads(token[0])
            if within[-1] == "{" and not name and following is not None and following["sign"] == ":":
                name = " ".join(WORDS.findall(words)).casefold() or " "
            else:
                yield [name, *names[::-1]], words, token.start()
        elif MOMENT.fullmatch(token[0]) and MEANINGS.get(name) in {"date", UPDATED}:
            yield [name, *names[::-1]], _moment(int(token[0][:SECONDS])), token.start()


def _moment(seconds: int) -> str:
    """Seconds since 1970, as programs count, as ISO 8601 (UTC)."""
    return datetime.fromtimestamp(seconds, UTC).isoformat()


def _of_xml(text: str, opened: re.Match[str]) -> tuple[list[_Field], int]:
    """The fields of an item and where it ends; none of several."""
    closing = f"</{opened['name']}>"
    end_of_all = text.find(closing, opened.end()) + len(closing)
    if end_of_all < len(closing) or text.find(f"<{opened['name']}>", opened.end()) >= 0:
        return [], 0
    fields: list[_Field] = []
    place, line, counted = opened.end(), 0, 0
    while len(fields) < MOST_FIELDS and (tag := OPENING.search(text, place)) is not None:
        name, start = tag["name"], tag.end()
        end = text.find("]]>" if tag["data"] else f"</{name}>", start)
        if end < 0:
            break
        words, place = text[start:end], end
        named = " ".join(WORDS.findall(name.replace(":", " "))).casefold()
        meaning = MEANINGS.get(named, OTHER if OFF.isdisjoint(named.split()) else None)
        if name == "category":
            meaning = "tags" if tag["asked"] and 'tag"' in tag["asked"] else None
        if not tag["data"] and "<" in words and meaning != BODY:
            place = start  # other tags stand in it
            continue
        line, counted = line + text.count("\n", counted, start), start
        words = words if tag["data"] else html.unescape(words)
        meaning = OTHER if meaning == "dek" and words.count(" ") > LONGEST_DEK else meaning
        if meaning and _tells(meaning, words):
            words = words if meaning == BODY else " ".join(words.split())
            fields.append(_Field(meaning, words, line, lines=meaning == BODY, of=name))
        else:
            fields.append(_Field("", "", line))
    return (fields, end_of_all) if len(fields) < MOST_FIELDS else ([], 0)


def _tells(meaning: _Meaning, words: str) -> bool:
    """Whether the words are of the article: no login for its author, no story for its dek."""
    if meaning == "byline":
        return BY_LOGIN.fullmatch(words) is None and bool(words.strip()) and "@" not in words and "://" not in words
    if meaning == OTHER:
        return words.count(" ") >= FEWEST_OTHER and words.rstrip()[-1:] in STOPS
    return bool(words.strip()) and not (meaning == "dek" and words.count(" ") > LONGEST_DEK)
