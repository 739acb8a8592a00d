"""What the texts of a folder have in common: a proposal for its source profile.

Two walks over the texts. The first counts short lines that stand outside the story. The second looks closely at those that come
often: how the reader takes them, and whether they ever stand among the lines of a story. A line that does so once, in any text, is
never proposed. Memory is bounded: both walks count a bounded number of lines and names, and forget the rarest.
"""

import json
import re
from collections.abc import Container, Iterable, Iterator, Mapping
from typing import NamedTuple

from sitegen.model import Record, Role
from sitegen.reader import persons
from sitegen.reader.layout import blank
from sitegen.reader.profiled import normal
from sitegen.reader.rows import CLOSING, clean
from sitegen.reader.words import first_names, phrases

FEWEST, SHARE = 4, 0.1  # texts in which a line, a form or a name comes again: so many, and this share of all
MOST = 0.6  # of the texts, for what holds for all of them
LONGEST, MOST_WORDS = 120, 15  # characters and words of a line of furniture
PROSE_WORDS, WRAPPED_WORDS = 12, 7  # of a line of a story; of one among others that is broken at a column
REMEMBERED = 50_000  # lines or names that are counted at once
PROPOSED = 60  # of each kind, the commonest
HEAD_LINES = 12  # filled lines in which a byline stands
SENTENCE = frozenset(".!?…")
COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)[\W\d]*(?:by )?([^\W\d][^.|©]*?)(?:,? (?:inc|ltd|llc))?\W*(?:all rights reserved\W*)?", re.IGNORECASE
)
BEHIND_TITLE = re.compile(r".+ [|–—-] ([^|–—]{4,60})")
CAPITALISED = re.compile(r"[^\W\d_a-z][\w.'’-]+(?: [^\W\d_a-z][\w.'’-]*)+")
LONGEST_NAME = 3  # words
# What the reader may take a line of furniture for that it doesn't know; any other role says that the line means something.
MISTAKEN: frozenset[Role] = frozenset({"furniture", "body", "subhead", "title", "dek"})
STORY: frozenset[Role] = frozenset({"title", "dek"})


class Counter:
    """Counts of the commonest texts; when there are too many, the rarest are forgotten."""

    def __init__(self, most: int = REMEMBERED) -> None:
        self._most = most
        self._counts: dict[str, int] = {}
        self._shown: dict[str, str] = {}  # each as it stood first

    def add(self, key: str, shown: str) -> None:
        """Count one more."""
        if key not in self._counts and len(self._counts) >= self._most:
            self._forget()
        self._counts[key] = self._counts.get(key, 0) + 1
        self._shown.setdefault(key, shown)

    def _forget(self) -> None:
        rarest = sorted(self._counts.values())[self._most // 2]
        self._counts = {key: count for key, count in self._counts.items() if count > rarest}
        self._shown = {key: self._shown[key] for key in self._counts}

    def common(self, least: int) -> dict[str, tuple[str, int]]:
        """What was counted so often or oftener, the commonest first: as it stood first, and its count."""
        found = sorted((-count, key) for key, count in self._counts.items() if count >= least)
        return {key: (self._shown[key], -count) for count, key in found}


class Spot(NamedTuple):
    """A filled line of a text: where it stands, and whether that is within the story."""

    n: int  # 1-based
    text: str
    key: str
    within: bool
    prose: bool
    close: tuple[int, ...]  # the filled lines right above and below, by their place among the spots


class Proposal(NamedTuple):
    """What a profile could say, each with the number of texts that speak for it."""

    texts: int
    publisher: tuple[str, int] | None = None
    agency: tuple[str, int] | None = None
    authors: tuple[tuple[str, int], ...] = ()
    byline: tuple[tuple[str, int], ...] = ()
    furniture: tuple[tuple[str, int], ...] = ()

    def __bool__(self) -> bool:
        return any((self.publisher, self.agency, self.authors, self.byline, self.furniture))


def spots(text: str) -> list[Spot]:
    """The filled lines of a text."""
    lines = [(n, clean(line), gap) for n, line, gap in _filled(text)]
    counts = [line.count(" ") + 1 for _, line, _ in lines]
    prose = [_is_prose(counts, index) for index in range(len(lines))]
    first = next((index for index, one in enumerate(prose) if one), len(lines))
    last = next((index for index in range(len(lines) - 1, -1, -1) if prose[index]), -1)
    return [
        Spot(n, line, normal(line) if len(line) <= LONGEST else "", first < index < last, prose[index], _close(lines, index))
        for index, (n, line, _) in enumerate(lines)
    ]


def _filled(text: str) -> Iterator[tuple[int, str, int]]:
    """The lines that aren't blank, each with its number and the blank lines above it."""
    gap = 1
    for n, line in enumerate(text.split("\n"), 1):
        if blank(line):
            gap += 1
        else:
            yield n, line, gap
            gap = 0


def _is_prose(counts: list[int], index: int) -> bool:
    beside = counts[max(0, index - 1) : index] + counts[index + 1 : index + 2]
    return counts[index] >= PROSE_WORDS or (counts[index] >= WRAPPED_WORDS and any(count >= WRAPPED_WORDS for count in beside))


def _close(lines: list[tuple[int, str, int]], index: int) -> tuple[int, ...]:
    above = (index - 1,) if index and not lines[index][2] else ()
    below = (index + 1,) if index + 1 < len(lines) and not lines[index + 1][2] else ()
    return above + below


def _may_be_furniture(spot: Spot) -> bool:
    """Whether a line is short, no sentence, no name, no date, and more than signs."""
    text = spot.text
    return (
        any(map(str.isalpha, spot.key))
        and "*" not in spot.key
        and text.count(" ") < MOST_WORDS
        and text.rstrip(CLOSING)[-1:] not in SENTENCE
        and spot.key not in phrases().sections
    )


class First:
    """The first walk: short lines outside the story, and how often each comes."""

    def __init__(self) -> None:
        self.texts = 0
        self._lines = Counter()

    def see(self, text: str) -> None:
        """Count one text's lines, each once."""
        self.texts += 1
        for key, shown in {one.key: one.text for one in spots(text) if not one.within and _may_be_furniture(one)}.items():
            self._lines.add(key, shown)

    def common(self) -> dict[str, tuple[str, int]]:
        """The lines that come again in many texts."""
        return self._lines.common(least(self.texts))


def least(texts: int) -> int:
    """In how many of so many texts a thing comes again that is proposed."""
    return max(FEWEST, -int(-texts * SHARE // 1))


class _Line:
    """What the second walk finds of one line: all of it exact."""

    def __init__(self) -> None:
        self.texts = self.unknown = self.titles = self.on_top = 0
        self.meant = False  # once among the lines of a story, or under a role that says something


class Second:
    """The second walk: the common lines as they stand in each text, and who wrote it."""

    def __init__(self, common: Mapping[str, tuple[str, int]], texts: int) -> None:
        self._common = common
        self._texts = texts
        self._lines = {key: _Line() for key in common}
        self._authors, self._agencies, self._forms, self._papers = Counter(), Counter(), Counter(), Counter()
        self._names: dict[str, set[str]] = {}  # form of a byline → a few of the names in it

    def see(self, text: str, record: Record) -> None:
        """One text, with its record as the reader makes it without a profile."""
        found = spots(text)
        roles = {line.n: line.role for line in record.lines}
        for key in {spot.key for spot in found if spot.key in self._lines}:
            self._lines[key].texts += 1
        for index, spot in enumerate(found):
            if spot.key in self._lines:
                self._look(self._lines[spot.key], spot, found, roles, top=index == 0)
        for name in record.authors:
            self._authors.add(name, name)
        if record.agency:
            self._agencies.add(record.agency, record.agency)
        for paper in {paper for paper in _papers(found, record) if paper}:
            self._papers.add(paper.casefold(), paper)
        for form, name in set(_forms(found[:HEAD_LINES], roles, self._lines)):
            self._forms.add(form, form)
            if len(names := self._names.setdefault(form, set())) < FEWEST:
                names.add(name)
        if len(self._names) > REMEMBERED:
            self._names = {form: self._names[form] for form in self._forms.common(FEWEST // 2) if form in self._names}

    def _look(self, line: _Line, spot: Spot, found: list[Spot], roles: Mapping[int, Role], *, top: bool) -> None:
        role = roles.get(spot.n, "body")
        line.unknown += role != "furniture"
        line.titles += role in STORY
        line.on_top += top
        among = any(self._is_story(found[one], roles) for one in spot.close)
        line.meant = line.meant or role not in MISTAKEN or (role != "furniture" and (spot.within or among))

    def _is_story(self, spot: Spot, roles: Mapping[int, Role]) -> bool:
        """Whether a neighbour is a short line of a story: of a list, a table, a verse. Prose beside a line says nothing."""
        return not spot.prose and roles.get(spot.n) in {"body", "subhead"} and spot.key not in self._lines

    def proposal(self) -> Proposal:
        """What is common enough."""
        few = least(self._texts)
        paper = next(iter(self._papers.common(max(FEWEST, int(MOST * self._texts))).values()), None)
        agency = next(iter(self._agencies.common(max(FEWEST, int(MOST * self._texts))).values()), None)
        forms = ((shown, count) for shown, count in self._forms.common(few).values() if len(self._names.get(shown, ())) > 1)
        return Proposal(
            self._texts,
            paper,
            agency,
            tuple(self._authors.common(FEWEST).values())[:PROPOSED],
            tuple(forms)[:PROPOSED],
            tuple(self._furniture(few, paper[0] if paper else ""))[:PROPOSED],
        )

    def _furniture(self, few: int, paper: str) -> Iterator[tuple[str, int]]:
        for key, (shown, _) in self._common.items():
            line = self._lines[key]
            masthead = 2 * line.on_top > line.texts > MOST * self._texts
            if line.texts >= few and line.unknown and not line.meant and (masthead or not line.titles) and key != normal(paper):
                yield shown, line.texts


def _papers(found: list[Spot], record: Record) -> Iterator[str]:
    """What may be the paper's name: the line on top, what stands behind the headline, the owner of the rights."""
    if found and found[0].text.count(" ") < MOST_WORDS // 2 and found[0].text.rstrip(CLOSING)[-1:] not in SENTENCE:
        yield found[0].text
    if record.title and (behind := BEHIND_TITLE.fullmatch(record.title)):
        yield behind[1]
    for spot in found:
        if spot.key and not spot.prose and (owned := COPYRIGHT.fullmatch(spot.text)):
            yield owned[1]


def _forms(found: Iterable[Spot], roles: Mapping[int, Role], common: Container[str]) -> Iterator[tuple[str, str]]:
    """The forms of bylines that the reader doesn't know: short lines near the top around a person's name.

    What it takes for the headline may be one if a line above it could be the headline, which no common line can.
    """
    above = False
    for spot in found:
        if spot.prose:
            return
        may_be = roles.get(spot.n) not in {"byline", "date", "caption", "credit"} and (above or roles.get(spot.n) != "title")
        above = above or (spot.key not in common and any(map(str.isalpha, spot.text)))
        if spot.key and may_be:
            for name in _people(spot.text):
                form = spot.text.replace(name, "{name}", 1)
                if sum(map(str.isalpha, form)) - len("name") > 1 and not set("*{}") & set(spot.text):
                    yield form, name


def _people(text: str) -> Iterator[str]:
    """The persons' names in a line: capitalised words that begin with a given name."""
    for match in CAPITALISED.finditer(text):
        words = match[0].split(" ")
        start = next((index for index, word in enumerate(words[:-1]) if word.casefold() in first_names()), None)
        name = " ".join(words[start : start + LONGEST_NAME]) if start is not None else ""
        if name and persons.person(name, by=True) == name:
            yield name


def written(proposal: Proposal, folder: str) -> str:
    """The proposal as a reader.yaml, with what speaks for each line."""
    lines = [f"# Proposed from the {proposal.texts:,} texts of {folder}. Read it through: it decides what readers see."]
    for key, value in (("publisher", proposal.publisher), ("agency", proposal.agency)):
        if value:
            lines.append(f"{key}: {json.dumps(value[0], ensure_ascii=False)}  # {_texts(value[1])}")
    for key, values in (("authors", proposal.authors), ("byline", proposal.byline), ("furniture", proposal.furniture)):
        if values:
            lines += [f"{key}:", *(f"  - {json.dumps(text, ensure_ascii=False)}  # {_texts(count)}" for text, count in values)]
    return "\n".join(lines) + "\n"


def _texts(count: int) -> str:
    return f"{count:,} texts"
