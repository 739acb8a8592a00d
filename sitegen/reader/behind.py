"""A maker's name behind the sentence of a caption, without a word that says so: by signs, by capitals, or by nothing."""

import re
from functools import lru_cache
from unicodedata import normalize

from sitegen.reader.words import first_names, opens_as_furniture, phrases

LINKING = frozenset("for of the via and by from / | &".split())
SENTENCE_END = re.compile(r"(?:[^\W_]{3,}|(?<= )\d{1,2})\)?[.!][”\"’']?\s+(?=[^.!?]*$)")
FEWEST_BEFORE, MOST_NAMES, CREDIT_PART = 3, 8, 100  # words of the sentence, words of the credit, characters of the credit
LONGEST_WORD = 40  # characters
LATE = 200  # characters at the end of a caption in which its label stands
TITLE_CASE = 0.7  # of a sentence's words: then it is a headline
ENDINGS = frozenset({"enditem", "endit", "end", "ends"})
ZONES = 3  # letters of a zone of time, a station, a house's sign-off
INITIALLED = re.compile(  # `… on the ledge. H. BRAND`, `… on the ledge. H. BRAND ET AL/ANNALS OF TIDES 2025`, `… at 4. HAL BRAND PHOTO`
    r"(?<=[.!?”\")]) ((?:[A-Z]\. ?){1,2}[A-Z][A-Z'’-]{2,}(?: ET AL\.?)?(?: ?/ ?[A-Z][A-Z.'’& \d-]{2,60}|, [A-Z][A-Z.& ]{2,40} \(\d{4}\))?"
    r"|[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){1,3} PHOTO)\.?$"
)
SHOUTED = re.compile(
    r"(?<=[.!?”\"])\s+(?:[-–—]\s*)?([A-Z][A-Z.'’-]+(?:\s[A-Z][A-Z.'’-]*){1,3}(?:\s?/\s?[A-Z][A-Z.'’ -]{2,30})?)$"
)  # `… by night. - HAL BRAND`, `… by night. —HAL BRAND/COURIER`
GLUED = re.compile(
    r"[.!?](?<=[a-z\d].)([A-Z][\w'’-]*(?: [A-Z][\w.'’-]*){1,3}(?:(?:, | ?/ ?)[A-Z][\w.'’&-]*(?: [\w.'’&-]+){0,4})?"
    r"|[A-Z]{2,6}(?:/[A-Z][\w.-]*){2,4})$"  # `… at the top left.NASA/JPL-Caltech/MSSS`
)
# `… 211 days.HAL BRAND | COURIER`, `… his books.PROVIDED`
# `… the shirt of 1971.HAL BRAND (MARLE COURIER)`
HOUSED = re.compile(r"(?<=[a-z\d][.!?]) ?([A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){1,3} ?\([A-Z][A-Z .'’&-]{2,30}\))$")
GLUED_CAPITALS = re.compile(
    r"(?:(?<=[a-z\d][.!?])|(?<=[.!?][”\"]))(?:PROVIDED|SUBMITTED|SUPPLIED|CONTRIBUTED|HANDOUT|COURTESY"
    r"|[A-ZÀ-ÖØ-Þ.'’-]{2,}(?: [A-ZÀ-ÖØ-Þ.'’-]+){1,3}(?: ?[|/] ?[A-Z][A-Z .'’&-]{1,30})?)$"
)
DASHED = re.compile(r"(?<=[a-z\d]\.)—([A-Z][\w.'’/]*(?: [A-Z][\w.'’/]*){0,3})$")
# `… on Tuesday. — AFP`, `… last week. - Hal Brand`; so end the last paragraphs of stories too, but hardly with `— Courier pic`.
SPACED = re.compile(r"(?<=[a-z\d][.!?]) [-–—] ?(?!With )([A-Z][\w.'’/]*(?: [A-Z][\w.'’/]*){0,3}(?P<sure> (?:file)?pic)?)$")
MAILED = re.compile(
    r"(?<=[.!?”\"])\s+(?:[-–—]\s+)?([A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){1,3})\s\S+@\S+$"
)  # `… by night. Hal Brand hal@marle.example`
HASHED = re.compile(r" # ?((?:© ?)?[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}(?: ?/ ?[A-Z][\w.'’& -]+)?)$")
OWNED = re.compile(r" ©\s?([A-Z][^\d©]{2,60})$")  # `Hal Brand took 6 for 41 to bowl Marle to victory © Courier`
OWNED_WORDS = 4  # spaces before `©`, a bar

Found = tuple[int, str] | None  # where the credit begins, and the credit


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
    if stop < 0 or text.find("?", stop) > 0 or len(text[stop:].split(None, 1)) == 1:  # nothing behind the sentence
        return None
    match = SENTENCE_END.search(text, max(first, stop - LONGEST_WORD))
    if match is None or match[0].rstrip(" ).!”\"’'").casefold() in phrases().titles:
        return None
    told, names = text[: match.start() + 1].split(), text[match.end() :]
    known = phrases()
    if (button := names.casefold().strip(".:")) in ENDINGS or button in known.furniture or button in known.junk_headings:
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


def owned(text: str) -> Found:
    """Who owns the picture, behind words without a stop."""
    match = OWNED.search(text, len(text) - LATE) if "©" in text[-LATE:] else None
    return (match.start(), match[1]) if match and text.count(" ", 0, match.start()) >= OWNED_WORDS else None


def shouted(text: str) -> Found:
    """The maker's name in capitals behind a dash, or with an address of mail: `… by night. - HAL BRAND`."""
    if "@" in text[-60:] and (mailed := MAILED.search(text, len(text) - 120)):
        return mailed.start(), mailed[1]
    if (text[-4:-1].isupper() or text[-4:].isdecimal() or text[-5:-1].isdecimal()) and (
        initialled := INITIALLED.search(text, len(text) - 120)
    ):
        return initialled.start(1), initialled[1].removesuffix(" PHOTO")
    if text[-1:].isupper() and (glued := GLUED_CAPITALS.search(text, len(text) - 60)) and _is_maker(glued[0]):
        return glued.start(), glued[0]
    if text[-1:] == ")" and text[-3:-1].isupper() and (housed := HOUSED.search(text, len(text) - 120)):
        return housed.start(1), housed[1]
    match = SHOUTED.search(text, len(text) - 120) if text[-1:].isupper() else None
    return (match.start(), match[1]) if match and (match[0].lstrip()[0] in "-–—" or "/" in match[1]) else None


def hashed(text: str) -> Found:
    """The maker behind a hash, as galleries have it: `… in the wind. # Ines Ortega/Panorama`."""
    match = HASHED.search(text, len(text) - 90) if "# " in text[-90:] else None
    return (match.start(), match[1]) if match else None


def dashed(text: str) -> Found:
    """The maker behind a dash, or right behind the sentence: `… on Tuesday.—White Star`, `… - Hal Brand`, `… at night.Hal Brand, Courier`."""
    match = DASHED.search(text, len(text) - CREDIT_PART) if "—" in text[-40:] else None
    match = match or spaced(text)
    if match is not None:
        return match.start(), match[1]
    match = GLUED.search(text, len(text) - CREDIT_PART - 1)  # the sign may stand before that part
    return (match.start(1), match[1]) if match and _is_maker(match[1]) else None


def _is_maker(glued: str) -> bool:
    """Whether words right behind a sentence are not a button's, or a crosshead's: `… on Tuesday.READ MORE`."""
    key, lists = glued.casefold(), phrases()
    if key in ENDINGS or key in lists.furniture or key in lists.junk_headings or opens_as_furniture(key):
        return False
    words = key.split()
    return (
        len(words) == 1
        or not glued.isupper()
        or "/" in key
        or "|" in key
        or normalize("NFD", words[0]).encode("ascii", "ignore").decode() in first_names()
    )


def spaced(text: str) -> re.Match[str] | None:
    """The maker behind a dash between spaces: whether the words are a picture's, only their place can tell."""
    end = text[-40:]
    if not ("— " in end or "- " in end or "– " in end) or text[0] in "\"“'‘":
        return None
    return SPACED.search(text, len(text) - CREDIT_PART)
