"""Rules for words that tell of a picture: that point into it, that say who is in it or what somebody is doing there."""

# ruff: noqa: PLR2004 - the figures in rules are their evidence and its limits; names would hide them

import re

from sitegen.reader import acting, captions, trades
from sitegen.reader.rows import Row, Words
from sitegen.reader.rules import makers
from sitegen.reader.seen import has_one
from sitegen.reader.sheet import Sheet
from sitegen.reader.signs import ASKS, LISTED
from sitegen.reader.surroundings import LETTERS, PROSE
from sitegen.reader.words import first_names, places

POINTERS = frozenset(
    b"left right pictured photo photograph seen shown photographed pose poses posing view image picture handout seated standing "
    b"center centre above below top bottom second third from engraving drawing painting sketch".split()
)
PRESENT = re.compile(
    r"\b(?:is|are|was|were) (?:seen|pictured|shown|photographed)\b|\b(?:pictured|file photo|file image"
    r"|file picture|undated photo|handout|photo illustration|stock image)\b|\((?:left|right|cent(?:er|re)|top"
    r"|above|below|second|third|from)\b"
    r"|, (?:left|right|center|centre|far left|far right|second from|third from|top|bottom|seated|standing|at left"
    r"|at right|above|below)\b[,.]?|\b(?:poses?|posing) (?:for|with|in|on|next|at)\b|\b(?:a view of|an aerial view"
    r"|this (?:photo|image|picture|handout))\b"
    r"|\((?:l ?[-–] ?r|from l|l to r)\)"
    r"|\bin this (?:\w+ ){0,3}(?:photo|image|picture|screengrab|frame)\b"
)
# Each of these words has one of these signs, which is seen sooner; without them only what follows a bracket or a comma is left.
PRESENT_SIGNS = ("seen", "pict", "shown", "photo", "image", "handout", "pose", "posing", "a view of", "aerial view", "in this ")
PRESENT_AFTER_SIGN = re.compile(
    r"\((?:left|right|cent(?:er|re)|top|above|below|second|third|from)\b"
    r"|, (?:left|right|center|centre|far left|far right|second from|third from|top|bottom|seated|standing|at left"
    r"|at right|above|below)\b|\((?:l ?[-–] ?r|from l|l to r)\)"
)
# One sentence that ends on what it stands under: `… in an engraving of the time.`
DRAWN = re.compile(
    r"[^.!?]+ in an? (?:\w+ ){0,3}(?:photo|photograph|picture|engraving|drawing|painting|sketch)\b[^.,!?]{0,30}\.?$"
)
POINTED = re.compile(
    r"\((?:[lr]\.?|c\.|left|right|centre|center|far left|far right|top|bottom|l ?[-–] ?r|l to r|from left"
    r"|in (?:dark |light )?(?:red|blue|white|yellow|green|black|orange|pink|purple|grey|gray|stripes))\)"
)
SHOUT = re.compile(r"(?!NOTES?\b|AROUND\b|QUICK\b|SHORT\b|ODDS\b)[A-Z][A-Z ,'’!?&-]{3,40} ?(?:…|\.\.\.) ?[A-Z]")
# `VOSS… ‘we have the lamp’`, as papers of the Caribbean have it: whom a picture shows, and what he says
SAID = re.compile(r"[A-Z][A-Z’'-]{2,}(?: [A-Z][A-Z’'-]+){0,2} ?(?:…|\.\.\.) ?[‘'“\"][^.!?]{8,90}[’'”\"]")
IN_WORK = re.compile(r"(?:[A-Z][\w.'’-]*[,;]? (?:and )?){2,12}in (?:[a-z]+ \w+ of )?[‘“\"'][A-Z][^“”\"]{2,60}[’”\"']")
MOST_SAID = 16  # words
BOTH_SIDES = ("left, right", "right, left", "left and right", "right and left")
SIDES = re.compile(r", (?:at )?(?:(?:second|third|far) (?:from )?)?(?:left|right|centre|center)\b")
# `Tolland...in court on Tuesday`: so papers of the Caribbean and of Nigeria tell who is in a picture.
DOTTED = re.compile(r"(?:[A-Z][\w.'’-]*(?: |, |(?=\.\.\.|…))){1,5}(?:\.\.\.|…) ?[a-z][^.!?…]{4,90}[^.!?…,:;]")
LED_IN = re.compile(
    r"(?!UPDATED?|WATCH|READ|EXCLUSIVE|BREAKING|OPINION|LIVE|PHOTOS?|VIDEO)[A-Z][A-Z'’-]+ [A-Z'’ -]{2,40}: [A-Z][^:]{30,200}[^.!?:…]"
)
LED_BY_CAPITALS = re.compile(r"[A-Z][A-Z'’-]{2,}(?: [A-Z'’-]{2,}){0,3} [A-Z][a-z]")
MOST_LED = 24  # words
FIRST_TOLD = 3  # paragraphs in which a story names whom its picture shows
LABEL, MOST_TITLES = 32, 12  # characters with the colon; words of who somebody is
DOING = re.compile(
    r"(?P<label>[A-Z][a-z'’]+(?: [\w'’-]+){0,3}): (?!An? |The )[A-Z][\w'’.-]*"
    r"(?: [\w'’.-]+){0,5}?(?<! a)(?<! the)(?<! of)(?<! for)(?<! is)(?<! are)(?<! was)(?<! were)(?<! be)(?<! been) [a-z]{3,}ing [^.!?]+[.]"
)
# `Staring match: Mr Tolland says the gnome's eyes follow him`, as British papers set a picture's words, and no stop behind them.
NAMED = re.compile(r"(?P<label>[A-Z][a-z'’]+(?: [a-z'’]+){0,3}): (?P<opening>[A-Z][\w.'’]*) [^:;]{25,}[^.!?:;,…]")
# `Not a wave in sight: The view from cabin 12`
SHOWN = re.compile(
    r"[A-Z][^:.!?]{2,40}: (?:The|An?) (?:[\w-]+ )?(?:view|photograph|photo|picture|image|scene|snap|selfie|portrait|sign)\b[^!?:]{8,}[^.!?:,;…]"
)
ARTICLES_SMALL = frozenset({"the", "a", "an"})
ARTICLES = frozenset({"The", "A", "An", "Mr", "Mrs", "Ms"})
# `The note, which has been framed`, `Hal Brand, who found it.`: whom or what, and no sentence.
FRAGMENT = re.compile(
    r"(?:(?:The|A|An) (?:[a-z-]+ ){0,2}[a-z-]+|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,4}), (?:who|which|where|whose) [^,;:.!?“\"]{6,90}\.?"
)
PORTRAYED = re.compile(
    r"[A-Z][\w’'-]+(?: [A-Z][\w.'’-]+){1,3}(?P<age>, (?:aged )?\d{1,3},?| \(\d{1,2}\))?"
    r" (?:in|with|at|outside|on|inside|beside|near|during|holding|alongside|behind|aboard) [^.!?]{5,140}(?:\. |\.?$)"
)
SPEAKING = frozenset("is are has have will can says does do".split())
NO_LABELS = frozenset(  # with which facts, results and what somebody says begin
    "pros cons example examples analysis verdict update updated note tip tips correction warning fact facts answer question result results"
    " winner winners opinion comment exclusive breaking live video watch poll quiz review preview profile explained the his her their its my"
    " our also final best worst bottom price cost big biggest first last next another one two three key main total age born died score scorers"
    " goals man player team date time place venue tickets entry details contact prize charged sentenced found guilty".split()
)
MOST_FRAGMENT = 24  # words
FEWEST_NAMED, MOST_NAMED, RUN = 8, 0.6, 2  # words; share of capitals; in a row
# `Pictured from space, the plume stretched to Chile.`, `He broke his arm (left) and his leg (right).`: somebody tells of it.
TELLS = re.compile(
    r"pictured (?!left|right|above|below|cent)[^,:]{2,60}, (?:the|he|she|it|they|his|her|a|an) [^,.]{0,40}?\b(?:is|was|were|had|has|would|could"
    r"|told|died|fell|went|\w{2,}ed)\b|(?:he|she|it|they|we|i|you) [^()]{4,80}\("
)
# `…, shown in file photos, have met once`, `… in an undated photograph taken at sea.`
FILED = re.compile(
    r"\b(?:shown|seen|pictured) in (?:(?:an?|this|these|undated|recent|old) ){0,2}file photo(?:graph)?s?\b"
    r"|\bin an? (?:undated )?photo(?:graph)? taken (?:in|on|at|by|from|last)\b"
)
SIDE_OF_TWO = re.compile(r"[A-Z][\w'’-]+, (?:left|right), and (?:[A-Z][\w.'’-]+ ){2}")  # `Iva Voss, left, and Hal Brand …`
MADE_BY = ("photograph by ", "photographs by ", "photo by ", "photos by ")  # a credit
# `Left: the chart on the visor. Right: a boy on the ride home.`
SIDE_BY_SIDE, OTHER_SIDE = ("left: ", "top: ", "above: ", "clockwise from "), re.compile(r"[.;,] (?:right|bottom|below)[:,] ")
FILE_ENDS = tuple(f"file {what}{stop}" for what in ("photo", "picture", "image") for stop in ("", "."))
# `CCTV grab of the leopard in the corridor`, `An artist's impression of the bridge`: what sort of picture it is.
SORTS = frozenset({"a", "an", "artist's", "artist’s", "aerial", "cctv", "file", "general", "drone", "satellite"})
OF_SORT = re.compile(
    r"(?:an? )?(?:artist['’]s (?:impression|rendering|illustration)|(?:aerial|general|file|drone|satellite|computer-generated|cctv)"
    r" (?:view|photo|photograph|picture|image|grab|still|footage|shot)s?) (?:of|from|showing|shows) "
)
ABOVE, NEAR = 8, 3  # rows
SHORTEST_NAME, SIGNS = 4, ".,:;!?()\"'"  # letters; around words
TITLED = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|Prof|Chief|Alhaji|Alhaja|Hon|Rev|Engr|Barr|Arc|Senator|Governor|Justice|Comrade|Pastor|Bishop|General|Otunba|Oba"
    r"|Sheikh|Imam)\.?(?: [A-Z][\w.'’-]*){1,4}"
)
OF_OFFICE = re.compile(r"(?:the )?(?:[a-z]+ ){0,2}[a-z]+ (?:of|for|at) (?:the )?[A-Z]")
MOSTLY = 0.7  # of a line's words begin with a capital


def pictured(row: Row, sheet: Sheet) -> float:
    """`left`, `pictured`, `seen here`: words that point into a picture."""
    if not 4 <= row.words <= 60 or row.text[0] in "\"“‘'" or row.key.startswith(("tags/", "tags:")):
        return 0.0
    in_head = row.place < sheet.head_end
    if sure := _points(row):
        return sure
    if (in_head and (_is_labelled(row, sheet) or _is_portrait(row) or _is_in_work(row) or is_subject(row, sheet))) or (
        not row.stop and _leads_in(row, sheet)
    ):
        return 6.0
    if sheet.told and row.place > sheet.told[0] and (_is_portrayed(row, sheet) or _is_led_in(row, sheet)):
        return 6.0
    shown = (
        not row.stop and ", pictured " in row.key
    )  # `Iva Voss, pictured by the river, says she has fed the ducks since 1973`
    if shown or (", wh" in row.text and _is_fragment(row)):
        return 5.0
    return _points_now(row, in_head=in_head) if (in_head or not row.stop) and _has_pointer(row) else 0.0


def _is_led_in(row: Row, sheet: Sheet) -> bool:
    """`COUNT Iva Voss sorts the night’s squid with her daughter.`, where a caption with its credit is led in so, too; no `NATO`."""
    led = (
        row.stop
        and row.text[:3].isupper()
        and row.words <= MOST_LED
        and row.gap > 0 < row.after
        and LED_BY_CAPITALS.match(row.text)
    )
    if not led or not acting.tells_action(row.text):
        return False
    others, word = [one.text for one in sheet.rows if one is not row], row.text.partition(" ")[0]
    if any(word in text for text in others):
        return False
    return any(text[:3].isupper() and LED_BY_CAPITALS.match(text) and captions.split(text).credit for text in others)


def _points_now(row: Row, *, in_head: bool) -> float:
    if in_head and " in a" in row.key and DRAWN.match(row.key):
        return 4.2
    return 2.2 if points_now(row.key) else 0.0


def _is_fragment(row: Row) -> bool:
    """Whether a line tells whom or what a picture shows, and no more; a sentence's verb stands before the comma."""
    if row.words > MOST_FRAGMENT or FRAGMENT.fullmatch(row.text) is None or (row.stop and row.opening in ARTICLES_SMALL):
        return False  # `The rope broke, which surprised nobody.`
    named = row.key.partition(", ")[0]
    return not acting.narrates(named, row.opening) and acting.DONE.search(named) is None


def _is_portrayed(row: Row, sheet: Sheet) -> bool:
    """`Iva Voss, 71, in the garden of her bungalow. …`: who is seen where, or with what, and no verb."""
    match = PORTRAYED.match(row.text) if row.opening in first_names() else None
    if match is None or not (row.stop or match["age"]):
        return False
    told = match[0].casefold()
    words = told.replace(",", "").replace(".", "").split()
    if acting.narrates(told, "") or acting.DONE.search(told) or not SPEAKING.isdisjoint(words):
        return False
    lists = sheet.phrases
    return all(verbs.isdisjoint(words) for verbs in (lists.headline_verbs, lists.more_headline_verbs, lists.person_verbs))


def points_now(key: str) -> bool:
    """Whether a line has words that point into a picture: `PRESENT`."""
    if has_one(key, PRESENT_SIGNS):
        return PRESENT.search(key) is not None
    return PRESENT_AFTER_SIGN.search(key) is not None


def _leads_in(row: Row, sheet: Sheet) -> bool:
    """`Tolland...in court on Tuesday`, `BACK ON THE SHELF: Iva Voss with the book` below the day: who is in a picture."""
    if ("..." in row.text or "…" in row.text) and DOTTED.fullmatch(row.text):
        return True
    if row.text[1].islower() and ": " in row.text[:LABEL] and (_is_named(row, sheet) or _is_shown(row, sheet)):
        return True
    above = sheet.heads.get(row.place - 1) if row.text[:2].isupper() else None
    return above is not None and above.dated and LED_IN.fullmatch(row.text) is not None


def _is_shown(row: Row, sheet: Sheet) -> bool:
    return bool(sheet.told) and row.place > sheet.told[0] and SHOWN.fullmatch(row.text) is not None


def _is_named(row: Row, sheet: Sheet) -> bool:
    """Whether a few words lead into what a picture shows, in a story that has its words: no speaker, no list, no other story."""
    if row.words < FEWEST_NAMED or row.titled > MOST_NAMED or not sheet.told:
        return False
    if not any(above.words >= PROSE and above.stop for above in sheet.rows[max(0, row.place - NEAR) : row.place]):
        return False
    match = NAMED.fullmatch(row.text)
    if match is None or not _tells_of_somebody(row, match, sheet):
        return False
    label, opening = match["label"].casefold(), match["opening"].casefold()
    alone = " " not in label and (label.endswith(("ed", "s")) or match["label"] in places())
    first = label.partition(" ")[0]
    if (
        alone
        or not NO_LABELS.isdisjoint((label, first))
        or label in sheet.phrases.references
        or label in sheet.phrases.sections
    ):
        return False
    if first in acting.WHOM or opening in acting.WHOM or opening in ASKS or opening in LISTED - {"the"}:
        return False
    beside = [NAMED.fullmatch(one.text) for one in sheet.rows[max(0, row.place - RUN) : row.place + RUN + 1]]
    return sum(one is not None for one in beside) <= RUN


def _tells_of_somebody(row: Row, match: re.Match[str], sheet: Sheet) -> bool:
    """Whether behind the label and the first word a name stands that the paragraphs above have too, and nothing that is told as done."""
    said = row.text[match.start("opening") :].split()
    verb = next((word for word in said[1:] if word[0].islower()), "")
    if verb.endswith("ed") or acting.NARRATING.fullmatch(verb):  # `Final score: Brand beat Orme`
        return verb in {"says", "has"}
    names = {word.strip(".,'’‘\"“”").casefold() for word in said[1:] if word[0].isupper() and len(word) >= SHORTEST_NAME}
    above = {word.strip(SIGNS) for one in sheet.rows[max(0, row.place - ABOVE) : row.place] for word in one.key.split()}
    return not names.isdisjoint(above | {word.removesuffix("'s") for word in above})


def _is_labelled(row: Row, sheet: Sheet) -> bool:
    """`Mopping up: Villagers cleaning the hall after the flood waters receded.`: words, a colon, and somebody who is doing something."""
    if not row.stop or ": " not in row.text[:LABEL] or not (match := DOING.fullmatch(row.text)):
        return False
    told = any(above.words >= PROSE and above.stop for above in sheet.rows[max(0, row.place - ABOVE) : row.place])
    return not told and match["label"] not in places() and match["label"].casefold() not in sheet.phrases.references


def _is_portrait(row: Row) -> bool:
    """`Permanent Secretary, Ministry of Works, Mr. Hal Brand`: whose picture it is."""
    if row.stop or row.words > MOST_TITLES or row.titled < MOSTLY or ", " not in row.text:
        return False
    return TITLED.fullmatch(row.text.rpartition(", ")[2]) is not None


def is_subject(row: Row, sheet: Sheet) -> bool:
    """`Iva Voss, chief of Marle`: whether a line names somebody of whom a paragraph tells, and what he is, which is no job of the trade."""
    name, _, what = row.text.partition(", ")
    if row.stop or row.words > MOST_TITLES or not what[:1].islower() or trades.ends_in_job(what) or " " not in name:
        return False
    supplied = any(one.key.startswith("source: ") for one in sheet.rows[: row.place])  # by another paper, as portals have it
    if not supplied or not trades.JOBS.isdisjoint(what.split()) or OF_OFFICE.match(what) is None:
        return False
    told = [one.text for one in sheet.rows[row.place + 1 :] if one.words >= PROSE and one.stop][:FIRST_TOLD]
    return any(f"{name} " in one and not one.startswith(f"{name} is ") for one in told)


def _is_in_work(row: Row) -> bool:
    """`Iva Voss in ‘The Lamp’`: who is seen in a film, as papers of the trade have it."""
    return not row.stop and row.text[-1] in "’'”\"" and " in " in row.text and IN_WORK.fullmatch(row.text) is not None


def _points(row: Row) -> float:
    key = row.key
    if (key.endswith(FILE_ENDS) and makers.is_of_house(row)) or key.startswith(MADE_BY):
        return 0.0
    if key.startswith(SIDE_BY_SIDE) and OTHER_SIDE.search(key):
        return 6.5
    if has_one(key, BOTH_SIDES) or (row.stop and TELLS.match(key)):  # of politics, of a fight
        return 0.0
    if (
        key.endswith(FILE_ENDS)
        or (not row.stop and "(pictured" in key)
        or ("photo" in key and FILED.search(key))
        or (not row.stop and row.opening in SORTS and OF_SORT.match(key))
        or (
            row.stop
            and key.startswith("image of ")
            and row.words <= MOST_FRAGMENT
            and not acting.narrates(key, "")
            and not acting.DONE.search(key)
        )
    ):
        return 6.0
    if (
        row.opening == "pictured"
        or SIDE_OF_TWO.search(row.text)
        or (", " in key and len(SIDES.findall(key)) > 1 and not (" says" in key or " said" in key))
    ):
        return 8.0
    return 6.5 if ("(" in key and POINTED.search(key)) or ("l-r: " in key and row.words <= MOST_FRAGMENT) else 0.0


def may_point(row: Words) -> bool:
    """Whether a line has a sign without which none of its words points into a picture, wherever it stands."""
    text = row.text
    if "(" in text or row.key.endswith(FILE_ENDS) or (row.words <= MOST_FRAGMENT and ", wh" in text) or "l-r: " in row.key:
        return True
    if row.opening in first_names() and PORTRAYED.match(text):
        return True
    if row.stop and (row.key.startswith(SIDE_BY_SIDE) or (text[:3].isupper() and LED_BY_CAPITALS.match(text))):
        return True
    if row.stop:
        return ", " in row.key and ("left" in row.key or "right" in row.key or "cent" in row.key)
    return (
        ": " in text[:LABEL] or "…" in text or "..." in text or text[:2].isupper() or _has_pointer(row) or row.opening in SORTS
    )


def may_point_above(row: Words) -> bool:
    """The same above the story, where fewer signs will do."""
    text = row.text
    return (
        ": " in text[:LABEL] or (not row.stop and (", " in text or text[-1] in "’'”\"")) or may_point(row) or _has_pointer(row)
    )


def _has_pointer(row: Words) -> bool:
    return not POINTERS.isdisjoint(row.key.encode().translate(LETTERS).split())


def shouted(row: Row, _: Sheet) -> float:
    """`THERE THEY GO … The mayor leaves for the river.`, `VOSS… ‘we have the lamp’`: a few capitals lead into a caption."""
    if row.words <= MOST_SAID and not row.stop and SAID.fullmatch(row.text):
        return 6.0
    return 6.0 if 8 <= row.words <= 60 and SHOUT.match(row.text) and acting.ACTION.search(row.text) else 0.0
