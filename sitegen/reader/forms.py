"""Blocks of the story that have a form of their own: numbered lists, and conversations with the speaker before each turn."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from sitegen.model import Block

NUMBER = re.compile(r"(\(?)(\d{1,3})([.)]) +(?=\S)")
FEWEST_ITEMS, FEWEST_AMID = 2, 3  # of a list that begins with 1, or goes on with the number after the last; of another
FEWEST_TURNS = 2
ANSWER = "A"
ASKING = ("Q", "F")  # `Frage`
_NAME = r"[^\W\d_a-z][\w.'’-]*"
SPEAKER = re.compile(rf"(?:([QA])[.:]|({_NAME}(?: {_NAME}){{0,3}}):)[\"”’]? +\S")
CLOSING, SAID = "\"'”’)", frozenset(".?!…—-")  # `Position: left back` is no speech
# What stands before a colon and is no speaker: salutations, and what notices of events tell.
NO_SPEAKERS = frozenset(
    "sir sirs madam editor note update correction when where what who why how cost costs price prices info information tickets "
    "ticket time times place date dates details admission phone contact hours address score scores photo photos related "
    "more watch read story video source sources wann wo was wer preis uhrzeit ort datum kosten".split()
)
Label = str | None


def shaped(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks, paragraphs that are a list's items or a speaker's turn as such."""
    paragraphs = [block.text for block in blocks if block.kind == "paragraph"]
    figured = [text for text in paragraphs if text[:1] == "(" or text[:1].isdigit()]
    if len(figured) >= FEWEST_ITEMS and sum([NUMBER.match(text) is not None for text in figured]) >= FEWEST_ITEMS:
        blocks = _with_lists(blocks)
    if sum([":" in text[:60] or text[1:3] == ". " for text in paragraphs]) >= FEWEST_TURNS:
        blocks = _with_turns(blocks)
    return blocks


def _number(block: Block) -> tuple[str, int] | None:
    """The signs around a paragraph's number, and the number."""
    match = NUMBER.match(block.text) if block.kind == "paragraph" and block.text[:2].strip("(")[:1].isdigit() else None
    return (match[1] + match[3], int(match[2])) if match else None


def _with_lists(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Paragraphs with consecutive numbers, one after the other, as one list."""
    shown: list[Block] = []
    last: dict[str, int] = {}  # the last number of the lists so far, by their signs
    for run in _runs(blocks):
        number = _number(run[0])
        if number and len(run) >= (FEWEST_ITEMS if number[1] in {1, last.get(number[0], 0) + 1} else FEWEST_AMID):
            shown.append(Block("list", "\n".join(block.text for block in run), run[0].line))
            last[number[0]] = number[1] + len(run) - 1
        else:
            shown += run
    return tuple(shown)


def _runs(blocks: tuple[Block, ...]) -> Iterator[list[Block]]:
    """The blocks; those whose numbers follow one another together."""
    run: list[Block] = []
    before: tuple[str, int] | None = None
    for block in blocks:
        number = _number(block)
        if run and not (before and number and number == (before[0], before[1] + 1)):
            yield run
            run = []
        run.append(block)
        before = number
    if run:
        yield run


def _with_turns(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Paragraphs that open with a speaker's name as turns of a conversation, where there is one."""
    labels = [_label(block) for block in blocks]
    speakers = _speakers([label for block, label in zip(blocks, labels, strict=True) if block.kind != "reference"])
    return tuple(
        Block("turn", block.text, block.line) if label in speakers else block
        for block, label in zip(blocks, labels, strict=True)
    )


def _label(block: Block) -> Label:
    """Who seems to speak in a paragraph."""
    text = block.text
    may_open = block.kind == "paragraph" and (":" in text or text[1:2] == ".")  # which is seen sooner
    match = SPEAKER.match(text) if may_open else None
    if match is None or match[1]:
        return match[1] if match else None
    return match[2] if text.rstrip(CLOSING)[-1:] in SAID and match[2].casefold() not in NO_SPEAKERS else None


def _speakers(labels: list[Label]) -> frozenset[Label]:
    """Who speaks: question and answer, or two or more who take turns; nobody where labels don't follow one another."""
    counts = Counter(label for label in labels if label)
    turns = Counter(two for one, two in pairwise(labels) if one and two and one != two)
    names = {label for label, count in counts.items() if count >= FEWEST_TURNS and len(label) > 1}
    for asking in ASKING:
        if counts[asking] and (turns[ANSWER] or (counts[asking] >= FEWEST_TURNS and any(turns[name] for name in counts))):
            return frozenset(names | {asking, ANSWER} | {label for label in turns if len(label) > 1})
    takes = sum(turns[name] for name in names)
    return frozenset(names) if len(names) > 1 and takes >= FEWEST_TURNS else frozenset()
