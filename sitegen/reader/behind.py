"""A maker's name behind the sentence of a caption, without a word that says so."""

import re
from functools import lru_cache

from sitegen.reader.words import phrases

LINKING = frozenset("for of the via and by from / | &".split())
SENTENCE_END = re.compile(r"(?:[^\W_]{3,}|(?<= )\d{1,2})\)?[.!][”\"’']?\s+(?=[^.!?]*$)")
FEWEST_BEFORE, MOST_NAMES, CREDIT_PART = 3, 8, 100  # words of the sentence, words of the credit, characters of the credit
LONGEST_WORD = 40  # characters
TITLE_CASE = 0.7  # of a sentence's words: then it is a headline
ENDINGS = frozenset({"enditem", "endit", "end", "ends"})
ZONES = 3  # letters of a zone of time, a station, a house's sign-off


def names_only(text: str) -> bool:
    """Whether a few words, more than one, are those of names: `Ines Ortega for the Ledger`, `Harbor Board, Port Hale`."""
    words = text.split()
    return (
        1 < len(words) <= MOST_NAMES
        and all(word[0].isupper() or word in LINKING for word in words)
        and LINKING.isdisjoint((words[0], words[-1]))
        and not any(map(str.isdigit, text))
    )


@lru_cache(maxsize=256)
def unlabelled(text: str) -> int | None:
    """Where the maker's name begins that follows a caption's sentence without a word: `… from the tower. Ines Ortega`."""
    first = max(0, len(text) - CREDIT_PART)
    stop = max(text.rfind(".", first), text.rfind("!", first))
    if stop < 0 or text.find("?", stop) > 0:
        return None
    match = SENTENCE_END.search(text, max(first, stop - LONGEST_WORD))
    if match is None or match[0].rstrip(" ).!”\"’'").casefold() in phrases().titles:
        return None
    told, names = text[: match.start() + 1].split(), text[match.end() :]
    if (button := names.casefold().strip(".")) in ENDINGS or button in phrases().furniture:
        return None
    short = names.isupper() and (len(names) <= ZONES or _signs_off(names))
    if len(told) < FEWEST_BEFORE or short or sum([word[0].isupper() for word in told]) > TITLE_CASE * len(told):
        return None
    alone = names[0].isupper() and (names.isalpha() or (names.isupper() and names.replace("/", "").isalpha()))
    return match.end() if alone or names_only(names) else None


def _signs_off(names: str) -> bool:
    """`PTI HB OPI`: an agency and the initials of its hands, at the end of its copy."""
    office, *hands = names.split()
    return office.casefold() in phrases().agencies and len(hands) > 0 and all(len(hand) <= ZONES for hand in hands)
