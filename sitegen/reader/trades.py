"""The words of the trade: how papers are called, what those who write are, and what they write about."""

from sitegen.reader.words import first_names, phrases, places

JOBS = frozenset(
    "writer writers reporter reporters correspondent correspondents editor editors columnist critic sportswriter sportswriters "
    "journalist journalists".split()
)
BEATS = frozenset(  # what reporters write about, besides places and sections
    "atlantic pacific prairie arctic parliamentary legislative political municipal crime court courts police justice labour labor "
    "investigative economics energy environmental agriculture religion aviation security climate whitehall westminster "
    "north south east west home social consumer royal defence diplomatic foreign".split()
)
PAPERS = frozenset(  # the last words of newspapers' names
    "advertiser advocate argus bulletin chronicle courier dispatch enterprise examiner express gazette globe guardian herald "
    "independent inquirer journal ledger mercury monitor news observer post record register reporter sentinel standard star sun "
    "telegram telegraph times tribune banner beacon citizen clarion courant democrat digest eagle echo gleaner intelligencer leader "
    "mail messenger patriot pioneer statesman weekly daily republic empire pilot bee forum reflector transcript frontiersman breeze".split()
)
# Of those words, what places, people and things are called by too; and how.
DOUBTFUL_PAPERS = frozenset("republic empire pilot bee forum breeze".split())
NO_PAPERS = frozenset(
    "czech republic|dominican republic|central african republic|british empire|roman empire|ottoman empire|test pilot|fighter pilot"
    "|airline pilot|ferry pilot|world economic forum|economic forum|spelling bee".split("|")
)
PARTICLES = frozenset(  # of names
    "de da di du del della der den van von ter ten la le las los el al bin bint ibn dos das do y e and st san abu af of".split()
)
PAPER_WORDS, NAME_WORDS = 3, 2  # of a newspaper's name; of a person's, at least


def _is_of_place(words: list[str]) -> bool:
    """`Sun Coast Register`: whether the word before the paper's is a place's, though the first is somebody's name."""
    return len(words) == PAPER_WORDS and words[1].casefold() in phrases().place_words


def is_paper(words: list[str]) -> bool:
    """Whether two or three words that nobody is called by end as newspapers' names do: `Marle Standard`, `Quell & Marle Herald`."""
    if "&" in words:
        words = [word for word in words if word != "&"]
    if not 0 < len(words) <= PAPER_WORDS or (words[0].casefold() in first_names() and not _is_of_place(words)):
        return False
    if words[-1].casefold() in DOUBTFUL_PAPERS and (
        len(words) == 1 or " ".join(words) in places() or " ".join(words).casefold() in NO_PAPERS
    ):
        return False
    last = words[-1].casefold()
    if words[-1].partition("-")[2][:1].islower():  # `Baek Sun-ho`
        return False
    return not PAPERS.isdisjoint(last.split("-")) or last.rstrip("0123456789").endswith(
        "news"
    )  # `Globe-Journal`, `Marlenews24`


# Labels of those who look at what the author wrote.
CHECKS = (
    *("fact checked by", "fact-checked by", "factchecked by", "reviewed by", "medically reviewed by", "expert reviewed by"),
    *("clinically reviewed by", "tested by", "recipe tested by", "recipe developed by", "verified by"),
)
OFFICES = frozenset("communications relations affairs newsroom bureau desk".split())  # of universities and the like
DESKS = frozenset("desk bureau newsroom collaborative network initiative".split())  # of houses that others write with
HOUSES = (
    " news service",
    " newspapers",
    " news agency",
    " newswire",
    " newswires",
    " news network",
    " press service",
    " news bureau",
    " media group",
)


def is_house(text: str) -> bool:
    """Whether a few words are called as houses are that several papers have their news from: `Marle States News Service`."""
    return text.casefold().endswith(HOUSES) and all(word[:1].isupper() or word in PARTICLES for word in text.split())


def ends_in_job(text: str) -> bool:
    """Whether the last word is what people of the trade are: writer, reporter."""
    return (text.rsplit(maxsplit=1) or [""])[-1].casefold().strip(".,") in JOBS


def is_beat(words: list[str], index: int) -> bool:
    """Whether the word before a job says what it is about: `Amy Marlow Whitehall correspondent`, `AMY MARLOW ATLANTIC REPORTER`."""
    if index <= NAME_WORDS or not ends_in_job(words[index]) or len(words[1].strip(".")) == 1:
        return False
    beat = words[NAME_WORDS].casefold()
    small = index == NAME_WORDS + 1 and words[index].islower()
    small = small or (  # `Amy Marlow Road test editor`
        index == NAME_WORDS + 2
        and words[index - 1].islower()
        and words[index].islower()
        and words[0].casefold() in first_names()
    )
    known = small or beat in BEATS or beat in phrases().sections or words[NAME_WORDS].capitalize() in places()
    return known and words[1].casefold() not in first_names() | PARTICLES
