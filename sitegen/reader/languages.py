"""Texts in other languages: what their lines say is put into the English that the rules know; the story stays as it stands."""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import NamedTuple

from sitegen.reader.words import DATA, sections

CODES = tuple(sorted(place.name for place in DATA.iterdir() if (place / "glosses.txt").is_file()))
SAMPLE = 3000  # characters that tell a language
FEWEST, LEAD = 5, 2  # function words that tell a language, and how many times those of English
ENGLISH_WORDS = ("the", "and", "of", "to", "in", "that", "for", "was", "with", "on")
LINE = 240  # characters of the longest line that may be a byline, a date, a label
LABELLED = 1200  # and of a caption
DATED = frozenset({"By", "Published:", "Updated:"})  # openings before dates
DAY = re.compile(r"(?<!\d)(\d{1,2})\. (?=[A-Z])")


class Glosses(NamedTuple):
    """One language's data: what its lines say in English, and its names."""

    openings: re.Pattern[str]
    labels: re.Pattern[str]
    words: re.Pattern[str]
    english: Mapping[str, str]  # an opening, a label or a word in small letters → English
    lines: Mapping[str, str]  # a whole line in small letters → English
    not_names: frozenset[str]
    into_places: tuple[str, ...]
    places: frozenset[str]
    organizations: frozenset[str]


def language_of(text: str, given: str | None, usual: str) -> str:
    """The language that is given; else the one that the text's function words tell; else the usual one. `en` where none is known."""
    if given is not None:
        code = given.partition("-")[0].lower()
        return code if code in CODES else "en"
    seen = 0
    for word in (" the ", " of ", " and "):  # which tell most texts at once
        seen += text.count(word, 0, SAMPLE)
        if seen > FEWEST:
            return "en"
    sample = text[:SAMPLE].lower()
    if sample.count(" the ") + sample.count(" of ") + sample.count(" and ") > FEWEST:
        return "en"
    usual = usual.partition("-")[0].lower()
    words = sample.split()
    if usual not in CODES and all(sum(map(_function_words(code).__contains__, words)) < FEWEST for code in CODES):
        return "en"
    sample = " ".join(words)
    english = sum(sample.count(f" {word} ") for word in ENGLISH_WORDS)
    counts = {code: sum(sample.count(f" {word} ") for word in _function_words(code)) for code in CODES}
    code = max(counts, key=counts.__getitem__, default="en")
    if code != "en" and counts[code] >= FEWEST and counts[code] > LEAD * english:
        return code
    return usual if usual in CODES and english < FEWEST else "en"


@lru_cache(maxsize=8)
def _function_words(code: str) -> frozenset[str]:
    return frozenset(_parts(code)["function words"])


@lru_cache(maxsize=8)
def _parts(code: str) -> dict[str, list[str]]:
    return sections(DATA / code / "glosses.txt")


@lru_cache(maxsize=8)
def glosses(code: str) -> Glosses:
    """What a language's data says."""
    parts = _parts(code)
    openings, labels, words, lines = (_pairs(parts[name]) for name in ("openings", "labels", "words", "lines"))
    return Glosses(
        _any_of(openings, r"^\s*{}(?=\W|$)\s*"),
        _any_of(labels, r"(?<!\w){}\s*"),
        _any_of(words, r"(?<!\w){}(?!\w)\.?"),
        openings | labels | words,
        lines,
        frozenset(parts["not names"]),
        tuple(f" {word} " for word in parts["into places"]),
        frozenset(parts["places"]),
        frozenset(parts["organisations"]),
    )


def _pairs(entries: list[str]) -> dict[str, str]:
    return {
        phrase.strip(): english.strip()
        for entry in entries
        for english, _, phrases in (entry.partition(" = "),)
        for phrase in phrases.split(", ")
    }


def _any_of(phrases: Mapping[str, str], form: str) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(form.format(f"({'|'.join(map(re.escape, longest_first))})"), re.IGNORECASE)


def in_english(line: str, known: Glosses) -> str:
    """A line with what a rule could know of it in English; most lines stay as they are."""
    if len(line) > LABELLED:
        return line
    if whole := known.lines.get(line.casefold().strip(" .…»›>-–—|")):
        return whole
    if line[:1] in {"[", "("}:
        return line[0] + in_english(line[1:], known)
    if len(line) <= LINE:
        opening = known.openings.match(line)
        english = known.english[opening[1].lower()] if opening else ""
        line = f"{english} {line[opening.end() :]}" if opening else line
        if any(map(str.isdigit, line)) and (not english or english in DATED):  # what a label leads in is quoted as it stands
            line = DAY.sub(r"\1 ", known.words.sub(_put(known, ""), line))
    return known.labels.sub(_put(known, " "), line) if ":" in line else line


def _put(known: Glosses, after: str) -> Callable[[re.Match[str]], str]:
    return lambda match: known.english[match[1].lower()] + after
