"""Agencies: those that the lists know, and what the letters of others stand for, where the text spells them."""

import re
from collections.abc import Iterable
from functools import cache

from sitegen.reader.seen import has_one
from sitegen.reader.words import phrases

LETTERS, MOST_WORDS = re.compile(r"[A-Z]{2,5}"), 4  # of a name
# What agencies are called by: one of these words at least makes a name theirs, not a mayor's or a police force's.
WORDS = frozenset(
    "agencia agency agenzia associated bulletin cable dispatch features fund journalism media network news press presse service services"
    " syndicate telegraph wire wires".split()
)


# A name with one of these is an agency's, and nobody's.
SURELY = frozenset("agence agencia agenzia agentur newswire newswires".split())
ENDS = (" news service", " news agency", " press service", " wire service")
STATION = re.compile(r"[KW][A-Z]{3}(?<!NA)(?:-(?:TV|FM|AM|DT|LD))?")
RIGHTS_OF, SERVICE = (
    re.compile(r"c\. ?(?:19|20)\d\d,? "),
    re.compile(r"\b(?:[Ww]ire|[Nn]ews(?:wire| Service| Agency)?|Archives)\b"),
)
KEPT = re.compile(r"(?:copyright:? )?(?:\(c\)|©|copyright)(?: (?:19|20)\d\d)? (?:the )?", re.IGNORECASE)


def named(text: str) -> str | None:
    """The agency that a few words name though no list has it: `Agence Méridienne`, `Coastal News Service`."""
    bare = text.strip(" ().,")
    small, words = bare.casefold(), bare.split()
    if "," in bare or not 1 < len(words) <= MOST_WORDS or not (small.endswith(ENDS) or has_one(small, SURELY)):
        return None
    if not small.endswith(ENDS) and SURELY.isdisjoint(small.split()):
        return None
    return " ".join(words) if all(word[:1].isupper() for word in words) else None


def of(text: str) -> str | None:
    """The agency that a few words name, by the name that records have for it."""
    small = text.casefold().strip(" ().,")
    return phrases().agencies.get(small[3:] if small[:3] == "of " else small)  # `Of DOW JONES NEWSWIRES`, below the author


def leading(words: list[str]) -> str | None:
    """The agency that the first of some words name: `Press Association Education Correspondent`."""
    return next(filter(None, (of(" ".join(words[:count])) for count in range(min(MOST_WORDS, len(words)), 0, -1))), None)


def keeper(text: str) -> str | None:
    """The agency that keeps the rights: `(c) Reuters Limited 1996`, `Copyright 1995 Marle News Agency`."""
    kept = KEPT.match(text)
    return leading(text[kept.end() :].replace(",", " ").split()) if kept else None


def sender(text: str) -> str | None:
    """The agency that a line of its wire on top names: `PAP News Wire`, `c.1999 N.Y. Times News Service`, `The Associated Press`."""
    named = RIGHTS_OF.sub("", text)
    return of(named) if named != text or SERVICE.search(text) is None else leading(text.split())


def is_station(name: str) -> bool:
    """Whether a name is the call sign of a station in the United States (47 CFR 73.3550), `KVRT`, and no agency's letters, `KCNA`."""
    return STATION.fullmatch(name) is not None and name.casefold() not in phrases().agencies


def spelled(agency: str | None, lines: Iterable[str]) -> str | None:
    """The agency's name as the first of the lines that spells it has it: `MP` by `Copyright 2015 Meridian Press`; else as it is."""
    if agency is None or not LETTERS.fullmatch(agency) or agency.casefold() in phrases().agencies:
        return agency
    names = (match[0] for line in lines for match in _named(agency).finditer(line))
    return next((name for name in names if not WORDS.isdisjoint(name.casefold().split())), agency)


@cache
def _named(letters: str) -> re.Pattern[str]:
    """Words in a row that begin with the letters, small ones between them."""
    return re.compile(r"\b" + r" (?:(?:of|for|and|the|de|di) )?".join(rf"{letter}[a-z][\w’'-]*" for letter in letters))
