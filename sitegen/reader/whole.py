"""Lines that are a picture's credit and nothing else, whatever stands around them."""

import re

from sitegen.reader import captions
from sitegen.reader.behind import names_only
from sitegen.reader.captions import MAKERS, WHICH
from sitegen.reader.words import first_names

_PICTURE = r"(?:photo|photograph|picture|pic|image)s?"
_GIVEN = "submitted|supplied|contributed|provided"
# `AP Photo`, `Alamy Stock Photo`, `Shutterstock.com`, `© Getty Images`, `AP Photo/Hal Brand, File`
OF_MAKER = re.compile(
    rf"© ?(?:{MAKERS})|(?:Shutterstock|iStock|Unsplash|Pexels|Pixabay)\.com|iStock|(?:{MAKERS}) (?:(?:File|Stock) )?(?:Photos?|Pictures|Images)"
    r"(?: ?/ ?[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}(?:, File| ?/ ?File)?)?"
)
# `Submitted photo`, `Photo provided`: whence it came, where nobody says who made it.
OF_NOBODY = re.compile(
    rf"(?:{_GIVEN}|courtesy|handout|file|stock|archive|library) {_PICTURE}|{_PICTURE} (?:{_GIVEN})", re.IGNORECASE
)
# `Photo/Hal Brand`, `Photo - Hal Brand`, `Artwork: Hal Brand`, `Map by Hal Brand`, each before the names.
LABEL = re.compile(
    rf"(?:{_PICTURE}(?: ?/ ?| [-–—] )|(?:supplied|artworks?|footage|pix|photo[- ]illustrations?|composite|collage): "
    r"|(?:art|artwork|cartoon|map|video|drawing|chart|infographic|collage|composite|photo[- ]illustration)s? by )",
    re.IGNORECASE,
)
# The first words of labels.
CREDITING = frozenset(
    "visual visuals photographer permission "
    "foto fotos media "
    "photo photos photograph photographs photography picture pictures image images illustration illustrations pic screengrab screenshot "
    "graphic credit credits source courtesy via ap reuters afp file staff courier handout supplied provided contributed submitted stock".split()
).union(WHICH)
# And those of whole credits besides.
OPENINGS = CREDITING | frozenset(
    "archive library art artwork artworks cartoon cartoons map maps video videos drawing drawings chart charts "
    "infographic collage composite pix footage photo-illustration photo-illustrations".split()
)
# `Register photo by Hal Brand`: a paper's name before the label.
OF_HOUSE = re.compile(
    r"(?:The )?(?:[A-Z][\w.&’'-]+ ){1,4}(?:staff )?photo(?:graph)?s?(?: by | ?[|/:] ?| [-–—] )[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){1,3}"
)
HOUSE_SIGNS = (" photo |", " photo:", " photo/", " photo /", " photo -", " photo –", " photo —")
LABEL_END = re.compile(r"[:.…/]")


def label_of(opening: str) -> str:
    """A line's first word up to its colon or dots: `credit` of `Credit:Hal Brand`."""
    return LABEL_END.split(opening, maxsplit=1)[0]


def is_credit(text: str) -> bool:
    """Whether a line says who made a picture, or whence it came, and no more."""
    bare = text.strip("()[]. ")
    if OF_MAKER.fullmatch(bare) or OF_NOBODY.fullmatch(bare) or OF_HOUSE.fullmatch(bare):
        return True
    if (shouted := captions.INITIALED.fullmatch(bare)) is not None and shouted["given"].casefold() in first_names():
        return True
    label = LABEL.match(bare)
    return label is not None and names_only(bare[label.end() :].replace("/", " / "))
