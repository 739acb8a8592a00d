"""What is sewn to no paragraph: where an agency's story begins; below it stamps, marks of its end, whose hands it went through."""

import re

COUNTED = re.compile(r"(?:list \d+ of \d+|end of list)$")  # around a list of links, as some pages read it out
STOPS = frozenset('.?!:"”')
FEWEST_TITLED = 12  # three times the words
MOST_NOTED = 4  # lines of a word to editors below its first

# What a wire or a typist sets directly below a story: `(END/IPS/HB/98)`, `AP-NY-09-22-99 1918EDT`, `-30-`.
# An agency's stamp; a database's label.
APART = re.compile(
    r"\(END\b|(?:-30-|#{2,4}|NNNN|\(?MORE\)?|ENDS?|END IT)\s*$"
    r"|[A-Z]{2,4}-[A-Z]{2}-\d\d-\d\d-\d\d |(?:SECTION|LENGTH|HEADLINE|BYLINE|DATELINE|BODY|GRAPHIC|SUBJECT|LANGUAGE|LOAD-DATE):"
)


# Whose hands an agency's story went through, below its last sentence: `mc/kb`, `el/ am/`, `==Kyodo`, `(Hina) it sb`, `2322**1771`.
HANDS = re.compile(
    r"(?:[a-z]{2,4}(?:/ ?[a-z]{2,4}){1,4}/?|[A-Z]{2,4}(?:[/ ][A-Z]{2,4}){0,4}|[=-]{1,3} ?[A-Za-z]{3,10}|\d{4}\*\*\d{4}"
    r"|[Rr]euters?|REUTERS?|\([A-Za-z-]{2,12}\)(?: [a-z\d/]{2,9}){1,5}|ENDITEM(?:/[A-Z])?)$"
)

# `PORT HALE, Ohio, Feb 10 (AP) - `: an agency's story begins, whatever stands above.
OPENS = re.compile(r"[A-Z][A-Z .'’-]{2,30}(?:, [A-Z][\w. ]{1,24}){0,2} \([A-Z][\w ]{1,20}\) ?(?:[-–—]|--) ")


def stands(line: str, *, ended: bool) -> bool:
    """Whether a line is one of those, by itself or where the line above ended a paragraph."""
    return (
        APART.match(line) is not None
        or (line[:3].isupper() and OPENS.match(line) is not None)
        or (ended and HANDS.match(line) is not None)
    )


def is_titled(line: str) -> bool:
    """Whether a line is set as headlines are, and no sentence."""
    words = line.split()
    return line[-1:] not in STOPS and 5 * sum(word[0].isupper() for word in words) > 3 * len(words) >= FEWEST_TITLED


def until_closed(line: str, following: list[str]) -> int:
    """How many lines go on with a bracket that a line opened, or with what a wire's machine did with `^` and ends with `<`."""
    noted = line[:1] == "^"
    signs = ("<", "=") if noted else ("]", ")")
    if line.rstrip().endswith(signs) or not (noted or (line.lstrip()[:1] == "[" and "]" not in line)):
        return 0
    for count, other in enumerate(following[: MOST_NOTED if noted else 1], 1):
        if not other or "[" in other or other[0] == "^":
            return 0
        if other.rstrip().endswith(signs[:1] if noted else signs):
            return count
    return 0
