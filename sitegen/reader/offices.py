"""How organisations are called: by their last word, by one before `of`, by two that tell together."""

from itertools import pairwise

from sitegen.reader.words import phrases

FULL_NAME = 2  # words
# `Transport Canada`, `Sport England`: what a country's bodies are called that are for something.
COUNTRIES = frozenset(
    "Canada England Scotland Wales Ireland Britain Australia Zealand India Nigeria Kenya Uganda Ghana Jamaica Barbados".split()
)
OF_COUNTRIES = frozenset(
    "Parks Service Statistics Elections Sport Sports Athletics Tennis Cricket Hockey Rugby Swimming Cycling Rowing Netball Basketball Visit"
    " Historic Natural Network Skills Nature Heritage Gymnastics Golf Volleyball Skate Equestrian Destination Consumer Safe".split()
)
# Behind these `of` tells where a firm is: `Orsel Partners of Toronto`.
FIRMS = frozenset(
    "Partners Homes Solutions Associates Analytics Software Consulting Builders Contractors Packaging Resources Brewing Distillery Engineering"
    " Realty Foods Motors Boats Industries Systems Stores Holdings Enterprises Technologies Inc LLC Ltd Corp Developers Architects".split()
)
HEADED = frozenset({"of", "for", "on"})
# How organisations' names end of which one word alone tells nothing: `Philippine Coast Guard`.
TWO_WORDS = frozenset(
    tuple(words.split())
    for words in (
        *(
            "Coast Guard",
            "National Guard",
            "Red Cross",
            "Red Crescent",
            "Air Force",
            "Marine Corps",
            "Police Force",
            "Funeral Home",
            "First Nation",
            "Public Schools",
            "Asset Management",
            "Health Region",
        ),
        *("Emergency Management", "Local Government", "Task Force", "Credit Union", "Fire Rescue"),
    )
)
RESORTS = frozenset("Environment Health Justice Finance Trade Defence Defense Treasury Interior Foreign Education".split())
OF_STATE = frozenset("Department Agency Ministry Commission Authority Board Council Office Service Secretariat".split())
OFFICIAL = frozenset({"State", "Police", "Democratic", "Republican"})
OF_OFFICES = frozenset({"Friends", "Sons", "Daughters", "Knights", "Doctors", "Survey"})


def is_office(words: list[str]) -> bool:
    """Whether the words name an organisation: by their last word, or by one before `of`."""
    lists = phrases()
    if (
        len(words) == FULL_NAME
        and words[1] in COUNTRIES
        and (words[0].casefold() in lists.subjects or words[0] in OF_COUNTRIES)
    ):
        return True
    if HEADED.isdisjoint(words):
        if len(words) > FULL_NAME and (words[-2], words[-1]) in TWO_WORDS:
            return True
        return words[-1].casefold().rstrip(".,") in lists.offices and (
            len(words) > FULL_NAME
            or words[0].casefold().rstrip(".") not in lists.titles
            or words[0] in OFFICIAL
            or (words[0] in RESORTS and words[1] in OF_STATE)
        )
    heads = [before for before, word in pairwise(words[:-1]) if word in HEADED]
    return any((head.casefold() in lists.offices and head not in FIRMS) or head in OF_OFFICES for head in heads)
