"""What stands around a name and tells what it is: who speaks, who lives somewhere, which word leads into a place."""

import re
from string import ascii_lowercase

from sitegen.reader.words import phrases, places

SPEAKS = re.compile(
    r",? (?:said|says|told|asked|added|wrote|argued|warned)\b|, \d\d?,| \(\d\d\)|, whose? |, (?:he|she) (?:said|says|added)\b"
)
APPOSITION = re.compile(r", (?:an?|the|another|his|her|their|its|\w+['’]s) ((?:[\w'’-]+ ){0,4}[a-z]+)|, ([a-z]+) of ")
VERB = re.compile(r" ([a-z]+)\b")
TRADE_ENDS = ("ist", "er", "or", "ian", "man", "woman", "ant", "ress")  # how words end that tell what people do
SHORTEST_TRADE = 5  # letters
AFTER_SPEECH = (" said ", " says ", " asked ", " added ", " named ", " called ")
THE = frozenset({"the ", "The "})
ACRONYM = re.compile(r" \((?:the )?([A-Z][A-Za-z]{1,7})\)")
BODY = re.compile(r" ([a-z]+)\b")
# States and provinces as newspapers of America shorten them.
REGION = re.compile(
    r"(?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kans?|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Nebr?|Nev|N\.(?:[BCDHJMSY]|Mex)|Okla"
    r"|Ore|Pa|R\.I|S\.[CD]|Tenn|Tex|Vt|Va|Wash|W\. ?Va|Wisc?|Wyo|Ont|Que|B\.C|Alta|Sask|Man|Nfld)\.(?!\w)"
)
# `Saltmere, in Suffolk,`: where a town is.
WITHIN = re.compile(r", (?:in|near) ([A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)?)(?=[,.;)\n]|$)")
# `in Sonapuri town`, `from Kilpadi village`; and whose people newspapers tell of: `a Wapsie man who is accused …`.
SETTLEMENTS = "town village hamlet suburb taluk tehsil mandal barangay county parish".split()
SETTLED = re.compile(rf" (?:{'|'.join(SETTLEMENTS)})\b")
LEADS_SETTLED = (" in ", " at ", " from ", " of ", " near ", " to ")
NATIVES = (
    "man woman couple resident teenager teen pensioner family grandmother grandfather mother father native motorist".split()
)
NATIVE = re.compile(
    rf" (?:{'|'.join(NATIVES)})(?:,? who\b|, (?:aged )?\d|,? (?:was|were|is|has|had|died|told|said|accused|charged|convicted|arrested|killed"
    r"|injured|wanted|faces|pleaded|fled|held|jailed|fined|found)\b)"
)
# Whoever belongs to a people, a faith or a party is of no town.
PEOPLES = frozenset(
    "black white asian hindu sunni shia sikh latina latinx roma romani gypsy aboriginal maori māori inuit cree navajo cherokee sioux apache"
    " mohawk métis metis mormon amish baptist anglican methodist presbyterian lutheran quaker pentecostal evangelical rohingya uyghur yazidi"
    " dalit tamil han hmong zulu yoruba igbo hausa hutu tutsi basque pashtun northern southern eastern western marine covid tory labour"
    " ukip trans gay elderly local native indigenous caucasian jehovah's olympic roman victorian tudor".split()
)
OF_PEOPLE = re.compile(r"(?:ish|ian|ean|ese|ic|ist|[^aeiou]i)$|-")
SETTLED_BEGUN = frozenset(f" {word[:2]}" for word in (*SETTLEMENTS, *NATIVES))  # seen sooner
LEADS_NATIVE = (" a ", " an ")
DISTANCE = re.compile(r", (?:about |some |nearly |roughly )?\d+ (?:miles|kilomet(?:er|re)s|km)\b")
IN_REGION = re.compile(r", ([A-Z][\w.]+(?: [A-Z][\w.]+)?)(?=[,.;)\n]|$)")
SPEAKING = re.compile(
    r" (?:said|says|announced|plans?|voted|agreed|ruled|reported|declined|warned|denied|confirmed|estimates?|asked|told|wants?|approved|urged"
    r"|has (?:asked|told|said|filed|offered|agreed|urged|voted|promised|refused)|have (?:asked|said|voted|agreed)|will (?:meet|decide|vote))\b"
)
INTO_PLACE = (
    " in ",
    " near ",
    " outside ",
    "outside of ",
    " across ",
    "\nIn ",
    ". In ",
    " throughout ",
    "orth of ",
    "outh of ",
    "east of ",
    "west of ",
    "iles from ",
    "town of ",
    "city of ",
    "port of ",
    "village of ",
    "island of ",
    "mayor of ",
    "people of ",
    "suburb of ",
    "resident of ",
    "residents of ",
    "outskirts of ",
    "downtown ",
    *(f"{figure}, of " for figure in range(10)),  # `Hal Brand, 46, of Marle`
)
BEFORE_PLACE = frozenset(words[-2] for words in INTO_PLACE)  # how the words end that lead into a place
INTO_ENDS = frozenset(words[-3:] for words in INTO_PLACE)  # the same with the space behind, which is seen sooner than the words
TO_TOWN = (*INTO_PLACE, " from ", " to ", " at ", " around ", " into ", " leave ", " visit ", " toward ", " towards ")
TOWARDS = (*TO_TOWN, " of ", " for ", " and ")
INTO_OTHERS = (  # `a stake in Marle Motors`
    "stake in ",
    "stakes in ",
    "shares in ",
    "stock in ",
    "interest in ",
    "invest in ",
    "invested in ",
    "investment in ",
    "investor in ",
    "investors in ",
    "role in ",
    "roles in ",
    "starred in ",
    "stars in ",
    "appeared in ",
    "believe in ",
    "believed in ",
    "confidence in ",
)
TOWN_OF = tuple(words for words in INTO_PLACE if words.endswith(" of "))  # where no other word than a place's follows
# What follows a place: an end, or a word that takes the sentence further. `in Marle films`, `in Marle’s mind` may be anything.
ENDS_PLACE = re.compile(
    r"[^\w\s'’&/+(-]|\n|$|\s+(?:a|about|after|again|against|ago|along|already|also|alone|although|always|amid|among|an|and|are|around|as|at"
    r"|because|been|before|began|between|but|by|came|can|could|did|do|does|due|during|earlier|ever|every|for|from|had|has|have|he|her|here|his"
    r"|how|if|in|into|is|it|its|just|last|late|later|like|may|might|more|most|near|never|next|no|not|now|of|off|on|once|only|or|our|out|over"
    r"|per|rather|said|says|she|should|since|so|soon|still|than|that|the|their|them|then|there|these|they|this|those|though|through|throughout"
    r"|to|today|together|tomorrow|tonight|too|toward|towards|under|unless|until|up|us|was|we|were|what|when|where|whether|which|while|who"
    r"|whose|will|with|within|without|would|yesterday|yet|you)\b"
)
INNER_CAPITAL = re.compile(r"(?!Mc|Mac|De|Di|Da|Du|Le|La|Van|Fitz|O['’])[A-Z][a-zà-ÿ]+[A-Z]|[A-Z]{2,}[a-z]")  # `MySQL`, `WinML`
SMALL_END = re.compile(r"-[a-z]+$")  # `Ohio-based`
TOWN_WORDS = 3
LEAD = 16  # characters before a name that are looked at


def before(text: str, start: int, words: tuple[str, ...]) -> bool:
    """Whether one of the words ends where the name begins."""
    return text.endswith(words, max(0, start - LEAD), start)


def after_the(text: str, start: int) -> bool:
    """Whether `the` stands before: people have none."""
    return text[start - 4 : start] in THE


def in_place(text: str, start: int, end: int, name: str) -> bool:
    """Whether `in` or `near` stands before an unknown name of one to three words, and after it what follows places."""
    if text[start - 3 : start] not in INTO_ENDS or not before(text, start, INTO_PLACE) or before(text, start, INTO_OTHERS):
        return False
    return (
        may_be_local(name)
        and name.count(" ") < TOWN_WORDS
        and (ENDS_PLACE.match(text, end) is not None or before(text, start, TOWN_OF))
    )


def may_be_local(name: str) -> bool:
    """Whether a name may be a place's: peoples, months, initials, trade names with inner capitals, and compounds aren't."""
    if name.split(" ", 1)[0].casefold() in phrases().not_towns:
        return False
    return not name.isupper() and INNER_CAPITAL.search(name) is None and SMALL_END.search(name) is None


def in_region(text: str, end: int) -> bool:
    """`Ferris, Ohio`: whether a known state or country follows, and nothing more."""
    if text[end : end + 2] != ", ":
        return False
    match = IN_REGION.match(text, end)
    return (match is not None and places().get(match[1].rstrip("."), False)) or REGION.match(text, end + 2) is not None


def is_settled(text: str, start: int, end: int) -> bool:
    """`in Sonapuri town`, `a Wapsie man`: whether what stands around a word makes it a town's name."""
    if text[start:end].removeprefix("A ").removeprefix("An ").casefold() in PEOPLES or OF_PEOPLE.search(text[start:end]):
        return False
    if SETTLED.match(text, end):
        return before(text, start, LEADS_SETTLED)
    led = text.startswith(("A ", "An "), start) or before(text, start, LEADS_NATIVE)  # the first is of the run
    return led and NATIVE.match(text, end) is not None


def is_within(text: str, start: int, end: int) -> bool:
    """`at Saltmere, in Suffolk,`: whether a known region follows in which it is."""
    match = WITHIN.match(text, end) if before(text, start, LEADS_SETTLED) else None
    return match is not None and places().get(match[1].rstrip("."), False)


def is_far(text: str, end: int) -> bool:
    """`Harmon, 40 miles off`: whether a distance follows."""
    return DISTANCE.match(text, end) is not None


def tells_person(text: str, start: int, end: int) -> bool:
    """Whether the name's bearer says something, does what people do, has an age or a trade, or is told of with `who`."""
    if text[end : end + 1] in {",", " "}:
        if SPEAKS.match(text, end):
            return True
        verb = VERB.match(text, end)
        if verb and verb[1] in phrases().person_verbs:
            return True
        words = APPOSITION.match(text, end)
        if words and any(map(is_trade, (words[1] or words[2]).split())):
            return True
    if before(text, start, AFTER_SPEECH):
        return True
    return is_trade(_word_before(text, start))


def _word_before(text: str, start: int) -> str:
    """The word in small letters before a name, with a comma or without: `spokesman Hal Brand`, `the mayor, Hal Brand`."""
    lead = text[max(0, start - LEAD) : start].removesuffix("\n")
    if lead[-1:] != " ":
        return ""
    lead = lead[:-1].removesuffix(",")
    return lead[len(lead.rstrip(ascii_lowercase)) :]


def is_trade(word: str) -> bool:
    """Whether a word in small letters tells what a person is or does."""
    lists = phrases()
    if word in lists.trades:
        return True
    return len(word) >= SHORTEST_TRADE and word.endswith(TRADE_ENDS) and word not in lists.no_trades


def is_speaking(text: str, start: int, end: int) -> bool:
    """`The Portuguese Mint said`: whether something with `the` before it speaks."""
    return after_the(text, start) and SPEAKING.match(text, end) is not None


def is_body(text: str, start: int, end: int) -> bool:
    """`the Marle union`: whether a word follows that tells an organisation."""
    match = BODY.match(text, end) if after_the(text, start) else None
    if match is None:
        return False
    lists = phrases()
    if match[1] not in lists.bodies:
        return False
    small = text[start:end].casefold()
    return small not in lists.no_part_of_names and small not in lists.not_towns and not small.endswith("-based")


def acronym(text: str, end: int, name: str) -> str | None:
    """The initials that follow in brackets: `Tull River Keepers (TRK)`."""
    match = ACRONYM.match(text, end) if text[end : end + 2] == " (" else None
    if match is None:
        return None
    words = re.split(r"[\s-]+", name)
    short = match[1].casefold()
    capitals = "".join(word[0] for word in words if word[:1].isupper()).casefold()
    every = "".join(word[0] for word in words if word).casefold()
    return match[1] if short in {capitals, every, capitals.removesuffix("c"), capitals.removesuffix("i")} else None
