"""Captions and the credits in them."""

import re

from sitegen.model import Caption

MAKERS = (
    r"AP|Reuters|REUTERS|AFP|EPA(?:-EFE)?|Getty(?: Images)?|GETTY(?: IMAGES)?|Shutterstock|Alamy|iStock|Bloomberg"
    r"|Xinhua|PA(?: Wire| Images| Media)?|USA TODAY(?: Sports| NETWORK)?|UPI|NASA|ESA|NOAA|"
    r"Imagn(?: Images)?|Rex|REX|ZUMA|Zuma|Splash|BACKGRID|WireImage|FilmMagic|CNN|BBC|NPR|Unsplash|Pexels|Pixabay"
    r"|Flickr|Wikimedia(?: Commons)?|Anadolu(?: Agency)?|TASS|SWNS|MEGA|Instagram|Facebook|Twitter"
)
LABEL = (
    r"(?:(?:AP|Reuters|AFP|File|Staff|Courtesy|Courier|Handout)\s)?(?:photo(?:s|graph|graphs|graphy)?|pictures?"
    r"|images?|illustrations?|pic|screengrab|graphic)"
    r"(?:\s(?:credit|source|courtesy|provided))?s?(?:\s(?:by|via|from|of|courtesy(?: of)?)\b|:)|(?:credit|credits"
    r"|source|courtesy(?: of)?|via)\b:?(?:\sto:?)?"
)
SIGN = re.compile(rf"\b(?:{MAKERS})\b")
MAKER = re.compile(rf"(?:{MAKERS})")
# At the end of a caption, in brackets or after a label.
BRACKETED = re.compile(r"[\[(]([^()\[\]]{2,160})[\])]\.?\W{0,2}$")
TRAILING = re.compile(
    rf"(?:(?<=[.!?”\"'’)])|\s[|–—/-])\s*(?P<label>{LABEL})\s*(?P<who>[^.]{{2,100}}(?:\.[A-Z][^.]{{0,40}}){{0,2}})\.?$",
    re.IGNORECASE,
)
# A maker's signature at the end, with and without a stop before it: `… in Oslo Jon Ferrow/AP`, `… in Oslo. AP Photo`.
SIGNED = re.compile(
    rf"\s((?:[A-Z][\w'’-]+\s(?:[A-Z]\.?\s)?)?[A-Z][\w'’-]+\s?/\s?(?:via\s)?(?:{MAKERS})(?:\s[A-Z]\w+)?)$"
    rf"|(?<=[.!?”\"])\s+((?:[A-Z][\w.'’-]*\s){{0,3}}(?:{MAKERS})(?:\s(?:Photo|Images|File Photo))?)$"
)
HANGING = re.compile(r"\s*[(\[]\s*$")  # `… at the gate (`: the credit is on the next lines
_PART = r"[\w.'’-]"
SLASHED = re.compile(
    rf"(?<=[.!?”\"'’])\s*([A-Z]{_PART}*(?:\s[A-Z]{_PART}*){{0,3}}\s?(?:/|,\s|\svia\s|\s\|\s)\s?{_PART}+(?:\s{_PART}+){{0,5}}\s?)$"
)
WHOLE = re.compile(rf"^\W?(?:{LABEL})\s*\S.{{1,110}}$", re.IGNORECASE)
OPENING = re.compile(r"(?:image|photo|picture)?\s?captions?[,:]\s*|(?:image|photo|picture):\s+", re.IGNORECASE)
ALONE = re.compile(
    rf"^(?:[A-Z][\w.'’-]*\s?){{0,4}}\s?(?:/|\||via|for|,)?\s?(?:{MAKERS})(?:\s?(?:/|\||via)\s?[\w.'’ -]{{2,40}})?$"
)
WORD = re.compile(
    r"^(?:photo|image|picture|photograph|illustration|drawing|graphic|credit|by|source|courtesy|file|credits)\b", re.IGNORECASE
)
LONGEST = 1200
BRACKETS = {"[": "]", "(": ")"}
CREDIT_WORDS = frozenset("by via for of from the and courtesy credit photo image picture caption".split())
FEWEST_TOLD = 2  # small words that a credit hasn't


def has_maker(text: str, start: int = 0) -> bool:
    """Whether a maker of pictures is named. Without a bound before it the pattern skips from capital to capital."""
    return MAKER.search(text, start) is not None and SIGN.search(text, start) is not None


def credit_in_brackets(text: str) -> re.Match[str] | None:
    """The closing bracket of a caption, where it holds a credit."""
    match = (
        BRACKETED.search(text, max(0, len(text) - 170))
        if (text[-1:] in "])." and ")" in text[-3:]) or text[-1:] == "]"
        else None
    )
    return match if match and _is_credit(match[1]) else None


def _is_credit(inside: str) -> bool:
    """Whether the words in a bracket name a maker of pictures."""
    if SIGN.search(inside) or WORD.match(inside):
        return True
    names = re.split(r"\s?[/|]\s?|, | via ", inside)
    return "/" in inside and len(names) >= 2 and all(name[:1].isupper() and len(name) < 40 for name in names)  # noqa: PLR2004


def bracketed_sentence(text: str) -> str | None:
    """What stands inside `[Image: …]`, where it is told in a sentence and is no bare credit."""
    if text[:1] not in BRACKETS or text[-1:] != BRACKETS[text[0]] or not OPENING.match(text, 1):
        return None
    inside = text[1:-1].strip()
    if inside.count(text[0]) != inside.count(text[-1]):
        return None
    told = [word for word in inside.split() if word[0].islower() and word.strip(".,:") not in CREDIT_WORDS]
    return inside if len(told) >= FEWEST_TOLD else None


def split(text: str) -> Caption:
    """A caption with its credit split off."""
    if sentence := bracketed_sentence(text):
        text = sentence
    text = text[match.end() :] if (match := OPENING.match(text)) else text
    if match := credit_in_brackets(text):
        return Caption(text[: match.start()].rstrip(" -–—|"), tidy(match[1]))
    if match := TRAILING.search(text, max(0, len(text) - 200)):
        return Caption(text[: match.start()].rstrip(" -–—|"), tidy(match["who"]))
    if has_maker(text, max(0, len(text) - 120)):  # the costlier ones look for a maker too
        if match := SIGNED.search(text, max(0, len(text) - 120)):
            return Caption(text[: match.start()].rstrip(), tidy(match[1] or match[2]))
        if (match := SLASHED.search(text, max(0, len(text) - 120))) and SIGN.search(match[1]):
            return Caption(text[: match.start()].rstrip(), tidy(match[1]))
    return Caption(HANGING.sub("", text) if text.rstrip()[-1:] in BRACKETS else text)


def tidy(credit: str) -> str:
    """A credit without its label: `Photo by Ines Ortega` → `Ines Ortega`."""
    plain = re.sub(rf"^\W*(?:{LABEL})[\s,:]*", "", credit.strip(" .()[]"), flags=re.IGNORECASE)
    return plain.strip(" .()[]") or credit.strip(" .()[]")
