"""Pointers to other articles: `[RELATED: …]`, `READ MORE: …`, and the headings of lists of them."""

import re
from itertools import repeat

from msgspec import Struct

from sitegen.model import Reference, ReferenceKind
from sitegen.reader.trades import is_paper
from sitegen.reader.words import first_names, phrases

BRACKETED = re.compile(
    r"^[\[({]{1,2}\s*([A-Za-z][A-Za-z '’&,-]{1,28})\s*[:|]\s*([^\s\[\]][^\[\]]{1,299}?)\s*[\])}]{1,2}\s*(?:\((\S+)\))?\.?$"
)
LABELLED = re.compile(
    r"^([A-Za-z][A-Za-z '’&]{1,28}?)(?::(?=[A-Z])|\s\|(?=[A-Z“‘])|\s?(?::|\s\||\s[–—]|\s-|\s>+)\s+)(\S.{2,240})$"
)
LABEL_BRACKETED = re.compile(r"^\[([A-Z][A-Za-z '’&]{1,28})\]:?\s+(\S.{2,240})$")
# `READ MORE Ferry crews vote`, `Read more The crews who vote`, `WATCH ▶ Ferry crews vote`: no sign, or an arrow, behind them
SHOUTED = re.compile(
    r"^(Read more(?= [A-Z“‘])|READ (?:MORE|ALSO|NEXT)(?= ?[▶►→>»]| [A-Z0-9“‘])|(?:ALSO|MUST) READ(?= ?[▶►→>»])|SEE ALSO(?= ?[▶►→>»])"
    r"|RELATED ARTICLE(?=[A-Z][a-z])"
    r"|RELATED(?: (?:STORY|STORIES|ARTICLES?|NEWS))?(?= ?[▶►→>»])|WATCH(?= ?[▶►→>»]))(?:\s?[▶►→>»]*\s+|(?<=ARTICLE)(?=[A-Z][a-z]))"
    r"(?=[A-Z0-9\"“'‘]\S*[a-z])(\S.{11,240})$"
)
# `Met boss explains why thunder is getting louder [INSIGHT]`: a headline with what it is
TAGGED = re.compile(r"([A-Z£$€\d“‘'\"].{14,150}[^\s.:]) \[([A-Z][A-Z ]{2,14})\]")
# `>>> Ferry crews vote to end their strike`: a headline behind arrows
LED = re.compile(r"^(?:>>+|[»→►▶▸➤⇒])\s*([A-Z0-9\"“'‘].{15,200}[^\s.!?…:,;])$")
# `(See pictures of the ferry.)`, `(Read "The Lamp.")`: what a weekly sets between its paragraphs
ASIDE = re.compile(
    r"\((?P<verb>See|Read|Watch|Vote|Listen to)(?: (?P<what>pictures|photos|a video|the video|video)\b)?"
    r" (?P<words>[^()]{6,160}?)\.?\)"
)
ASIDES = {"read": "read", "watch": "video", "vote": "poll", "listen to": "audio"}
# `See “Ferry crews vote”`
QUOTED = re.compile(r"(?:See|Read|Watch)(?: also)?:? [“\"‘]([A-Z][^“”\"]{10,150})[”\"’]\.?")
# `Listen to the mayor on the lamp duration 4′ 11″`: a clip of a broadcaster's, with how long it is
CLIP = re.compile(
    r"(?:(Listen to .{5,140}?),? duration \d{1,3} ?['′’:][ :]*\d\d ?[\"″”]?|Listen duration \d{1,3} ?['′’:][ :]*\d\d ?[\"″”]? (.{10,140}))"
)
# `[More news] Van strikes bakery »`: so papers of one house in the United States
MARKED = re.compile(r"\[([A-Z][A-Za-z ]{2,28})\] ([A-Z0-9\"“'‘$].{14,150}?) ?»")
# `Mill to Close Plant (June 30)`: another story and its day
DAYED = re.compile(
    r"([A-Z“‘\"'].{14,110}[^\s.:,;]) \((?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)\.? \d{1,2}(?:, (?:19|20)\d\d)?\)"
)
# `State extends its phase-out to small warehouses By Hal Brand • Aug. 4, 2025`: another story's headline, author and day
SIGNED = re.compile(
    r"([A-Z“‘\"'\d].{18,150}[^\s.:,;]) By [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){1,3} ?[•·|] ?[A-Z][a-z]{2,8}\.? \d{1,2}, (?:19|20)\d\d"
)
POINTS = "•*–-·>»→►▶▸➤⇒📌👉🔗📰🎥"  # signs before a label or a headline
FROM_HOUSE = re.compile(r"(?:more|also) (?:from|on|in) (?:the )?(?P<house>.+)", re.IGNORECASE)
DAY_BEHIND = re.compile(
    r"(?<=\S)\s+\(?(?:\d{1,2}/\d{1,2}/\d{2,4}|\d{1,2}\.\d{1,2}\.\d{4}|\d{4}-\d\d-\d\d)\)?$"
)  # behind a headline in a list
# `Read more in Marle Daily: …`, `READ ON THE OBSERVERS: …`
READ_IN = re.compile(r"Read (?:more|also) (?:in|on|from) [A-Z].+|READ (?:(?:MORE|ALSO) )?(?:IN|ON|FROM) [A-Z].+")
OF_SERIES = re.compile(
    r"PART (?:[IVX]+|\d|ONE|TWO|THREE|FOUR|FIVE|SIX)|COMING (?:\w+DAY|TOMORROW|NEXT WEEK)|TOMORROW|YESTERDAY"
)
ADDRESS = re.compile(r"\s*[(<]?(https?://[^\s()<>]+)[)>]?\s*$")
BULLET = re.compile(r"^(?:[•▪►]+\s*(?=\w)|(?:[*•·▪►»>–—-]+|&raquo;|&bull;|\d{1,2}[.)])\s+)")
# How a page tells those who can't see it of a list: `list of 3 items`, above each `list 1 of 3`, or that and the headline.
LISTED = re.compile(r"list (?:of \d{1,2} items?|\d{1,2} of \d{1,2})")
ITEM = re.compile(r"list \d{1,2} of \d{1,2} ?(?=\S)")
STRESSED = re.compile(r"^(?P<mark>[*_]{1,3})(?P<label>[A-Z][A-Za-z ]{2,28}:)(?P=mark)(?= )")  # `**Read also:** …`
LINK = re.compile(r"\[([^\[\]]{2,240})\]\((https?://[^\s()<>]+)\)")
WORD = re.compile(r"[^\W\d_]{2}")
PAGED, PAGED_LABEL = re.compile(r"^(MORE|SEE|FULL STORY|STORY|READ MORE) ON PAGE [A-Z]?\d{1,3}:", re.IGNORECASE), 24
FROM_PAPER = re.compile(r"(?<=^also read) from .+")  # `ALSO READ FROM MARLE COURIER: …`
SHORTENED = re.compile(r"\b[A-Za-z]\.[A-Za-z]\.$")  # `3 a.m.`, `U.S.`
MOST_WORDS, FROM = 30, "more from "
MORE = ("more from ", "more on the ", "more about ", "read more from ", "read more about ", "read more on ")
MORE_NEWS = re.compile(
    r"more (?:\w+ ){0,2}(?:news|stories|coverage|headlines)(?: (?:in|from|on) |$)"
)  # `More breaking news in Bay Now:`, `More Harbour News:`
INSIDE_PAPER, EDITIONS = (
    tuple(f"{where} {when} " for where in ("in", "inside", "also in") for when in ("this week's", "today's")),
    (" issue", " edition", " magazine", " paper"),
)
QUOTES = "\"“‘'"
ASIDE_OF = re.compile(
    r"(?:about|more|TIME|all \d|the (?:top|best|full|cover|\d)|a (?:graphic|map|list|timeline|Q&A|brief history)|how|why) "
)
ISSUE = (" this issue", " this edition", " this series")


class Pointer(Struct, frozen=True, gc=False):
    """A reference as read, and whether its label is one that the lists know."""

    reference: Reference
    known: bool


def aside(text: str) -> Pointer | None:
    """The reference that `(See pictures of the ferry.)` makes: all of a line, and no more than points elsewhere."""
    match = ASIDE.fullmatch(text) if text[:1] == "(" else None
    if match is None or not (match["what"] or match["words"][0] in QUOTES or ASIDE_OF.match(match["words"])):
        return None
    kind = "photos" if match["what"] in {"pictures", "photos"} else ASIDES.get(match["verb"].casefold(), "related")
    return Pointer(Reference(_kind(kind), text[1:-1].rstrip(".")), known=True)


def bracketed(text: str) -> Pointer | None:
    """The reference that a whole line in brackets makes."""
    if pointed := aside(text):
        return pointed
    match = BRACKETED.match(text) if text[:1] in "[({" else None
    if not match:
        return None
    label, words, address = match.groups()
    kind = "more" if _label(label).startswith(MORE) else phrases().references.get(_label(label))
    if kind is None and (house := FROM_HOUSE.fullmatch(label)) and (house["house"].isupper() or _is_house(house["house"])):
        kind = "more"  # `(Also on MARLE LEDGER: …)`
    if kind is None and (not label.isupper() or text[0] != "[" or _label(label) in NOTES):
        return None
    words, found = _addressed(words)
    if text[0] == "(" and _label(label) in LOOSE and (words[0].islower() or words[-1] == "."):
        return None  # `(Read: higher taxes.)`
    return Pointer(Reference(_kind(kind), words, address or found), kind is not None)


INSIDE = re.compile(r"\[[A-Z][A-Z '’&,-]{1,28}[:|][^\[\]]{3,300}\]")


def inside(text: str) -> list[Reference]:
    """The references in brackets within a paragraph, which it may read on from: `… is online [READ: The keeper's log] and has …`."""
    found = [pointer for pointer in map(bracketed, INSIDE.findall(text)) if pointer is not None and pointer.known]
    return [one.reference for one in found if " " in one.reference.text and not one.reference.text[0].islower()]


LONE = re.compile(r"\[([A-Z“\"'‘][^\[\]:]{20,160}[^\[\]:.!?,;…\s])\]")
# Set apart from its brackets a headline may be shorter or ask something; who asks the reader to look elsewhere may write a sentence.
LINKED = re.compile(
    r"\[ ([A-Z“\"'‘][^\[\].]{12,160}[^\[\]:.!,;…\s]) \]"
    r"|\[((?:Learn|Read|See|Watch|Listen|View|Check out|Take|Find out|Look at|Browse|Vote|Get) "
    r"(?:a|an|about|more|how|why|what|the|our|also|to|all|who|which|where|photos|pictures|\d+) ?[^\[\]:]{8,160}\S)\]"
)
# `[Ferry standings: Who’s where on the river]`
PARTED = re.compile(
    r"\[((?![^:]*\b(?i:notes?|photos?|images?|pictures?|credits?|courtesy|updates?|corrections?|sources?|editors?|captions?|warnings?)\b)"
    r"[A-Z][\w’']+(?: [\w’']+){1,4}: [A-Z][^\[\]:.]{12,120}[^\[\]:.!,;…\s])\]"
)
LONGEST_CODE = 6  # letters
FEWEST_LONE, FEWEST_LED, MOST_LONE = 5, 4, 24  # words


def lone(text: str) -> Pointer | None:
    """`[Transit board delays vote again]`: a headline alone in brackets, which leads to its story where the page was alive."""
    match = (LONE.fullmatch(text) or LINKED.fullmatch(text) or PARTED.fullmatch(text)) if text[:1] == "[" else None
    words = match[match.lastindex or 1] if match else ""
    if words.isupper() and all(len(word) <= LONGEST_CODE for word in words.split()):  # `[RU EUROPE EEU KZ TRAN]`
        return None
    return Pointer(Reference("related", words), known=False) if FEWEST_LONE <= len(words.split()) <= MOST_LONE else None


# Labels that nothing but a reference has, with a sentence behind it too; and those that are a story's as often.
SURE = frozenset(
    "related|related story|related stories|related article|related articles|related coverage|see also|read more|read also|also read|read next"
    "|must read|more news|more on this story|full coverage|poll|take our poll|quiz|photos|photo gallery|gallery|slideshow|video|videos"
    "|watch now|watch live|watch the video".split("|")
)
LOOSE = frozenset(
    "previous|previously|earlier|document|documents|map|context|background|vote|survey|hear|listen|watch|read|see|live|next|up next|also"
    "|recommended|trending|review|timeline|interview|letters|column|analysis|comment|profile|next up|more here".split("|")
)
FEWEST_LOOSE = 5  # words behind these
NOTES = frozenset(
    {
        "note",
        "editor's note",
        "editors' note",
        "ed note",
        "sic",
        "update",
        "correction",
        "editor",
        "disclaimer",
        "disclosure",
        "warning",
        "spoiler alert",
        *("clip", "sound", "music", "sfx", "singing", "speaking"),  # what is heard, in the words of a broadcast
    }
)


def labelled(text: str) -> Pointer | None:
    """The reference that a line `READ MORE: …` or `[READ ALSO] …` makes; prose after the label makes none."""
    text = STRESSED.sub(r"\g<label>", text) if text[:1] in {"*", "_"} else text
    text = text.lstrip(POINTS + " ") if text[:1] in POINTS else text
    if quoted := QUOTED.fullmatch(text):
        return Pointer(Reference("related", quoted[1]), known=True)
    if text[:5] == "list " and (listed := ITEM.match(text)):
        return Pointer(Reference("related", *_addressed(text[listed.end() :])), known=True)
    if text[-1:] == "]" and (tagged := TAGGED.fullmatch(text)):
        kind = tagged[2].casefold()
        return Pointer(Reference(_kind(phrases().references.get(kind)), tagged[1]), known=True)
    if text[-1:].isdigit() and (signed := SIGNED.fullmatch(text)):
        return Pointer(Reference("related", signed[1]), known=True)
    if (text[-1:] == "»" and (marked := MARKED.fullmatch(text))) or (text[-1:] == ")" and (marked := DAYED.fullmatch(text))):
        return Pointer(Reference("related", marked[marked.lastindex or 1]), known=True)
    clip = CLIP.fullmatch(text) if text[:6] == "Listen" else None
    return Pointer(Reference("audio", clip[1] or clip[2]), known=True) if clip else _labelled(text)


def _labelled(text: str) -> Pointer | None:
    text = text.replace("U.S. ", "US ", 1) if "U.S. " in text[:PAGED_LABEL] else text  # `MORE IN U.S. NEWS: …`
    if "page" in text[:PAGED_LABEL].casefold():
        text = PAGED.sub(r"\1:", text)
    match = (SHOUTED.match(text) if text[:4].isupper() or (text[:9] == "Read more" and not READ_IN.match(text)) else None) or (
        LABEL_BRACKETED if text[:1] == "[" else LABELLED
    ).match(text)
    if not match:
        return None
    label, words = match.groups()
    kind = phrases().references.get(FROM_PAPER.sub("", _label(label)))
    if kind is None and (house := FROM_HOUSE.fullmatch(label)) and (label.isupper() or _is_of_house(house["house"])):
        kind = "more"
    if kind is None and READ_IN.fullmatch(label):
        kind = "read"
    if kind is None and label.isupper() and OF_SERIES.fullmatch(label):
        kind = "related"
    if kind is None or not label[0].isupper():
        return None
    words, address = _addressed(words.removesuffix(":"))
    if not WORD.search(words) or _heading_again(text):  # `Vote: 5-4`
        return None
    first = words.lstrip("\"'“‘([")[:1]
    shortened = _label(label) in SURE and SHORTENED.search(words, len(words) - 4) is not None
    told = words.endswith(".") and not (words.endswith("..") or shortened)  # a sentence, as few headlines are
    if not (first.isupper() or first.isdigit()) or (
        told and not (label.isupper() and (_label(label) in SURE or (" " in label and _label(label) not in LOOSE)))
    ):
        return None
    loose = _label(label) in LOOSE and ":" in text[: len(label) + 2]
    if loose and (
        ";" in words
        or (words.count(", ") > 1 and not label.isupper())
        or (not label.isupper() and len(words.split()) < FEWEST_LOOSE)
    ):
        return None  # `Background: Retired teacher; two terms on the board`, `Vote: Approved 5-2`
    return Pointer(Reference(_kind(kind), words, address), known=True) if len(words.split()) <= MOST_WORDS else None


def _is_house(name: str) -> bool:
    return is_paper(name.split()) or name.casefold() in phrases().agencies


def _is_of_house(name: str) -> bool:
    """Whether a paper, one of its sections or one of its authors is called so: `Also in Business | …`."""
    return _is_house(name) or name.casefold() in phrases().sections or name.partition(" ")[0].casefold() in first_names()


def led(text: str) -> Pointer | None:
    """The reference that arrows before a headline make."""
    match = LED.match(text) if text[0] in POINTS else None
    if match is None or text.partition(": ")[0].isupper() or not FEWEST_LED <= len(match[1].split()) <= MOST_LONE:
        return None
    return Pointer(Reference("related", match[1]), known=False)


OFFERS = {
    "recommended": "related",
    "recommended from editorial": "related",
    "similar stories": "related",
    "editor's recommendations": "related",
    "editors' recommendations": "related",
    "speaking of": "related",
    "recommended stories": "related",
    "you might also like": "more",
    "you may also be interested in": "more",
    "you might also be interested in": "more",
    "you may also like": "more",
}


def heading(text: str) -> str | None:
    """The kind of the references that follow a line such as `More News:`."""
    if text[0] == "[" and text[-1] == "]":
        text = text[1:-1].strip() or text  # `[READ MORE:]`
    if ":" in text[:-2]:
        return _heading_again(text)
    label = _label(text.rstrip(":. |"))
    inside = label.startswith(INSIDE_PAPER) and (is_paper(label.split()[-1:]) or label.endswith(EDITIONS))
    more = label.startswith(MORE) or (label.startswith("more ") and MORE_NEWS.match(label) is not None)
    if (more or inside) and (text.endswith(":") or text.isupper() or label.endswith(ISSUE)):
        return "more"
    return "related" if LISTED.fullmatch(label) else phrases().reference_headings.get(label)


def _heading_again(text: str) -> str | None:
    """The kind where a page's heading ran together with itself, or with a button, and nothing follows: `More News: More News: + More`."""
    kinds = [heading(f"{part}:") for part in map(str.strip, text.split(":"), repeat(" +")) if part and part != "More"]
    return kinds[0] if kinds and None not in kinds else None


def offered(text: str) -> str | None:
    """The kind of what follows `You might also like`, `More from Marle`: a page's own lists are the site's, other texts have no such."""
    label = _label(text.rstrip("."))
    return OFFERS.get(label) or ("more" if label.startswith(FROM) and text.strip()[len(FROM) :][:1].isupper() else None)


def item(text: str, kind: str) -> Reference:
    """One line of a list of references, its bullet dropped."""
    words, address = _addressed(BULLET.sub("", text))
    words = DAY_BEHIND.sub("", words) if words[-1:].isdigit() or words[-1:] == ")" else words
    own = labelled(words)
    return own.reference if own else Reference(_kind(kind), words, address)


def _addressed(words: str) -> tuple[str, str | None]:
    """Words and the address that follows them."""
    if words[:1] == "[" and (linked := LINK.fullmatch(words)):
        return linked[1], linked[2]
    match = ADDRESS.search(words) if "://" in words else None
    return (words[: match.start()].rstrip(" :-"), match[1]) if match and match.start() else (words, None)


def _label(label: str) -> str:
    return label.replace("’", "'").replace(",", "").strip(" :").casefold()


def _kind(kind: str | None) -> ReferenceKind:
    return kind if kind in KINDS else "related"  # type: ignore[return-value] # the data file names kinds only; a test holds it


KINDS = frozenset({"related", "poll", "photos", "video", "audio", "read", "more"})
