"""Lines of the head that say who wrote it and when: names, posted dates, and what stands between them."""

import html
import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from sitegen.reader import agencies, dates, linking, moments
from sitegen.reader.authored import plainly
from sitegen.reader.dateline import SHORTENED
from sitegen.reader.persons import CAMEL, MASTHEAD, behind_job, person
from sitegen.reader.rows import KEPT
from sitegen.reader.seen import has_one
from sitegen.reader.tidied import TOLD
from sitegen.reader.trades import DESKS, OFFICES, PAPER_WORDS, PAPERS, PARTICLES, ends_in_job, is_paper
from sitegen.reader.words import first_names, phrases, places

BY = re.compile(
    r"^\W{0,3}(?:(?:words|text) (?=[^\W\d_]+ [^\W\d_]+(?: [^\W\d_]+)?(?:$|\s{3}))"
    r"|(?:this (?:article|story|report) was\s+)?"
    r"(?:(?:exclusive|special|recipes?|story|text|words|reporting|reported|report|submitted|written|posted|post|published"
    r"|video|photos?|photographs?|pictures?|review|reviewed|"
    r"compiled|contributed|obituary|opinion|analysis|interview|article|author|byline|submitted|photography|news"
    r"|(?:a )?(?:guest )?(?:column|commentary)(?= by [\w.'’-]+(?: [\w.'’-]+){1,2}$))(?: (?:and"
    r"|&) (?:story|text|words|photos|video|photographs|pictures|photography))?"
    r"\s+)?by(?:\b[:\s]*|(?=(?-i:[A-Z][a-z]+ [A-Z])))"
    r"|the (?:match )?report by (?=(?-i:[A-Z])[\w.'’-]+(?: (?-i:[A-Z])[\w.'’-]+){1,2}(?: (?:in|at|from) (?-i:[A-Z])[\w'’ -]+)?$)"
    r"|(?:author(?:['’]?s)?|author of the article|text|words|story|reporter|writer|reviewer|columnist):\s*"
    r"|author (?=(?-i:[A-Z])[\w.'’-]+(?: (?-i:[A-Z])[\w.'’-]+){1,2}$)"
    r"|as told to |from (?=(?:wire|staff|news|our|the associated)\b))",
    re.IGNORECASE,
)
JOINING = frozenset({"and", "&", "+", ","})  # alone on a line between two authors
BOARD = "editorial board"
LASTING = (
    "reading time:",
    "read time:",
    "reading time",
    "read time",
    "duration:",
    "length:",
    "listen:",
)  # how long, and not when
BY_INSIDE = re.compile(r"\d.*[|•·] [Bb]y [^\W\d_a-z]")  # `May 4, 2019 at 2:56 pm | By Hank Tolland`
# Most lines have none of what parts them, which is seen sooner. In what can be printed a space is the only white space.
SEGMENT_SIGNS = ("|", "•", "·", "—", "--", " - ", " – ", " / ", " @ ", "   ")
SEGMENT_SIGN = re.compile(r"[\s|•·—-](?:(?<=[|•·—\t])|(?<=\s)(?:[–/@-]\s|\s\s)|(?<=-)-)")
SEGMENT = re.compile(r"(?=[\s|•·—-])(?:\s+[|•·–—/@-]\s+|\s*[|•·]\s*|\s{3,}|\t|\s*(?:--|—)\s*| / )")
BETWEEN = re.compile(
    r"(?=[\s,;&+/auwy])\s*(?:,|;|&|\+|/(?=[A-Z][^\W\d_]+ [A-Z])|\band\b|\bwith\b|\bund\b|\by\b(?= [A-Z][a-z]+ [A-Z]))\s*",
    re.IGNORECASE,
)
OF_BEAT = re.compile(r", (?:[A-Z][\w'’]* ){1,2}of (?:the )?(?:[A-Z][\w'’]* ){1,2}(?=\w+$)")  # `…, Bay of Marle reporter`
_TAIL = (
    r"(?:(?:\s*,)?\s+(?:for|of|from|in|at|special to|special for|exclusively for|published|posted|updated|contributing"
    r"|is)\s.*|\s*(?:\+\s*(?:more|follow).*|\(.*|<.*{handle})|\s+['’]\d\d\b.*|(?<=\w)\s+(?:X|Twitter)$)$"
)
TAIL = re.compile(r"(?=[\s,+(<])" + _TAIL.format(handle=""), re.IGNORECASE)
TAIL_WITH_HANDLE = re.compile(_TAIL.format(handle=r"|[^\s@]+@\S.*|@\w.*"), re.IGNORECASE)
LATER_BY = re.compile(r"(?<=\w)(?: ?[|•·–—]| [/-]) ?(?:written )?by (?=[A-Z])", re.IGNORECASE)
RELATIVE = re.compile(
    r"\b(?=[\dafost])(?:(?:about|over|almost) )?(?:\d+|an?|one|two|few|several)"
    r" ?(?:min(?:ute)?s?|mins|h(?:ou)?rs?|h|days?|d|weeks?|months?|years?)\b(?: ago)?",
    re.IGNORECASE,
)
IN_PLACE = re.compile(r"\s+(?:(?:in|at) [A-Z][\w.’']+(?: [A-Z][\w.’']+){0,2} ?|on|at)$")
EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.\S+|\[email[\s\u00a0]protected\]|(?<!\S)@\w+", re.IGNORECASE)
# `By court reporter Hank Tolland`: the job in small letters before the name.
JOB_FIRST = re.compile(
    r"^(?:our |the )?(?:[a-z][a-z-]* ){0,3}(?:reporter|correspondent|editor|writer|columnist|critic|bureau chief),? (?=[A-Z])"
)
FOR_PAPER = re.compile(r"\s+(?:special )?(?:for|to) (?:the |The )?(?P<paper>[A-Z][\w.’'&-]*(?: [A-Z][\w.’'&-]*){0,3})$")
# Those who made the pictures, after the author.
MAKERS = re.compile(
    r"[.;,/|]?\s+(?:and )?(?:(?:photos?|photographs?|photography|pictures|video|illustrations?)(?: by\b|:)"
    r"|(?:translated|edited|illustrated|produced) by\b)\s.*$",
    re.IGNORECASE,
)
MAKER_SIGNS = (
    "photo",
    "ctures",
    "deo",
    "llustrat",
    "ted by",
    "ced by",
)  # one stands in each; the pattern has `ı` for an `i` too
CLERGY = re.compile(
    r"^(?:(?:the )?(?:(?:very|most|right) )?rev(?:erend)?\.? (?:dr\.? |father )?|(?:sr|fr|msgr)\. |(?:sister|father|deacon|rabbi) )(?=\S+ \S)",
    re.IGNORECASE,
)
STATION = re.compile(r"[A-Z]{3,5} [A-Z][\w&.-]+")  # `MBC North`
TRAIL = ("»", "›")  # between the names of sections: `September 18, 2019 Screens » Film`
LONGEST, TRADE_WORDS, LONGEST_ZONE = 240, 7, 4  # characters; words; letters


class Head(Struct, frozen=True, gc=False):
    """What a line of the head says. `sure` is how much of it was understood: 1 is all."""

    names: tuple[str, ...] = ()
    by: bool = False  # opens as a byline does
    agency: str | None = None
    posted: str | None = None
    updated: str | None = None
    dated: bool = False  # speaks of a time, known or not
    sure: float = 0.0
    contact: bool = False  # an address of mail or a handle stands there
    credited: bool = False  # words of the trade: staff writer, news

    @property
    def tells(self) -> bool:
        """Whether the line surely says who wrote the story, or when."""
        return (self.by and bool(self.names)) or (self.dated and self.sure >= 1)


NOTHING = Head()


@lru_cache(maxsize=KEPT)  # a site's lines come again with each of its articles
def parse(text: str, timezone: str = "UTC") -> Head:
    """A short line taken apart as a byline or a date line; `sure` is 0 where it is neither."""
    if len(text) > LONGEST and len(text := TOLD.sub("", text) if text[:3] == "By " else text) > LONGEST:
        return NOTHING
    if text[:1] == "(" and text[-1] == ")" and text.count("(") == 1:
        text = text[1:-1].strip()
    if "&" in text:
        text = html.unescape(text)
    # What stands before it is the section and the time.
    if "y " in text and "by " in text.casefold() and (later := LATER_BY.search(text)):
        time, named = parse(text[: later.start()], timezone), parse(text[later.start() :].strip(" |•·–—-"), timezone)
        return replace(named, posted=time.posted or named.posted, updated=time.updated, dated=time.dated or named.dated)
    text = plainly(text)
    by = BY.match(text) if _may_be_by(text) else None
    figures = dates.has_figure(text)
    found = dates.find(text) if figures else []
    posted, updated, rest = moments.dated(text, found, timezone) if found else (None, None, text)
    relative = False
    if not found and figures and (match := RELATIVE.search(rest)) and _is_told_ago(rest, match):
        relative, rest = True, rest[: match.start()] + " | " + rest[match.end() :]
    dated = bool(found) or relative
    head = _named(rest, by=by is not None and text[0] != "+", dated=dated, posted=posted, updated=updated)
    return replace(head, by=True, sure=1.0) if head.names and head.dated and BY_INSIDE.search(text) else head


def _may_be_by(text: str) -> bool:
    """Whether a text holds what a byline opens with: asked sooner than the pattern."""
    small = text.casefold()
    return (
        "by" in small or ":" in small or "from " in small or "told" in small or has_one(small, ("words ", "text ", "author "))
    )


def _is_told_ago(text: str, match: re.Match[str]) -> bool:
    """Whether `19 months` say when: with `ago`, or where no word leads into them but such as `Published`."""
    before = text[: match.start()].rstrip()
    if before.casefold().endswith(LASTING):
        return False
    if match[0].endswith("ago") or not before[-1:].isalpha() or moments.LABEL.search(before):
        return True
    return person(BY.sub("", before), by=False) is not None  # `Hank Tolland 2 months`


def _named(rest: str, *, by: bool, dated: bool, posted: str | None, updated: str | None) -> Head:
    """The names in what dates leave over, and how much of it is accounted for."""
    names: list[str] = []
    agency, contact, credited, lost = None, False, False, 0
    for segment in _segments(rest, by=by, dated=dated):
        piece = segment
        if ("@" in piece or "[" in piece) and EMAIL.search(piece):
            contact, piece = True, EMAIL.sub("", piece).strip(" ,.:;|-()")
        if by and piece.casefold().endswith(BOARD):  # and what follows is the paper
            credited = True
            break
        if by and dated and not names and not agency and agencies.LETTERS.fullmatch(piece):
            agency = agencies.of(piece) or piece  # `By: MP | Marle | Published: …`
        elif by and (names or agency) and not _only_names(piece):  # what follows the author: paper, section, place
            agency, credited = agency or agencies.of(piece), True
        elif names and _is_house(piece, dated=dated):
            credited = True
        else:
            known, office, left = _people(piece, by=by)
            names.extend(known)
            letters = piece.rpartition(", ")[2] if dated and known and left == 1 else ""
            if agencies.LETTERS.fullmatch(letters):  # `Hank Tolland, MPN | Mar 3, 2011`
                office, left = agency or letters, 0
            agency = agency or office
            credited = credited or office is not None or left == 0
            lost += left
    told = names or dated or by or contact or credited
    sure = (1.0 if not lost else max(0.0, 1 - lost / 3)) if told else 0.0
    return Head(tuple(dict.fromkeys(names)), by, agency, posted, updated, dated, sure, contact, credited)


def _segments(rest: str, *, by: bool, dated: bool) -> Iterator[str]:
    """The parts of a line that signs hold apart, without how many have commented and where it was written."""
    body = _of_author(rest) if by else rest
    body = moments.LABEL.sub(" | ", body) if dated and has_one(body.casefold(), moments.LABEL_SIGNS) else body
    body = moments.CLOCK.sub(" ", body) if dated and dates.has_figure(body) else body  # `June 20, 2019 | Updated 08:15 am IST`
    segments = [segment.strip(" ,.:;|-–*/") for segment in (SEGMENT.split(body) if _is_parted(body) else [body])]
    opened = dated and not segments[0]  # with the date: what follows may say where
    for piece in segments:
        told = piece.strip("()") and not (dated and (piece.replace(",", "").isdigit() or has_one(piece, TRAIL)))
        if told and not (opened and _is_town(piece)) and not (dated and piece is segments[0] and _leads_to_day(piece)):
            yield piece


def _leads_to_day(piece: str) -> bool:
    """Whether what stands before a day is where somebody wrote: `PHNOM PENH | Fri Jul 19`, `KIROV, Russia | Fri Jul 19`."""
    town, _, land = piece.partition(", ")
    if not town.isupper() or town.split()[0].casefold() in first_names():
        return False
    return (land or town.title()) in places()


def _is_house(piece: str, *, dated: bool) -> bool:
    """Whether words beside an author are his paper or his station: `MBC North` beside the day."""
    return (
        MASTHEAD.match(piece) is not None
        or (dated and (STATION.fullmatch(piece) is not None or piece.casefold() in phrases().sections))
        or is_paper(piece.split())
        or (piece.istitle() and " " in piece and piece.rpartition(" ")[2].casefold() in OFFICES)
        or piece.casefold().startswith(("special to ", "for the "))
        or (piece[:1].isupper() and piece.isalpha() and not piece.istitle())
    )


def _of_author(rest: str) -> str:
    """What stands behind `By`, without those who made the pictures."""
    rest = rest[match.end() :] if (match := BY.match(rest)) else rest
    return MAKERS.sub("", rest) if has_one(rest.casefold(), MAKER_SIGNS) else rest


def _is_parted(body: str) -> bool:
    """Whether a line has several parts."""
    return has_one(body, SEGMENT_SIGNS) or (not body.isprintable() and SEGMENT_SIGN.search(body) is not None)


def _is_town(piece: str) -> bool:
    """Whether a piece beside a date is a word or two in capitals, as towns stand there: `… 09:12 am IST - KOCHI`."""
    behind = piece.rpartition(", ")[2]
    if behind != piece and piece.count(" ") < PAPER_WORDS and (SHORTENED.search(piece + ".") or behind in places()):
        return True  # `October 17, 2019 | Alder Springs, Mont.`
    return len(piece) > LONGEST_ZONE and piece.isupper() and piece.count(" ") < PAPER_WORDS - 1 and agencies.of(piece) is None


def _only_names(piece: str) -> bool:
    names, _, lost = _people(piece, by=False)
    return bool(names) and not lost and all(name.split()[0].casefold() in first_names() for name in names)


def _people(piece: str, *, by: bool) -> tuple[list[str], str | None, int]:
    """The names in a piece, an agency, and the number of words that nobody understands."""
    asked = piece
    if office := agencies.of(piece) or agencies.named(piece):
        return [], office, 0
    piece = _bared(piece, by=by)
    if by and (shouted := SHOUTED.fullmatch(piece)) and (office := agencies.leading(shouted[2].split())):
        return _people(shouted[1].strip(), by=by)[0], office, 0  # `By KEITH RASMUSSEN BOYD Associated Press`
    names: list[str] = []
    agency, lost, working = None, 0, False
    led = _may_be_by(piece)
    for between in _between(piece):
        part = (between[match.end() :] if led and (match := BY.match(between)) else between).strip(" .'\"_*!")
        part = CLERGY.sub("", part) if by else IN_PLACE.sub("", part) if " in " in part else part
        if linking.tells_nothing(part):
            continue
        if (part != asked and (office := agencies.of(part) or (agencies.named(part) if names else None)) is not None) or (
            names and (office := agencies.of(part.split()[0])) is not None
        ):
            agency = agency or office  # `Hank Tolland, PA Environment Staff`
        elif names and _is_house_of(words := part.split()):
            continue
        elif names and ends_in_job(part) and words[0].casefold() not in first_names():
            agency = agency or agencies.leading(words)  # `Hank Tolland, Religious Affairs Correspondent`
        elif name := behind_job(part, by=by) or person(part, by=by):
            names.append(name)
        else:
            trade = _trade(part)
            lost += 0 if trade or _is_behind(part, names, by=by, working=working) else len(part.split())
            working = working or trade
    return names, agency, lost


def _is_behind(part: str, names: list[str], *, by: bool, working: bool) -> bool:
    """Whether words stand behind an author, or his job: his paper, his town."""
    if is_paper(part.split()):
        return bool(names) or working
    return bool(names) and bool(by or MASTHEAD.match(part) or CAMEL.fullmatch(part) or _is_from(names[-1], part))


def _is_house_of(words: list[str]) -> bool:
    """Whether a house stands behind an author: `Marle City Register`, `Marle Valley Water Desk`."""
    last = words[-1].casefold()
    return (len(words) == PAPER_WORDS and last in PAPERS) or (len(words) > 1 and last in DESKS)


# `By Nell Harbin in London and Hal Brand in Vienna`
PLACED = re.compile(r" in [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2}(?=(?:, [A-Z][^,]{3,40})*,? and [A-Z])")


SHOUTED = re.compile(r"((?:[A-Z][A-Z.'’-]* ){2,4})([A-Z][a-z].*)")


def _bared(piece: str, *, by: bool) -> str:
    """A piece without the job before a name, and without the paper, the place and the address behind it."""
    figured = (
        not by and dates.has_figure(piece) and any(word[0] in "(+" or word[0].isdigit() for word in piece.split())
    )  # no `News24`
    piece = linking.unlinked(piece).strip() if figured else piece
    piece = JOB_FIRST.sub("", piece) if by else piece
    piece = PLACED.sub("", piece) if by and " in " in piece and " and " in piece else piece
    if " for " in piece and (match := FOR_PAPER.search(piece)) and _is_paper(match["paper"]):
        piece = piece[: match.start()]
    if " of " in piece and ends_in_job(piece):
        piece = OF_BEAT.sub(", ", piece)
    if by or "(" in piece or "," in piece:
        piece = (TAIL_WITH_HANDLE if "@" in piece else TAIL).sub("", piece)
    return IN_PLACE.sub("", piece) if "in " in piece or "at" in piece or "on" in piece else piece


def _is_paper(name: str) -> bool:
    """Whether what somebody wrote for is called as papers are: `The Marle Courier`, `NightDesk`."""
    word = name.rsplit(None, 1)[-1]
    return word.casefold() in PAPERS or (word.isalpha() and not (word.istitle() or word.isupper()))


def _is_from(name: str, part: str) -> bool:
    """Whether a town stands after a person's name: `Edda Larkin, Lagos`, and not `Quarry Road, Lagos`."""
    return part in places() and name.rsplit(" ", 1)[-1].casefold() not in phrases().place_words


def _between(piece: str) -> list[str]:
    """The parts of a piece that may be a name each."""
    parted = "," in piece or ";" in piece or "/" in piece or "&" in piece or "+" in piece
    if not parted:
        small = piece.casefold()
        parted = "and" in small or "with" in small or "und" in small or "by" in small
    return BETWEEN.split(piece) if parted else [piece]


def _trade(text: str) -> bool:
    """Whether words of the trade stand there: `Times Staff Writer`."""
    words = [word.strip(".,'’") for word in text.replace("-", " ").split()]
    roles = phrases().roles
    if len(words) > TRADE_WORDS or roles.isdisjoint([word.casefold() for word in words]):
        return words == ["more"]
    return all(
        word[:1].isupper() or word in roles or word in PARTICLES or word.casefold() in {"the", "our", "in"} for word in words
    )
