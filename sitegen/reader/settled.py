"""What each line of a text is: the decision, and after it what only the whole shows."""

import re
from itertools import groupby, pairwise

from msgspec.structs import replace

from sitegen.model import Role
from sitegen.reader import acting, byline, captions, dates, linking, posts, shown
from sitegen.reader.decide import HEAD, STORY, TAIL, Candidate, Choice, decide
from sitegen.reader.rows import Row
from sitegen.reader.rules import heads, interrupted, lives, pointers, telling, topics
from sitegen.reader.rules.known import PUBLISHING
from sitegen.reader.sheet import DEK, Kind, Sheet
from sitegen.reader.surroundings import PROSE

ROLES: dict[Kind, Role] = {
    **dict.fromkeys(("menu", "kicker", "heading", "junk-heading", "junk", "furniture", "leftover"), "furniture"),
    "stray": "furniture",
    **dict.fromkeys(("title", "continued", "again"), "title"),
    **dict.fromkeys(("byline", "name", "empty-byline", "signed"), "byline"),
    **dict.fromkeys(("reference", "item"), "reference"),
    **dict.fromkeys(DEK, "dek"),
    "date": "date",
    "clock": "date",
    "dateline": "dateline",
    "caption": "caption",
    "credit": "credit",
    "body": "body",
    "subhead": "subhead",
    "correction": "correction",
    "contributor": "contributor",
    "note": "note",
    "address": "note",
    "post": "note",
    "tags": "tags",
}
MOST_LEFT = 0.4  # of the words of the story
TOLD_WORDS, LONG_WORDS = 8, 24  # words of a line that tells, and of one without a stop
TOLD_SHARE = 0.5  # of a picture's longer words, those that the story has too
OF_ANOTHER = "of-another-story"
FEWEST_DAYS, DAY_WORDS = 3, 6
CAPTIONED = 5.0  # evidence
ASIDE_WORDS, FOLLOWING, CAPITALS = 10, 4, 3  # of what stands beside a headline in a list
RULED = "rule-line"  # the rule of lines that may stand between decks
TITLED = 0.7  # of a headline's words that ends in a stop


def settled(found: list[list[Candidate]], sheet: Sheet, *, titled: bool) -> list[Choice]:
    """What each row is, by the one decision for the whole text and after what only the whole shows."""
    rows = sheet.rows
    choices = [
        _exact(row, choice, sheet) if choice.kind == "caption" else choice
        for row, choice in zip(rows, _decided(found, sheet, titled=titled), strict=True)
    ]
    choices = _with_days(shown.of_videos(_of_items(_one_dek(rows, shown.shown_again(choices, rows)), sheet), rows), sheet)
    choices = _of_others(_with_visit(_with_labels(choices, rows), sheet), sheet)
    choices = _with_name(_with_boxed(_with_topics(_with_event(_with_last(choices, rows), sheet), sheet), sheet), rows)
    choices = _on_told_lines(choices, rows)
    return posts.set_apart(shown.told_again(choices, rows, page=bool(sheet.like.leans)), rows)


def _on_told_lines(choices: list[Choice], rows: list[Row]) -> list[Choice]:
    """Of a line in parts, of which the story has some, each part that is a sentence: the line's role wouldn't show that it is gone."""
    told = {row.first for row, choice in zip(rows, choices, strict=True) if choice.kind == "body"}
    return [
        replace(choice, kind="body", rule="told-on-line")
        if ROLES[choice.kind] == "furniture" and row.first in told and row.stop and row.words >= TOLD_WORDS
        else choice
        for row, choice in zip(rows, choices, strict=True)
    ]


def _decided(rows: list[list[Candidate]], sheet: Sheet, *, titled: bool) -> list[Choice]:
    """The decision; made again without leftovers where they would take a large share of the text."""
    headless = not titled and _is_headless(sheet)
    choices = decide(rows, titled=titled, headless=headless)
    left = [row.words for row, choice in zip(sheet.rows, choices, strict=True) if choice.kind == "leftover"]
    story = [row.words for row, choice in zip(sheet.rows, choices, strict=True) if choice.kind == "body"]
    if sum(left) > MOST_LEFT * sum(story) or len(left) > 2 * len(story) + 8:
        return decide([[one for one in row if one.kind != "leftover"] for row in rows], titled=titled, headless=headless)
    return choices


def _is_headless(sheet: Sheet) -> bool:
    """Whether a text begins with who wrote it, or when, and no line above its first paragraph may be a headline; or with that itself."""
    first, rows = sheet.heads.get(0), sheet.rows
    if len(rows) > 1 and all(row.stop and row.text[-1] not in "!?" for row in rows[:2]) and rows[0].words >= PROSE:
        return not any(sheet.heads.get(place, byline.NOTHING).tells for place in range(4))
    if first is None or not (first.names or first.dated) or sheet.like.start:
        return False
    above = sheet.rows[1 : sheet.told[0] if sheet.told else sheet.head_end]
    return not any((not row.stop or row.titled >= TITLED) and heads.may_name_story(row, sheet) for row in above)


def _one_dek(rows: list[Row], choices: list[Choice]) -> list[Choice]:
    """The first dek alone: what stands further down in the head is the story's where it is told, else the site's."""
    first = next((place for place, choice in enumerate(choices) if choice.kind in DEK), None)
    if first is None:
        return choices
    ends = (place for place in range(first, len(choices)) if choices[place].kind not in DEK and choices[place].rule != RULED)
    end = next(ends, len(choices))
    further = [row for row, choice in zip(rows[end:], choices[end:], strict=True) if choice.kind in DEK]
    points = {row.place for row, below in pairwise(further) if row.place + 1 == below.place}  # that sum the story up
    points |= {place + 1 for place in points}
    told = {row.place for row in further if row.words >= (TOLD_WORDS if row.stop or row.place in points else LONG_WORDS)}
    told |= {row.place for row in further if row.place + 1 in told & points}  # `What we know so far`, over points
    return choices[:end] + [
        replace(choice, kind="body" if row.place in told else "furniture") if choice.kind in DEK else choice
        for row, choice in zip(rows[end:], choices[end:], strict=True)
    ]


def _of_others(choices: list[Choice], sheet: Sheet) -> list[Choice]:
    """Under a story whose own author and day stand above, those of other stories are the site's; so is how long ago something was."""
    late = [place for place, choice in enumerate(choices) if choice.part == TAIL and choice.rule in LATE_RULES]
    if not late:
        return choices
    above = [choice for choice in choices if choice.part == HEAD and choice.rule != "relative-day"]
    told = {kind for choice in above for kind in LATE if choice.kind in LATE[kind]}
    amid = any([choice.part != TAIL and choice.rule == "posted-line" for choice in choices])  # noqa: C419 - faster
    for place in late:
        if _is_of_another(sheet.rows[place], choices[place], told, sheet, amid=amid):
            choices[place] = replace(choices[place], kind="furniture", rule=OF_ANOTHER)
    return choices


def _is_of_another(row: Row, choice: Choice, told: set[str], sheet: Sheet, *, amid: bool) -> bool:
    """Whether an author or a day below the story is another's; `amid` if a day stands elsewhere than in the head or below the story."""
    if choice.kind == "date" and (shown.AGO.fullmatch(row.key) or (amid and row.opening not in PUBLISHING)):
        return True
    head = sheet.heads.get(row.place, byline.NOTHING)
    if row.key.startswith(("first published", "originally published")) or head.updated or _is_own_day(head, row, sheet):
        return False
    return any(choice.kind in LATE[kind] for kind in told)


def _is_own_day(head: byline.Head, row: Row, sheet: Sheet) -> bool:
    """Whether a line below the story tells when it was published, on the day that the head tells too."""
    if head.posted is None or head.names or row.opening not in PUBLISHING or not row.raw[:1].isalpha():
        return False
    return any(one.posted and one.posted[:10] == head.posted[:10] for place, one in sheet.heads.items() if place < row.place)


def _with_days(choices: list[Choice], sheet: Sheet) -> list[Choice]:
    """The days of a timeline as its crossheads: three or more, one after the other, each on a line of its own within the story."""
    told = [
        place
        for place, choice in enumerate(choices)
        if choice.kind == "date" and choice.part == STORY and sheet.rows[place].words <= DAY_WORDS
    ]
    days = {place: day for place in told if (day := _day_of(place, sheet)) is not None}
    order = list(days.values())
    if len(order) < FEWEST_DAYS or sorted({*order}) not in (order, order[::-1]):
        return choices
    return [
        replace(choice, kind="subhead", rule="day-of-timeline") if place in days else choice
        for place, choice in enumerate(choices)
    ]


def _with_topics(choices: list[Choice], sheet: Sheet) -> list[Choice]:
    """What a page lists right below its story, in the story's words or by links to its tags' pages, as its tags."""
    last = len(choices) - 1
    while last > 0 and choices[last].kind not in STORY_KINDS:
        last -= 1
    while 0 < last < len(choices) - 1 and choices[last + 1].kind in HELPED:
        last += 1
    for place in topics.places(sheet.rows[last + 1 :], sheet) if last > 0 else ():
        if choices[place].rule in UNKNOWN or (place in sheet.marked.filed and choices[place].kind == "furniture"):
            choices[place] = replace(choices[place], kind="tags", rule="told-topic")
    for listed, group in groupby(range(last + 1, len(choices)), lambda place: choices[place].rule == "listed-reference"):
        for place in topics.ending([sheet.rows[place] for place in group], sheet) if listed else ():
            choices[place] = replace(choices[place], kind="tags", rule="below-references")
    return choices


def _with_event(choices: list[Choice], sheet: Sheet) -> list[Choice]:
    """Where and when what a story tells of will be, each on a line between headline and story: `Marle Park, Ormsey`, a day, `1500 GMT`."""
    hour = next((row.place for row in sheet.rows[:ON_TOP] if row.figure and HOUR.fullmatch(row.text)), 0)
    if not hour or choices[hour].kind not in AROUND:
        return choices
    first, last = hour, hour
    while first > 0 and choices[first - 1].kind in AROUND:
        first -= 1
    while last + 1 < len(choices) and choices[last + 1].kind in AROUND:
        last += 1
    block = range(first, last + 1)
    days = [place for place in block if place in sheet.heads and sheet.heads[place].dated and sheet.heads[place].posted is None]
    if (
        not days
        or first == 0
        or choices[first - 1].kind != "title"
        or last + 1 == len(choices)
        or choices[last + 1].kind not in TOLD
    ):
        return choices
    return [replace(choice, kind="body", rule="event") if place in block else choice for place, choice in enumerate(choices)]


def _with_last(choices: list[Choice], rows: list[Row]) -> list[Choice]:
    """The last paragraphs of a story that advertisements and buttons interrupt, as the story's."""
    told = [place for place, choice in enumerate(choices) if choice.kind == "body"]
    last = told[-1] if told else len(rows)
    for place in range(last + 1, len(rows)):
        apart = (
            choices[place].kind == "junk" and rows[place].gap > 0
        )  # of a list that stands in one block the story stands apart
        if place > last + interrupted.NEAR or choices[place].kind in SIGNED or apart:
            break
        if choices[place].rule == "leftover" and interrupted.goes_on(
            rows[place], rows[last + 1 : place], [rows[one] for one in told]
        ):
            for near in range(last + 1, place):  # a picture's words that stand between
                other = choices[near].other
                if (
                    choices[near].rule == "leftover"
                    and other is not None
                    and other.kind == "caption"
                    and other.evidence >= CAPTIONED
                ):
                    choices[near] = replace(choices[near], kind="caption", rule=other.rule)
            choices[place], last = replace(choices[place], kind="body", rule="told-below"), place
    return choices


def _with_labels(choices: list[Choice], rows: list[Row]) -> list[Choice]:
    """`Published` on a line of its own as part of the date below it; the address that the author posts at as the site's."""
    for place, choice in enumerate(choices):
        row = rows[place]
        if (
            choice.kind == "date"
            and place
            and rows[place - 1].words <= LABEL_WORDS
            and rows[place - 1].key.strip(" :-–—") in DATE_LABELS
        ):
            choices[place - 1] = replace(choices[place - 1], kind="date", rule="date-label")
        elif choice.rule == "byline-goes-on" and row.words == 1 and row.text[0] == "@":
            choices[place] = replace(choice, kind="furniture", rule="handle")
    return choices


def _with_visit(choices: list[Choice], sheet: Sheet) -> list[Choice]:
    """A day far above the headline, where the head has its own: when somebody looked at the page, or when another story ran."""
    title = next((place for place, choice in enumerate(choices) if choice.kind == "title"), 0)
    far = [place for place in range(title - FAR_ABOVE + 1) if choices[place].kind == "date"] if sheet.like.start else []
    days = [place for place, head in sheet.heads.items() if head.posted is not None and place > title] if far else []
    if any(choices[place].kind == "date" and choices[place].part == HEAD for place in days):
        for place in far:
            choices[place] = replace(choices[place], kind="furniture", rule="day-of-visit")
    return choices


def _of_items(choices: list[Choice], sheet: Sheet) -> list[Choice]:
    """`11 November 2022`, `HAL BRAND`, `Follow Marle Live` in a list of references: what belongs to the headlines there, and is none."""
    items = [place for place, choice in enumerate(choices) if choice.kind == "item" and sheet.rows[place].words <= ASIDE_WORDS]
    for place in items:
        row = sheet.rows[place]
        if row.words <= DAY_WORDS and _tells_when(row, sheet):
            choices[place] = replace(choices[place], kind="furniture", rule="day-of-item")
        elif (
            row.text[0].islower() and row.text.count(", ") > 1 and not (row.stop or ":" in row.text)
        ):  # `ferries, cranes, Port Hale`
            choices[place] = replace(choices[place], kind="tags", rule="below-references")
        elif _is_aside(row, choices, sheet):
            choices[place] = replace(choices[place], kind="furniture", rule="beside-item")
    return choices


def _is_aside(row: Row, choices: list[Choice], sheet: Sheet) -> bool:
    """Whether a line beside a headline tells who wrote that, names its section in capitals, or asks to follow the site."""
    if row.key in pointers.TURNING or row.text.isdecimal() or (row.words == 1 and row.key.startswith(("http", "www."))):
        return True
    head = sheet.heads.get(row.place, byline.NOTHING)
    if (head.by and head.names and head.sure >= 1) or (
        row.opening == "follow" and row.words <= FOLLOWING and row.titled > TITLED
    ):
        return True
    beside = [place for place in (row.place - 1, row.place + 1) if 0 <= place < len(choices) and choices[place].kind == "item"]
    others = [sheet.rows[place] for place in beside]
    return row.caps and row.words <= CAPITALS and any(one.words > CAPITALS and not one.caps for one in others)


def _tells_when(row: Row, sheet: Sheet) -> bool:
    """Whether a line tells a day and nothing more, or how long ago something was."""
    said = sheet.heads.get(row.place, byline.NOTHING)
    return (said.dated and (row.caps or (said.sure >= 1 and not said.names))) or linking.tells_nothing(row.text)


def _day_of(place: int, sheet: Sheet) -> tuple[int, int, int] | None:
    """The day that a line tells and no hour, with the year or, as 0, without it."""
    posted = sheet.heads.get(place, byline.NOTHING).posted
    if posted is not None:
        year, month, day = posted[:10].split("-")
        return None if "T" in posted else (int(year), int(month), int(day))
    found = dates.find(sheet.rows[place].text)
    return (0, *found[0].of_year) if len(found) == 1 and found[0].weekday is not None else None


def _with_name(choices: list[Choice], rows: list[Row]) -> list[Choice]:
    """`By` on a line of its own, over the name, as part of the byline; `Author` without one as the site's."""
    below = [*choices[1:], *choices[-1:]]
    return [
        replace(one, kind="byline" if under.kind in LATE["author"] else one.kind if row.opening in BY_OPENINGS else "furniture")
        if one.kind == "empty-byline"
        else one
        for row, one, under in zip(rows, choices, below, strict=True)
    ]


def _with_boxed(choices: list[Choice], sheet: Sheet) -> list[Choice]:
    """The name under `About the author` as the byline, or the one that signs the last paragraph, where the story has no other."""
    named = (place for place, choice in enumerate(choices) if choice.kind in LATE["author"])
    heads = [sheet.heads.get(place) for place in named]
    if sheet.letters or any(head is None or head.names or (head.by and head.agency is None) for head in heads):
        return choices
    rule, found = "author-in-box", next((row.place for row in sheet.rows if lives.is_boxed(row, sheet)), None)
    if found is None:
        last = sheet.rows[-lives.SIGNED_FAR :]
        rule, found = "signed-below", next((row.place for row in last if lives.is_signature(row, sheet)), None)
    return [replace(choice, kind="byline", rule=rule) if place == found else choice for place, choice in enumerate(choices)]


BY_OPENINGS = frozenset({"by", "written", "words", "story", "text"})
STORY_KINDS: frozenset[Kind] = frozenset({"body", "subhead", "signed"})
TOLD: frozenset[Kind] = frozenset({"body", "subhead", "correction", "contributor", "note", "signed"})
HOUR = re.compile(
    r"(?:[01]\d|2[0-4])[:.]?[0-5]\d ?(?:GMT|BST|CEST|CET|EST|EDT|hrs|local(?: time)?)|\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\.?"
)
OVER_AUTHOR = 3  # rows
NO_PICTURE = -2.0  # how far a paragraph leans away from what pictures show
ON_TOP = 8  # rows, among which is the hour of an event
AROUND: frozenset[Kind] = frozenset({"kicker", "date", "clock", "subhead"})  # what its place, its day and its hour look like
HELPED: frozenset[Kind] = frozenset({"contributor", "note", "correction"})  # right below a story
SIGNED: frozenset[Kind] = frozenset({"byline", "name"})  # of other stories
UNKNOWN = frozenset({"leftover", "unlike-the-story"})  # rules of what nothing else is known of
LABEL_WORDS, FAR_ABOVE = 3, 5  # words; rows
DATE_LABELS = frozenset(
    {"published", "updated", "published on", "updated on", "published at", "posted", "posted on", "first published"}
    | {"last updated", "last updated on", "last modified"}
)
LATE_RULES = frozenset({"byline", "name-alone", "posted-line"})
LATE: dict[str, frozenset[Kind]] = {"author": frozenset({"byline", "name"}), "day": frozenset({"date"})}


def _is_over_author(row: Row, sheet: Sheet) -> bool:
    """Whether a sentence touches the author below, or another that does, or tells there what somebody does: pictures' words."""
    if sheet.heads.get(row.place + 1, byline.NOTHING).by and acting.tells_action(row.text):
        return True
    for below in sheet.rows[row.place : row.place + OVER_AUTHOR]:
        if below.after or not below.stop or not row.stop:
            return False
        if below.place + 1 < len(sheet.rows) and sheet.rows[below.place + 1].opening == "by":
            return True
    return False


def _exact(row: Row, choice: Choice, sheet: Sheet) -> Choice:
    """A caption that is a credit and nothing else, as a credit; of what only its place made one, news of other stories as the site's."""
    if choice.rule == "caption-by-place" and sheet.like.story and not _is_over_author(row, sheet):
        lean = sheet.like.leans.get(row.place)
        if row.stop and row.words >= PROSE and lean is not None and lean.caption < NO_PICTURE and lean.furniture < 0.0:
            return replace(choice, kind="body", rule="paragraph")
        words = telling.words(row)
        if words and telling.share(words, sheet) < TOLD_SHARE:
            return replace(choice, kind="furniture", rule=OF_ANOTHER)
    return choice if captions.split(row.text).text else replace(choice, kind="credit")
