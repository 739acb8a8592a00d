"""How near a record comes to what a person says of a text: hits and tries, field by field.

A label that is missing isn't scored. Figures add up: over cases, sites, tiers.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from msgspec import UNSET, Struct, UnsetType, field

from sitegen.model import Record

SIGNS = str.maketrans("‘’‚‛′“”„‟″«»–—―‐‑‒−", "'" * 5 + '"' * 7 + "-" * 7)
UNSEEN = re.compile("[\u200b-\u200f\ufeff\u00ad]")
BY = re.compile(r"^\s*by[:\s]+|,?\s*\b(?:ph\.?\s?d|m\.?d|jr|sr)\b\.?$", re.IGNORECASE)
ALIKE, ALIKE_DEK = 0.8, 0.9  # share of words in common from which two texts are the same one
NEUTRAL_CAPTION = 0.6
KEPT = 0.5  # of a paragraph's words, in threes; below it is lost
BRACKETED = re.compile(r"\[[^\[\]\n]+\]")
NO_CREDIT = frozenset("photo image credit picture via by photograph courtesy file the".split())
MORE_CREDIT = 4  # words that a credit may have more than its label
DAY = 10  # characters
BODY = ("body", "subhead")
INFERRED = frozenset({"caption+weekday", "rights+weekday", "url"})
AGENCIES = {"ap": "associated press", "the associated press": "associated press", "canadian press": "the canadian press"}

Item = TypeVar("Item")


class Words(Struct, frozen=True):
    """A labelled caption or reference."""

    text: str | None
    credit: str | None = None


class Gold(Struct, frozen=True):
    """What is known of a text. What is unset isn't scored."""

    title: str | UnsetType | None = UNSET
    title_alt: list[str] | str | None = None
    authors: list[str] | UnsetType = UNSET
    author_neutral: list[str] = field(default_factory=list)
    agency: str | UnsetType | None = UNSET
    date: str | UnsetType | None = UNSET
    date_alt: list[str] | str | None = None
    date_from_updated: bool = False
    dateline: str | UnsetType | None = UNSET
    dek: str | UnsetType | None = UNSET
    body: list[str] | UnsetType = UNSET
    neutral: list[str] = field(default_factory=list)
    subheads: list[str] = field(default_factory=list)
    captions: list[Words] | UnsetType = UNSET
    captions_neutral: list[str] = field(default_factory=list)
    references: list[Words] | UnsetType = UNSET
    people: list[str] | UnsetType = UNSET
    places: list[str] | UnsetType = UNSET
    organizations: list[str] | UnsetType = UNSET
    lines: list[tuple[int, tuple[str, ...]]] = field(
        default_factory=list
    )  # each line's roles that will do, the likeliest first


class Case(NamedTuple):
    """A labelled text."""

    id: str
    tier: str
    site: str
    text: str
    gold: Gold


class Score(NamedTuple):
    """Hits among tries."""

    hits: float
    of: float


Scores = dict[str, Score]


def score(case: Case, record: Record) -> Scores:
    """All that can be scored of a record."""
    found: Scores = {}
    for part in (_title, _authors, _agency, _date, _dateline, _dek, _body, _captions, _references, _names, _lines):
        found |= dict(part(case, record))
    found["lossless"] = Score(_is_lossless(case.text, record), 1)
    return found


Found = Iterator[tuple[str, Score]]


def plain(text: str | None) -> str:
    """A text with plain signs."""
    return unicodedata.normalize("NFKC", text or "").translate(SIGNS)


def words(text: str | None) -> list[str]:
    """Its words, without accents, capitals and apostrophes."""
    bare = "".join(sign for sign in unicodedata.normalize("NFD", plain(text)) if not unicodedata.combining(sign))
    return re.findall(r"\w+", bare.casefold().replace("'", ""))


def form(text: str | None) -> str:
    """Its words in a row."""
    return " ".join(words(text))


def likeness(one: str | None, other: str | None) -> float:
    """The share of words that two texts have in common (F1)."""
    return f1(*overlap(Counter(words(one)), Counter(words(other))))


def overlap(found: Counter[str], wanted: Counter[str]) -> tuple[float, float]:
    """Precision and recall of counted words."""
    if not found and not wanted:
        return 1.0, 1.0
    common = (found & wanted).total()
    return common / found.total() if found else 0.0, common / wanted.total() if wanted else 0.0


def f1(precision: float, recall: float) -> float:
    """Their harmonic mean."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _listed(value: list[str] | str | None) -> list[str]:
    return [value] if isinstance(value, str) else value or []


def _title(case: Case, record: Record) -> Found:
    gold = case.gold
    if isinstance(gold.title, UnsetType):
        return
    wanted = {_exact(title) for title in (gold.title or "", *_listed(gold.title_alt))}
    yield "title", Score(_exact(record.title or "") in wanted, 1)


def _exact(title: str) -> str:
    return " ".join(UNSEEN.sub("", plain(title)).split()).casefold()


def _person(name: str) -> str:
    return form(BY.sub("", name))


def _authors(case: Case, record: Record) -> Found:
    if isinstance(case.gold.authors, UnsetType):
        return
    wanted = {_person(name) for name in case.gold.authors}
    neutral = {_person(name) for name in case.gold.author_neutral} - wanted
    found = {_person(name) for name in record.authors} - {""} - neutral
    yield "authors P", Score(len(found & wanted), len(found))
    if wanted:
        yield "authors R", Score(len(found & wanted), len(wanted))
    else:
        yield "invented author", Score(bool(found), 1)


def _agency(case: Case, record: Record) -> Found:
    wanted = case.gold.agency
    if not isinstance(wanted, UnsetType) and (wanted or case.tier != "seed-shaped"):
        one, other = (AGENCIES.get(name, name) for name in (form(record.agency), form(wanted)))
        yield "agency", Score(one == other, 1)


def _date(case: Case, record: Record) -> Found:
    gold = case.gold
    if isinstance(gold.date, UnsetType):
        return
    found = (record.date or (record.updated if gold.date_from_updated else "") or "")[:DAY]
    right = bool(gold.date) and found in {gold.date, *_listed(gold.date_alt)}
    if gold.date:
        yield "date", Score(right, 1)
        yield "date P", Score(right, bool(found))
    else:
        yield "invented date", Score(bool(found), 1)
    if record.date_basis in INFERRED:
        yield "date inferred P", Score(right, 1)


def _dateline(case: Case, record: Record) -> Found:
    if isinstance(case.gold.dateline, UnsetType):
        return
    wanted, found = form(case.gold.dateline), form(record.dateline)
    yield "dateline P", Score(found == wanted and found != "", found != "")
    if wanted:
        yield "dateline R", Score(found == wanted, 1)


def _dek(case: Case, record: Record) -> Found:
    if isinstance(case.gold.dek, UnsetType):
        return
    right = bool(case.gold.dek) and likeness(record.dek, case.gold.dek) >= ALIKE_DEK
    yield "dek P", Score(right, bool(record.dek))
    if case.gold.dek:
        yield "dek R", Score(right, 1)


def _body(case: Case, record: Record) -> Found:
    """The story's words. Subheads count as its text on both sides; neutral words count on neither."""
    gold = case.gold
    if isinstance(gold.body, UnsetType):
        return
    heads = _subheads(case, record)
    shown = {form(text) for text in record.body}
    labelled = {form(text) for text in gold.body}
    found = _counted([*record.body, *(head for head in heads if form(head) not in shown)])
    wanted = _counted([*gold.body, *(head for head in gold.subheads if form(head) not in labelled)])
    for word, count in _counted(gold.neutral).items():
        found[word] -= max(0, min(found[word] - wanted[word], count))
    found = +found
    yield "body", Score(f1(*overlap(found, wanted)), 1)
    story = words("\n".join([*record.body, *heads]))
    yield "lost paragraphs", Score(_lost(gold.body, story), len(gold.body))


def _counted(texts: Iterable[str]) -> Counter[str]:
    return Counter(words("\n".join(texts)))


def _subheads(case: Case, record: Record) -> list[str]:
    lines = case.text.split("\n")
    return [lines[line.n - 1] for line in record.lines if line.role == "subhead" and line.n <= len(lines)]


def _lost(paragraphs: Sequence[str], story: list[str]) -> int:
    """How many paragraphs are hardly there: most of their words in no three that the story has in a row."""
    threes = set(zip(story, story[1:], story[2:], strict=False))
    joined = f" {' '.join(story)} "
    return sum(bool(one) and _kept(one, threes, joined) < KEPT for one in map(words, paragraphs))


def _kept(paragraph: list[str], threes: set[tuple[str, str, str]], joined: str) -> float:
    if len(paragraph) < len(("three", "in a", "row")):
        return float(f" {' '.join(paragraph)} " in joined)
    kept = [False] * len(paragraph)
    for index, three in enumerate(zip(paragraph, paragraph[1:], paragraph[2:], strict=False)):
        if three in threes:
            kept[index] = kept[index + 1] = kept[index + 2] = True
    return sum(kept) / len(kept)


def pairs(found: Sequence[Item], wanted: Sequence[Item], alike: Callable[[Item, Item], float]) -> list[tuple[int, int]]:
    """Each found one with the wanted one that it is most like, one to one."""
    likely = sorted(((alike(f, w), i, j) for i, f in enumerate(found) for j, w in enumerate(wanted)), reverse=True)
    taken: dict[int, int] = {}
    for like, i, j in likely:
        if like >= ALIKE and i not in taken and j not in taken.values():
            taken[i] = j
    return list(taken.items())


def _captions(case: Case, record: Record) -> Found:
    if isinstance(case.gold.captions, UnsetType):
        return
    wanted = [one for one in case.gold.captions if one.text]
    found = [Words(one.text, one.credit) for one in record.captions if one.text]
    hits = pairs(found, wanted, lambda one, other: likeness(one.text, other.text))
    met = {i for i, _ in hits}
    neutral = [i for i, one in enumerate(found) if i not in met and _is_neutral(one.text, case.gold.captions_neutral)]
    yield "captions P", Score(len(hits), len(found) - len(neutral))
    yield "captions R", Score(len(hits), len(wanted))
    credited = [(found[i].credit, wanted[j].credit) for i, j in hits if wanted[j].credit]
    yield "credit", Score(sum(_same_credit(one, other) for one, other in credited), len(credited))


def _is_neutral(text: str | None, neutral: Sequence[str]) -> bool:
    return any(likeness(text, one) >= NEUTRAL_CAPTION for one in neutral)


def _same_credit(found: str | None, wanted: str | None) -> bool:
    one, other = set(words(found)) - NO_CREDIT, set(words(wanted)) - NO_CREDIT
    return bool(other) and other <= one and len(one) <= len(other) + MORE_CREDIT


def _references(case: Case, record: Record) -> Found:
    if isinstance(case.gold.references, UnsetType):
        return
    found = [Words(one.text) for one in record.references]
    hits = pairs(found, case.gold.references, lambda one, other: likeness(one.text, other.text))
    yield "references P", Score(len(hits), len(found))
    yield "references R", Score(len(hits), len(case.gold.references))
    inside = [f" {form(bracket)} " for bracket in BRACKETED.findall(case.text)]
    bracketed, wanted = ([_stands_in(inside, one) for one in ones] for ones in (found, case.gold.references))
    yield "bracketed P", Score(sum(bracketed[i] for i, _ in hits), sum(bracketed))
    yield "bracketed R", Score(sum(wanted[j] for _, j in hits), sum(wanted))


def _stands_in(brackets: list[str], reference: Words) -> bool:
    """Whether a bracket of the text holds a reference's words."""
    told = form(reference.text)
    return bool(told) and any(f" {told} " in bracket for bracket in brackets)


def _names(case: Case, record: Record) -> Found:
    gold = case.gold
    for kind, labels, shown in (
        ("people", gold.people, record.people),
        ("places", gold.places, record.places),
        ("organizations", gold.organizations, record.organizations),
    ):
        if not isinstance(labels, UnsetType):
            found, wanted = set(map(form, shown)) - {""}, set(map(form, labels))
            yield f"{kind} P", Score(len(found & wanted), len(found))
            yield f"{kind} R", Score(len(found & wanted), len(wanted))


def _lines(case: Case, record: Record) -> Found:
    """Roles of lines. For furniture: whether what is called so is so, and how much of what is so is found."""
    if not case.gold.lines:
        return
    roles: dict[int, str] = {line.n: line.role for line in record.lines}
    known = [(roles.get(n), accepted) for n, accepted in case.gold.lines]
    furniture = [accepted for role, accepted in known if role == "furniture"]
    wanted = [role in accepted for role, accepted in known if accepted[0] == "furniture"]
    yield "line roles", Score(sum(role in accepted for role, accepted in known), len(known))
    yield "furniture P", Score(sum("furniture" in accepted for accepted in furniture), len(furniture))
    yield "furniture R", Score(sum(wanted), len(wanted))


def _is_lossless(text: str, record: Record) -> bool:
    filled = [n for n, line in enumerate(text.split("\n"), 1) if line.replace("\ufeff", "").strip()]
    return sorted(line.n for line in record.lines) == filled


def add(scores: Iterable[Scores]) -> Scores:
    """The sums."""
    total: Scores = {}
    for one in scores:
        for name, (hits, of) in one.items():
            known = total.get(name, Score(0, 0))
            total[name] = Score(known.hits + hits, known.of + of)
    return total


def figures(scores: Scores) -> dict[str, float]:
    """Shares, and F1 for what has precision and recall."""
    shares = {name: hits / of for name, (hits, of) in scores.items() if of}
    for name in [name.removesuffix(" P") for name in scores if name.endswith(" P") and f"{name[:-2]} R" in scores]:
        if scores[f"{name} P"].of or scores[f"{name} R"].of:
            shares[f"{name} F1"] = f1(shares.get(f"{name} P", 0.0), shares.get(f"{name} R", 0.0))
    return shares
