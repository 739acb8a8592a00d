"""Rows → the sheet that rules look at: where the head stands, who may be the author, what may be the headline."""

import re
from collections import Counter
from collections.abc import Mapping
from itertools import islice

from msgspec.structs import replace

from sitegen.reader import byline, dates
from sitegen.reader.lean import NOTHING
from sitegen.reader.letters import letters_page
from sitegen.reader.likeness import likeness
from sitegen.reader.rows import Row
from sitegen.reader.rules.notes import SURELY
from sitegen.reader.rules.wires import PHONE
from sitegen.reader.seen import has_one
from sitegen.reader.sheet import FACTS, FULL_LINES, UNMARKED, Author, Marked, Middle, Sheet
from sitegen.reader.surroundings import PROSE, is_notice
from sitegen.reader.tidied import TOLD
from sitegen.reader.titles import title_key
from sitegen.reader.trades import CHECKS, ends_in_job, is_house, is_paper
from sitegen.reader.words import first_names, opens_as_furniture, phrases
from sitegen.steps import Steps, in_one_go

BEGUN = 9  # rows from where a page's story starts
# How long something takes to read, and from when to when it was so: `5–6 minutes`, `19 Sep 2003 - 02 Mar 2007`.
PERIOD = re.compile(
    r"\d{1,3} ?[-–] ?\d{1,3} min(?:ute)?s?(?: read)?|\d{1,3}[ -]min(?:ute)?s?\.? read"
    r"|\d{1,2} [A-Z][a-z]{2,8} \d{4} [-–] \d{1,2} [A-Z][a-z]{2,8} \d{4}"
)
OFTEN = 3  # times that a line stands on a page
MENDING = ("correction:", "clarification:", "correction (", *SURELY)
ON_TOP, OF_CONSENT = 12, 38  # rows; characters with which what is asked above all begins
HEAD_ROWS, LONGEST_HEAD = 45, 200  # rows; the longest is that of a page whose menus stand above
LONGEST_ABOVE = 100  # rows from the story up: of 780 pages none has its headline, its author or its day 40 above
LONG_PARAGRAPH, SURE_PARAGRAPHS = 20, 3  # words; paragraphs
TITLE_WORDS, TITLE_LINE = 35, 320
OVER_TOLD, AGAIN_WORDS, AGAIN_ROWS, SIGNED_ROWS = 4, 5, 30, 3  # a headline's that stands above a page's buttons and below them
HEAD_OPENINGS = frozenset({"by", "posted", "published", "updated", "story", "text", "words", "author"})
TITLED = 0.6  # of a name's words, with those that join it to another, begin with a capital
# Without one of these a line with small letters says neither who nor when; nor does one below the head.
TRADE_SIGNS = (
    *(" by", "@", "|", "•", "·", "(", "staff", "wire", "report", "corresp", "writer", "editor", "agenc", "bureau"),
    *("special to", "courtesy", "services", "more"),
)
SIGNS_BELOW = (" by", "@", "|", " ago", "report")
AGO_SIGN = re.compile(
    r"\d ?(?:min|h(?:ou)?r|h\b|d(?:ay|\b)|w(?:eek|k)|month|y(?:ea)?r)|\bago\b|\bupdated\b|\bpublished\b|\bposted\b"
)
SIGNS_OF_HEAD = re.compile(r"[\d@|•·Bb](?:(?<=[^Bb])|(?<=\b[Bb])y\b)")  # the set in front lets `re` skip to the next sign
HEAD_WORDS, HEAD_SENTENCE = 24, 10  # words of the longest line, and of the longest sentence, that is read so
HEAD_LINE = 200  # characters of the longest line that is read as a byline or a date
BYLINE_BEGUN = frozenset(  # the name is on the next line
    {"by", "written by", "author", "author of the article", "story by", "words by", "text by"}
)
OTHERS_BEGUN = frozenset(
    {
        *("photography by", "photographs by", "photos by", "illustration by", "illustrations by", "image by", "edited by"),
        *CHECKS,
    }
)
LONGEST_NAMES = 12  # words
MOST_AUTHORS = 24
OF_BOOK, FEWEST_OF_BOOK = frozenset({"title", "publisher", "pages", "price", "isbn"}), 2  # labels beside its author's
OF_PAPER = frozenset({"date", "published", "publication", "source", "headline"})
HALVES = ("p.m.", "a.m.")
JOB_WORDS = 6  # in a job and where it is done
JOB_GAP = 1  # blank lines between a byline and its author's job


def sheet_in_steps(
    rows: list[Row],
    given: str | None,
    timezone: str,
    middle: Middle | None = None,
    marked: Marked = UNMARKED,
) -> Steps[Sheet]:
    """The sheet that rules look at."""
    letters = letters_page(rows[:FULL_LINES])
    like = NOTHING if letters else likeness(rows, phrases(), marked.begins)
    yield
    start, end = _head(rows, like.start)
    heads = _heads(rows, start, end, timezone)
    if letters:
        heads = {place: head if head.by else replace(head, names=()) for place, head in heads.items()}
    yield
    forms = {
        row.place: title_key(row.text) for row in rows[start:end] if row.words <= TITLE_WORDS and len(row.text) < TITLE_LINE
    }
    titles = {form: place for place, form in reversed(forms.items())}
    told = tuple(islice((row.place for row in rows if row.words >= PROSE and row.stop and not _asks_consent(row)), 2))
    authors = _authors(heads)
    counted = Counter([row.key for row in rows]) if like.start else {}
    often = frozenset([key for key, count in counted.items() if count >= OFTEN])
    return Sheet(
        rows,
        phrases(),
        heads,
        forms,
        titles,
        given,
        _head_end(rows, start, like.start, end),
        start,
        middle,
        like,
        letters,
        authors,
        told,
        marked=marked,
        often=often,
    )


sheet_of = in_one_go(sheet_in_steps)


def _heads(rows: list[Row], start: int, end: int, timezone: str) -> dict[int, byline.Head]:
    """What bylines and dates say, by the row's place; what stands on two rows is read together."""
    heads = {
        row.place: byline.parse(row.text, timezone) for row in rows[start:] if _may_head(row, end) and not is_fact(row, rows)
    }
    for place in [place for place in heads if rows[place].key.startswith("author:") and _is_of_book(rows, place)]:
        del heads[place]
    for row in rows[start + 1 : end]:
        above = rows[row.place - 1].key.strip(" :")
        begun = above in BYLINE_BEGUN or (above in byline.JOINING and heads.get(row.place - 2, byline.NOTHING).names)
        if begun and row.words <= LONGEST_NAMES:
            heads[row.place] = byline.parse("By " + row.text, timezone)
        elif row.opening == "and" and row.words <= LONGEST_NAMES and _goes_on(row, heads):
            heads[row.place] = byline.parse("By " + row.text.partition(" ")[2], timezone)
        elif above in OTHERS_BEGUN and row.place in heads:
            heads[row.place] = replace(heads[row.place], names=())
        elif row.key.startswith(("by ", "/ by ")) and _is_desk(above) and row.place - 1 in heads:
            heads[row.place - 1] = replace(heads[row.place - 1], names=(), credited=True)
        over = heads.get(row.place - 1)
        if over is not None and over.names and row.gap <= JOB_GAP and (head := heads.get(row.place)) is not None:
            heads[row.place] = _as_job(row.text, head, over)
    return heads | _of_foot(rows, heads, timezone)


def _goes_on(row: Row, heads: Mapping[int, byline.Head]) -> bool:
    """`and Hal Brand, marle.example` right below another author."""
    above = heads.get(row.place - 1, byline.NOTHING)
    return not (row.gap or row.stop) and above.by and bool(above.names) and row.text[4:5].isupper()


def is_fact(row: Row, rows: list[Row]) -> bool:
    """Whether a line is a fact of a recipe, or its label above: `PREP TIME`, `40 mins`."""
    return row.key.strip(" :") in FACTS or (row.place > 0 and rows[row.place - 1].key.strip(" :") in FACTS)


def _of_foot(rows: list[Row], heads: Mapping[int, byline.Head], timezone: str) -> dict[int, byline.Head]:
    """`Author Iva Voss` below `Date 12.03.2012`, at a page's foot, with no sign behind the labels."""
    return {
        row.place: byline.parse(f"By {row.text.partition(' ')[2]}", timezone)
        for row in rows
        if row.opening == "author" and row.words < LONGEST_NAMES and heads.get(row.place - 1, byline.NOTHING).posted
    }


def _is_of_book(rows: list[Row], place: int) -> bool:
    """Whether `Author: …` stands in the box of a book that the story is about."""
    labels = {row.opening for row in rows[max(0, place - 3) : place + 4] if ":" in row.text}
    return len(labels & OF_BOOK) >= FEWEST_OF_BOOK and labels.isdisjoint(OF_PAPER)


def _as_job(text: str, head: byline.Head, above: byline.Head) -> byline.Head:
    """The head of a line under a byline: a job, `Courier City Hall Reporter`, or a paper, `Ambery Courant`, is nobody's name."""
    if head.by or not above.names:
        return head
    words = text.split()
    post, comma, beat = text.partition(", ")
    if not head.names and comma and beat[:1].isupper() and len(words) <= JOB_WORDS and ends_in_job(post):  # `Reporter, South`
        return replace(head, credited=True)
    if is_house(text) or (not head.names and len(words) > 1 and is_paper(words)):
        return replace(head, names=(), credited=True)
    if not head.names or not ends_in_job(text):
        return head
    if any(name.split()[0].casefold() in first_names() for name in head.names):
        return head
    return replace(head, names=(), credited=True)


def _has_sign(row: Row, *, below: bool) -> bool:
    """Whether a line is set as names are, or has a date, or a word or a sign of those who write; below the head a date, or one of few signs."""
    if below:
        return dates.MAY_HOLD.search(row.key) is not None or has_one(row.key, SIGNS_BELOW)
    if row.titled >= TITLED or row.words == 1:
        return True
    dated = row.figure and (dates.MAY_HOLD.search(row.key) or AGO_SIGN.search(row.key))
    return bool(dated) or has_one(row.key, TRADE_SIGNS)


def _authors(heads: Mapping[int, byline.Head]) -> tuple[Author, ...]:
    """The authors, each where he is first named; of very many only the first, since each is held against many lines."""
    found: dict[tuple[str, bool], Author] = {}
    for place, head in heads.items():
        sure = head.by or head.contact
        for name in head.names if sure or head.sure >= 1 else ():
            found.setdefault((name, sure), Author(name, place, sure))
        if len(found) >= MOST_AUTHORS:
            break
    return tuple(found.values())


def _is_desk(key: str) -> bool:
    """`Marle Rural`: whether a line over the author names a desk of the house."""
    return key.rpartition(" ")[2] in phrases().sections


def _asks_consent(row: Row) -> bool:
    """Whether the site asks for consent in a paragraph on top, or says what it has put right: no story begins so."""
    if row.place >= ON_TOP:
        return False
    return row.key.startswith(MENDING) or opens_as_furniture(row.key, OF_CONSENT) or ("cookies" in row.key and is_notice(row))


def _head(rows: list[Row], told: int) -> tuple[int, int]:
    """Where the head starts and ends: a few long paragraphs on, or many lines, below the menus of a page that is told from a row on."""
    start, end, long = max(0, told - LONGEST_ABOVE), max(HEAD_ROWS, told + BEGUN), 0
    if told and (again := _again(rows, told, end)):
        return start, again
    for row in rows[told : max(LONGEST_HEAD, end)]:
        long += row.words >= LONG_PARAGRAPH and row.stop and not _asks_consent(row)
        if long == SURE_PARAGRAPHS or (long and row.place >= end):
            return start, row.place
    return start, min(len(rows), end)


def _again(rows: list[Row], told: int, end: int) -> int:
    """Where the head ends if the headline stands right above a page's first paragraph, and below its buttons over the author once more."""
    over = {row.key for row in rows[max(0, told - OVER_TOLD) : told] if row.words >= AGAIN_WORDS}
    for row in rows[end : end + AGAIN_ROWS] if over else ():
        if row.key in over:
            return min(len(rows), row.place + SIGNED_ROWS)
        if row.words >= LONG_PARAGRAPH and row.stop:
            break
    return 0


def _head_end(rows: list[Row], start: int, told: int, end: int) -> int:
    """Where the rules of the head end: at the second long paragraph, once the author is named, or where nobody is."""
    signs, long = [row.opening in HEAD_OPENINGS for row in rows[start:end]], 0
    signed = True not in signs
    for row, sign in zip(rows[start:end], signs, strict=True):
        signed = signed or sign
        long += row.place >= told and row.words >= LONG_PARAGRAPH and row.stop and not _asks_consent(row)
        if long == SURE_PARAGRAPHS - signed:
            return row.place
    return end


def _may_head(row: Row, end: int) -> bool:
    """Whether a line may be a byline or a date line: short, and no sentence unless it opens as one."""
    if row.words > HEAD_WORDS or len(row.text) > HEAD_LINE:
        return row.opening == "by" and TOLD.search(row.text, 0, HEAD_LINE) is not None
    if (row.figure and PERIOD.fullmatch(row.text)) or (
        row.text[0] in "—–-" and "(@" in row.text
    ):  # whose words the page has taken over: `— Iva Voss (@ivavoss) May 3, 2023`
        return False
    if row.opening in HEAD_OPENINGS or (row.text[:2] == "by" and row.text[2:3].isupper()):  # `byIva Voss`
        return True
    if (row.place >= end and (row.stop or not row.figure)) or (
        row.figure and "-" in row.text and PHONE.search(row.text)
    ):  # whom to ask
        return False
    if not _has_sign(row, below=row.place >= end):
        return False
    stop = row.stop and not (row.key.endswith(HALVES) or " | source: " in row.key)  # `… | Updated: March 4, 2023 11:20 p.m.`
    return row.words < HEAD_SENTENCE or not (stop or SIGNS_OF_HEAD.search(row.text) is None)
