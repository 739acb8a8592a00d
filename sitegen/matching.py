"""When two headlines are one: exactly, or so nearly that no other reading is likely. Prefers no link to a wrong one."""

import hashlib
import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations

# A reporter's memory of a headline drops an "and" or a comma; at 88 of 100 that still matches, and headlines of two
# stories on one subject rarely do. What does must also leave the next best behind by the margin.
THRESHOLD = 88.0
MARGIN = 4.0
_SHORTEST = 15  # characters: shorter keys match only when equal
_LONG_WORDS = 3


@lru_cache(maxsize=4096)
def pairs(key: str) -> tuple[int, ...]:
    """Digests of the pairs that a headline's three longest words form. Headlines without one in common aren't compared.

    Changing or adding a word leaves at least one pair of the three longest in place.
    """
    longest = sorted({word for word in key.split() if len(word) > 2}, key=lambda word: (-len(word), word))[:_LONG_WORDS]  # noqa: PLR2004
    return tuple(digest(f"{one} {two}") for one, two in combinations(sorted(longest), 2))


def digest(text: str) -> int:
    """A 63-bit digest, for database keys."""
    return int.from_bytes(hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()) >> 1


def closest(key: str, candidates: Sequence[str]) -> int | None:
    """The index of the one candidate that is nearly the same headline, or None."""
    if len(key) < _SHORTEST or not candidates:
        return None
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - 15 ms that a build without such references needn't pay

    found = process.extract(key, candidates, scorer=fuzz.ratio, score_cutoff=THRESHOLD - MARGIN, limit=None)
    likely = [(score, index) for choice, score, index in found if _numbers(choice) == _numbers(key)]
    if not likely or likely[0][0] < THRESHOLD:
        return None
    if len(likely) > 1 and likely[0][0] - likely[1][0] < MARGIN:
        return None
    return int(likely[0][1])


def _numbers(key: str) -> list[str]:
    """The figures in a headline: "Part 1" and "Part 2" are two stories."""
    return re.findall(r"\d+", key)
