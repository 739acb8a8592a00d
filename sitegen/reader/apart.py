"""What is sewn to no paragraph: where an agency's story begins; below it stamps, marks of its end, whose hands it went through."""

import re

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
