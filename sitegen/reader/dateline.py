"""Datelines: `SAN FRANCISCO (Reuters) -`, `LONDON, March 3 (AP) —`."""

import re
from datetime import date
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from sitegen.reader import agencies, around, persons
from sitegen.reader.dates import MONTHS, find, has_figure
from sitegen.reader.trades import is_paper
from sitegen.reader.words import phrases, places

LONGEST, LED_WITHIN, BRACKET_WITHIN = 90, 20, 66  # characters
OPENED = re.compile(r"(.{2,22}?)(\. |: | [-–—] )(?=[A-Z0-9\"“'‘])")
SPACED_DASHES = frozenset({" - ", " – ", " — "})
DASHES = frozenset({"-", "–", "—", "--", "_"})
# What one sign of each part of `DASH` is and stands behind: without it there is no dateline, which is seen sooner.
DASHED = re.compile(r"[-—–―:>_|](?:(?<=[—–―])|(?<=[\s)-].)|(?<=\)\.-)|(?<=[A-Z]:)\s)")
DASH = re.compile(
    r"(?=[\s:_.—–―-])"
    r"(?:\s*(?:--+|[—–―])\s*|\s-+\s+|\s:\s|(?<=\))\s*[-:_]\s*|(?<=\))\.-\s|(?<=[A-Z]):\s|(?<=[A-Z])\s(?:>>|\|)\s|(?<=[A-Za-z.])\s_\s)"
)
AGENCY = re.compile(
    r"\s*(?:\(([A-Za-z][\w .&/'’-]{1,40}(?:, [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)?)\)|/([A-Za-z][\w .&'’-]{1,40})/)$"
)
# `Marle, Sept 14 (PTI) Five more …`: with a day and an agency nothing need part them from the story.
CLOSED = re.compile(
    r"([A-Z][^\d()]{1,50}(?: \([A-Z][A-Za-z .]{2,30}\))?, "
    r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})(?:, \d{4})? ?\([A-Z][\w ]{1,20}\)) (?=[A-Z\"“'‘])"
)
# `New Delhi, May 5: The board …`, as most papers of India set it
COLONED = re.compile(
    r"([A-Z][\w.'’-]{2,20}(?: [A-Z][\w.'’-]{2,20}){0,2}, (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}))"
    r"(?:, (?:19|20)\d\d)?: (?=[A-Z\"“'‘\d])"
)
# `(MBC) - Marle, May 5 - The board …`
SENT_FIRST = re.compile(r"\(([A-Z][\w .-]{1,30})\) ?[-–—]+ (?=[A-Z][\w.'’ -]{1,30}, [A-Z])")
# `Marle, Ohio (MBC)Two more …`: a station right before the story
GLUED = re.compile(r"([A-Z][^\d(),]{1,40}, [A-Z][A-Za-z. ]{2,20} \([A-Z]{2,5}\))(?=[A-Z\"“'‘])")
# `MARLE, MAY 20. The board …`, `MARLE June 11. The board …`: so some papers of India set it.
STOPPED = re.compile(
    r"((?!LIVE|UPDATED|PUBLISHED|POSTED|THE )[A-Z][A-Z .'’-]{2,40}(?:, (?:[A-Z][A-Za-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][A-Za-z]{2,8})(?=[.:])"
    r"| [A-Z][A-Za-z]{2,8} \d{1,2}(?=\.)))[.:] (?=[A-Z\"“'‘])"
)
# `TARMA, Peru: The board …`
LANDED = re.compile(r"([A-Z][A-Z .'’-]{2,30}), ([A-Z][a-z]+(?: [A-Z][a-z]+)?): (?=[A-Z\"“'‘])")
# `MARLE, March 3. /TASS/. The board …`
SLASHED = re.compile(r"([A-Z][A-Z .'’-]{2,40}, [A-Z][a-z]{2,8}\.? \d{1,2})\. /([A-Z][A-Za-z-]{2,20})/\.? (?=[A-Z\"“'‘])")
# `May 3, 2013 — The board …`, as a site of science had it: the day alone
DAYED = re.compile(r"([A-Z][a-z]{2,8}\.? \d{1,2}, (?:19|20)\d\d) [—–] (?=[A-Z“\"])")
OF_TOWN = "Fire|Police|City|County|Mayor|Council|School|District|Town|High|University|Hospital"  # behind a town's name
CLOCKED = re.compile(r" / [0-2]?\d:[0-5]\d(?: ?[ap]\.?m\.?)?(?=$| \()")  # `Marle, Feb 10, 2012 / 03:41 pm (MHA).-`
LED = re.compile(
    r"[A-Z][a-z]{2,8}\.? \d{1,2}--(?=[A-Z]{3})"
)  # `Apr. 12--MARLE, Kan. -- The board …`: the day that an agency sent it
WEEKDAY = re.compile(
    r",? (?:(?:Good|Black|Easter) )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|evening|night|afternoon))?\.?$",
    re.IGNORECASE,
)
SENT_BY = re.compile(r"(.+ (?:19|20)\d\d) - ([A-Z]{3,8})")  # `MARLE May 14 1997 - SAPA`
DESK = re.compile(r"(?<=\d{4}),? [A-Z]{2,5}:$")  # `Marle, Oct 18, 2012, DHNS:`
# `SAN JOSE, Calif.--(BUSINESS WIRE)--April 21, 1998--`: what stands behind the first dashes.
WIRED = re.compile(r"\(([A-Z][A-Za-z ]{2,20})\)\s?--\s?(?:[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}\s?--\s?)?")
# `DUNMORE, Ohio – May 11, 2021 – The board …`: the day that an office sent it, behind the first dash.
SENT_ON = re.compile(r"([A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]{2,8},? \d{4})\s?(?:--|[-–—])\s?(?=\S)")
# `Marle (Norland) [India], May 20 (ANI): `, the country in brackets, as an agency of India has it
BRACKETED = re.compile(
    r"(?P<place>[A-Z][\w .'’-]{2,30}(?: \([A-Z][\w .'’-]{2,30}\))? \[[A-Z][\w .]{2,24}\]),? (?P<day>[A-Z][a-z]{2,8}\.? \d{1,2}) ?"
    r"\((?P<wire>[A-Z][\w/ ]{1,20})\) ?(?::|--?|[–—]) ?"
)
COUNTRY = re.compile(
    r" \(([A-Z][\w .'’-]{2,30}|[A-Z]{1,2}/[A-Z])\)$"
)  # `Tirgoviste (Moldavia) (AFP) –`, `Yendi (N/R), Nov 2, GNA -`
PLACE = re.compile(r"^[^\W\d_][^\d_()\"“”:;!?<>|=]*$")
STATE = re.compile(  # `Memphis, TN`
    r", (?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])$"
)
SHORTENED = re.compile(r", (?:[A-Z]\.){1,3}$|, (?:[A-Z][a-z]+ )?[A-Z][a-z]{1,5}\.$")  # `MARLE, Minn.`, `MARLE, Oka Pref.`
JOINED = re.compile(r"(?<=\w)-[a-z]{2,5}-(?=[A-Z])")  # `Rostov-on-Don`
BETWEEN_WORDS = re.compile(r"[\s/-]+")
IN_PARISH = re.compile(r"[A-Z][A-Z .'’-]+, (?:St\.? )?[A-Z][a-z]+(?: [A-Z][a-z]+)?:")  # `PORT HALE, St Mary:`
WIRE = re.compile(r"(?!(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*$)[A-Z][\w-]+(?: [A-Z][\w-]+){0,3}")  # `Feb 9 (Marle Wire) - …`
INITIALS = re.compile(r"\s*[(/][A-Z]{2,4}[)/]\s*")


class Dateline(Struct, frozen=True, gc=False):
    """A dateline, what it says besides the place, and where the story begins."""

    place: str
    agency: str | None
    day: date | None
    end: int
    of_year: tuple[int, int] | None = None  # the month and the day, told without the year


def read(text: str, story: str = "") -> Dateline | None:
    """The dateline that opens a paragraph; `story` may tell of a town that no gazetteer knows."""
    if "--" in text[:LED_WITHIN] and (led := LED.match(text)):
        line = read(text[led.end() :], story)
        return replace(line, end=line.end + led.end()) if line else None
    if text[:1] == "(" and (sent := SENT_FIRST.match(text)) and sent[1].casefold() in phrases().agencies:
        line = read(text[sent.end() :], story)
        return replace(line, agency=_office(sent[1]), end=line.end + sent.end()) if line else None
    match = DASH.search(text, 0, LONGEST) if DASHED.search(text, 0, LONGEST) else None
    if (closed := _dayed(text) or _stopped(text, story) or _closed(text, match.start() if match else LONGEST)) is not None:
        return closed
    if not match or match.start() < 2 or match.end() >= len(text):  # noqa: PLR2004 - no place has one letter
        return None
    line = _read(text[: match.start()].strip(), match.end(), dashed=match[0].strip() in DASHES)
    if line is None or (
        match[0].strip() in {":", "|"} and not (line.agency or line.day or _is_known(line.place.partition(", ")[0], story))
    ):
        return None  # `INTERVIEW: …`
    return _with_sent(line, text)


def _with_sent(line: Dateline, text: str) -> Dateline:
    """A dateline with what stands behind its first dash: the wire and the day that it was sent."""
    if text.startswith("(", line.end) and (wired := WIRED.match(text, line.end)):
        days = find(wired[0])
        return Dateline(line.place, _office(wired[1]), days[-1].day if days else line.day, wired.end())
    if line.day is None and (sent := SENT_ON.match(text, line.end)) and (days := find(sent[1])):
        return replace(line, day=days[-1].day, end=sent.end())
    return line


def _dayed(text: str) -> Dateline | None:
    """The day alone before a story."""
    match = DAYED.match(text) if text[:1].isupper() else None
    found = find(match[1]) if match else []
    return Dateline("", None, found[0].day, match.end()) if match and found and found[0].day else None


def _stopped(text: str, story: str) -> Dateline | None:
    """`Lira. More than 300 stalls …`, `Lira - The …`: a town of the gazetteer that the story says something is in, or that is no other."""
    match = OPENED.match(text) if story else None
    if match is None:
        return None
    town, known = match[1], places()
    may = town in known or _in_small(town) in known or (match[2] in SPACED_DASHES and _may_be_named(town))
    sure = (known.get(town) and match[2] != ". ") or (may and _is_told_of(town, story))
    return Dateline(town, None, None, match.end()) if sure else None


def _may_be_named(town: str) -> bool:
    """Whether a word may be a town's that no gazetteer knows: no month, no section, none that begins sentences."""
    small = town.casefold()
    known = small in NOT_PLACES or small in phrases().sections or small in phrases().not_names
    return town.istitle() and town.isalpha() and len(town) > LONGEST_INITIALS and not (known or small[:3] in MONTHS)


def _closed(text: str, dash: int) -> Dateline | None:
    """The dateline that its own form parts from the story, without a dash; one stands at `dash`."""
    if "[" in text[:BRACKET_WITHIN] and (told := BRACKETED.match(text)):
        sent = find(told["day"])
        return Dateline(told["place"], _office(told["wire"]), None, told.end(), sent[0].of_year if sent else None)
    if ": " in text[:LONGEST] and (match := COLONED.match(text)) and match[1].partition(",")[0].casefold() not in NOT_PLACES:
        return _read(match[1], match.end())
    if ") " in text[:dash] and (match := CLOSED.match(text)) and match.end() < dash:
        return _read(match[1], match.end())
    if ")" in text[:LONGEST] and (match := GLUED.match(text)):
        line = _read(match[1], match.end())
        return line if line and line.place.rpartition(", ")[2] in places() else None
    return _in_capitals(text) if text[:3].isupper() else None


def _in_capitals(text: str) -> Dateline | None:
    """The same where the town is set in capitals: `TARMA, Peru: …`, `MARLE, March 3. /TASS/. …`, `MARLE, March 3. …`."""
    if (match := LANDED.match(text)) and match[2] in places():
        return Dateline(f"{match[1]}, {match[2]}", None, None, match.end())
    if match := SLASHED.match(text):
        line = _read(match[1], match.end())
        return replace(line, agency=_office(match[2])) if line else None
    return _read(match[1], match.end()) if (match := STOPPED.match(text)) else None


def _is_known(town: str, story: str) -> bool:
    """Whether the gazetteer knows a town, or the story says that something is in it."""
    small = _in_small(town)
    if small in places() or _is_told_of(town, story) or re.search(rf"[a-z,] {re.escape(small)}\b", story):
        return True
    called = re.search(rf"(?:^|\s){re.escape(small)} (?:[A-Z]{{2,}}|{OF_TOWN})\b", story)  # `Marle Fire Chief Hal Brand`
    return called is not None and re.search(rf"\b{re.escape(small.lower())}\b", story) is None  # and not `Police Chief`


def _is_told_of(town: str, story: str) -> bool:
    """Whether the story says that something is in a town."""
    small = _in_small(town)
    return any(f" {word} {small}" in story for word in ("in", "at", "from", "near", "around"))


@lru_cache(maxsize=256)  # several rules ask about a line, one after the other
def opens(text: str) -> bool:
    """Whether a paragraph begins with a dateline that an agency or a place's capitals make sure."""
    line = read(text) if "(" in text[:60] or (text[:3].isupper() and "," in text[:60]) else None
    if line is None:
        return False
    dated = line.agency is not None or line.day is not None or line.of_year is not None
    return dated or line.place.rpartition(", ")[2] in places() or SHORTENED.search(line.place) is not None


def _read(head: str, end: int, *, dashed: bool = False) -> Dateline | None:
    agency, wired = None, None
    head = WEEKDAY.sub("", head) if "day" in head[-16:] else head
    head = CLOCKED.sub("", head) if " / " in head else head
    if head[-1:] in {")", "/"} and (office := AGENCY.search(head)):
        agency, head = office[1] or office[2], head[: office.start()].rstrip(" ,")
        if (" / " in agency or ", " in agency) and (
            days := find(agency)
        ):  # `MARLE (LumadNews / 09 July)`, `(MBC, March 3, 2011)`
            agency, wired = agency[: days[0].start].rstrip(" /,"), days[-1].day
        head = COUNTRY.sub(r", \1", head) if head[-1:] == ")" else head
    elif (sent := _sent_from(head)) is not None:
        head, agency = sent
    found = find(head)
    day = found[-1].day if found else wired
    if found:
        behind = head[found[-1].end :].strip(" ,.")
        signed = behind.casefold() in phrases().agencies or (dashed and agency is None and SIGNED.fullmatch(behind))
        agency, behind = (behind, "") if signed else (agency, behind)  # `…, Aug 9 AAP -`
        head = f"{head[: found[-1].start]}{behind}".strip(" ,")
        head = head if SHORTENED.search(head) else head.strip(" ,.")
        head = COUNTRY.sub(r", \1", head) if head[-1:] == ")" else head
    # `(Reuters) - …`
    if not head and agency and (agency.casefold() in phrases().agencies or (found and WIRE.fullmatch(agency))):
        return Dateline("", _office(agency), day, end)
    if "/" in head and is_paper(head.rpartition("/")[2].split()):  # `HAL BRAND/MARLE MAIL - …`: who made a picture
        return None
    if not head or not PLACE.match(head) or len(head) > 60:  # noqa: PLR2004 - the longest name of a place and its country
        return None
    supported = agency is not None or bool(found) or _ends_in_state(head) or (dashed and _is_in_country(head))
    of_year = found[-1].of_year if found and day is None else None
    return Dateline(head, _office(agency), day, end, of_year) if _is_place(head, supported=supported) else None


def _ends_in_state(head: str) -> bool:
    """`Memphis, TN`, `PRAIRIE VIEW, Neb.`: whether a state is shortened behind a town."""
    return STATE.search(head) is not None or (head[-1] == "." and around.REGION.fullmatch(head.rpartition(", ")[2]) is not None)


def _sent_from(head: str) -> tuple[str, str] | None:
    """`New York CNN`: a town that the gazetteer knows, and the agency behind it."""
    town, _, office = head.rpartition(" ")
    return (town, office) if office.isupper() and town in places() and office.casefold() in phrases().agencies else None


def _is_in_country(head: str) -> bool:
    """`Tozeur, Tunisia`: whether a land or another known place follows a name that is nobody's."""
    town, _, land = head.partition(", ")
    if land not in places():
        return False
    first, last = town.partition(" ")[0].casefold(), town.rpartition(" ")[2].casefold()
    named = first in phrases().place_openings or last in phrases().place_words
    return named or persons.person(town, by=False) is None


def _office(agency: str | None) -> str | None:
    return phrases().agencies.get(agency.casefold(), agency) if agency else None


def _is_place(head: str, *, supported: bool) -> bool:
    """Capitals make a place; capitals at word beginnings do where an agency or a date stands beside."""
    town = JOINED.sub("-", head.split(",", maxsplit=1)[0].strip())
    if not (supported or town.isupper()):
        return False
    words = BETWEEN_WORDS.split(town)
    if town.isupper() and len(town) > 2:  # noqa: PLR2004 - two letters are an abbreviation
        return len(words) <= 5 and (supported or _may_be_town(town, words)) and len(head.split()) <= 8  # noqa: PLR2004
    return supported and len(words) <= 4 and all(word[:1].isupper() or word in SMALL for word in words if word)  # noqa: PLR2004


def _may_be_town(town: str, words: list[str]) -> bool:
    """Whether capitals alone may be a town's: not a label (`THE SHOW`, `N/A`), nor initials that no gazetteer knows (`SEO`)."""
    small = town.casefold().rstrip(".")
    if small in NOT_PLACES:
        return False
    if _in_small(town) in places():
        return True
    if small in phrases().sections:
        return False
    labelled = any(len(word) == 1 or word.casefold() in phrases().not_names for word in words)
    return not labelled and len(town) > LONGEST_INITIALS and not VOWELS.isdisjoint(small)


LONGEST_INITIALS = 3
SIGNED = re.compile(
    rf"{agencies.LETTERS.pattern}|(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Updated|Published|Posted|Corrected|Special|Exclusive|Morning|Evening)[A-Z][a-z]{{3,9}}"
)  # `…, Feb. 16 Kyodo -`
VOWELS = frozenset("aeiouyäöüáéíóúàèâêôåæøı")
SMALL = frozenset("of the de la le del sur en am an der upon under and d' al el".split())
NOT_PLACES = frozenset(
    {
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "tomorrow"),
        *("audio", "photo", "listen", "gallery", "poll", "editorial", "news", "sport", "print", "share"),
        *("urgent", "flash", "bulletin", "alert", "advisory", "newsalert"),
        "watch",
        "summary",
        "highlights",
        "update",
        "breaking",
        "live",
        "exclusive",
        "note",
        "review",
        "opinion",
        "video",
        "photos",
        "analysis",
        "corrected",
        "editor's note",
        "q&a",
        "faq",
        "tl;dr",
        "verdict",
        "pros",
        "cons",
    }
)


def is_dated(text: str) -> bool:
    """Whether a line is a place with a date, as datelines are, where a name with a date would look alike."""
    bare = text.rstrip(" -–—")
    if not find(bare) or (line := _read(bare, len(text))) is None:
        return False
    town = line.place.split(",")[0].strip()
    return (
        bare != text
        or town in places()
        or _in_small(town) in places()
        or town.split(" ")[-1].casefold() in phrases().place_words
    )


def is_town(text: str) -> bool:
    """Whether a line in capitals is a town that the gazetteer knows."""
    return text.isupper() and _in_small(text.strip(" -–—")) in places()


def _in_small(town: str) -> str:
    """A town's name in the usual letters; `İ` tells that it is set as Turkish is."""
    if "İ" in town:
        town = town.replace("I", "ı").replace("İ", "i")
    return " ".join(map(str.capitalize, town.split(" ")))


def alone(text: str) -> float:
    """Evidence that a line holds a dateline and nothing else."""
    bare = text.rstrip(" -–—")
    if "day" in bare[-16:] and (told := WEEKDAY.sub("", bare)) != bare:  # `PORT HALE, Thursday.`
        return 6.0 if told.isupper() and _read(told, len(text)) else 0.0
    if " - " in bare and (sent := SENT_BY.fullmatch(bare)) and sent[2].casefold() in phrases().agencies:
        bare = sent[1]
    elif (behind := bare.rpartition(" "))[2].casefold() in phrases().agencies and _ends_on_day(
        behind[0]
    ):  # `MARLE, April 3 Kyodo`
        bare = behind[0]
    desk = DESK.search(bare) if ":" in bare[-2:] else None
    if desk:
        bare = bare[: desk.start()]
    dashed = text[-1] in "—–" and (bare in places() or _sent_from(bare) is not None)  # `Washington —`
    if dashed or (bare[-1:] == ":" and IN_PARISH.fullmatch(bare)):
        return 5.0 if dashed or _read(bare[:-1], len(text)) else 0.0
    if not (bare.partition(",")[0].isupper() or bare[-1:] in {")", "/"} or ", " in bare or has_figure(bare)):
        return 0.0  # a few words with nothing that shows a place
    line = _read(bare, len(text))
    if line is None:
        return 0.0
    if line.agency or find(bare):
        return _beside(line, bare, text, desk=desk is not None)
    return 6.0 if SHORTENED.search(bare) else 2.0 if bare != text or not bare.isupper() else 3.6


def _ends_on_day(text: str) -> bool:
    """Whether a text ends on a day."""
    return has_figure(text[-4:]) and bool(found := find(text)) and found[-1].end == len(text)


def _beside(line: Dateline, bare: str, text: str, *, desk: bool) -> float:
    """Evidence of a town with a day or an agency beside it."""
    told = line.day or line.of_year or (line.agency and bare[-1] in ")/")
    if bare != text and told:  # nothing else ends on a date or an agency in brackets, and a dash or a desk
        return 8.0 if desk else 6.0
    if line.agency and (line.day or line.of_year):  # `Marle, Jul 22 (PTI)`
        return 6.0
    sent = (
        line.agency is not None and line.agency[:1].isupper() and len(line.place) > 1
    )  # not `X (Twitter)`, `Abstract (summary)`
    return 4.0 if bare.split(",", maxsplit=1)[0].isupper() or sent or "," in bare else 1.0
