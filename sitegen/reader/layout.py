"""Lines of a text → its paragraphs' lines: what a typewriter or a wire broke at a column is sewn together again."""

import re
from itertools import islice, pairwise

from msgspec import Struct
from msgspec.structs import replace

from sitegen.reader import apart, columns, justified
from sitegen.reader.apart import STOPS
from sitegen.reader.sewing import sewer

EARLY, ADDED = 0.75, 20  # of a column, where the next line surely goes on; lines in capitals to each in small letters
WRAP_NARROWEST, WRAP_WIDEST = 34, 100  # columns at which people let lines break
FEWEST_PAIRS = 3  # a pair or two show a habit only where no line is longer than they
SHOWING = 12  # pairs show the full width
USUAL_NARROWEST, USUAL_MARGIN = 58, 8  # a column that a pair or two are believed in; what other lines may have more
FULL_SHARE = 0.7  # of the lines that go on with a small letter are full, where lines are broken at a column
GOING_ON = 0.3  # of the full lines are followed by a small letter, at least; in verses and lists fewer are
NEAR_COLUMN, COLUMN_SHARE = 14, 0.25  # so many characters short of the column end so many of the lines
SLACK = 3  # characters by which an old machine breaks early
HEAD_GROUP = 6  # a first group of so many lines is a paragraph
DOUBLE_SPACED, FEWEST_DOUBLE = 0.25, 4  # share, and number, of lines that go on beyond a blank line in a typescript
CLOSING, ENDS = " ]\"'”’»", STOPS | frozenset(")…—–-")  # what stands behind the last stop, and what a paragraph ends with
STRAY = 2  # spaces: fewer are no indent
_LEADING = re.compile(r"[ \t\u00a0]*")
INDENTS = frozenset(" \t\u00a0")
# Three spaces within a line, a tab, or twice two spaces that end no sentence. It begins with the space, so that `re` skips to one.
COLUMNS = re.compile(r"\s(?:(?<=\S\s)\s{2,}\S|(?<=\t)\S|(?<=[^\s.!?:\"”’')]\s)\s\S[^\n]{0,80}?[^\s.!?]\s{2}\S)")
BULLET = re.compile(r"(?:[-*•–+·] |\d{1,2}[.)] |\[|\^|\(\d{1,2}\) |[QA][:.] |[A-Z]{2,3}  (?=\S))")  # and a database's field
ITEM = re.compile(r"[ \u00a0]*(?:[-*•–+·]|\(?\d{1,3}[.)]|[QA][:.])[ \u00a0]+(?=\S)")
HEADING = re.compile(r"^\s*(?:by[ :]|(?:posted|published|updated)\b)|\d", re.IGNORECASE)  # a byline, a date
# Words after which no line of a list, no headline and no sentence ends, though the next begins with a name or a figure.
LEADING_ON = frozenset(
    "a an the of and or but for from with at by in into to on as that which who whose than between among under over after before because "
    "is are was were has had have will would could should can may be been his her their its our my your this these those said not "
    "der die das den dem des ein eine einen einem einer und oder von vom mit im in zu zum zur auf für aus bei nach über dass weil als war ist "
    "hat wird sich nicht "
    "A An The Of And Or For With From".split()  # in a headline
)
OWNING = ("'s", "’s")
LABEL = re.compile(r"[^\W\d_][\w ]{1,20}:")
NAME_ALONE = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}:\s*")  # `Document Type:`
MACHINE = re.compile(r"[a-z]{2,8}:[a-z]\w+[: ]|[a-z]+(?:_[a-z]+)+: |category domain=|guid isPermaLink=")  # fields of an export
FIELD = re.compile(r"[A-Z][\w-]{2,23}: \S")  # of a head: no line of a paragraph follows such another


class Piece(Struct, frozen=True, gc=False):
    """A line, or the lines of one paragraph sewn together."""

    first: int  # file lines, 1-based
    last: int
    raw: str
    gap: int  # blank lines before


def blank(line: str) -> bool:
    """Whether nothing but white space and byte order marks stands on the line."""
    return not line or line.isspace() or ("\ufeff" in line and not line.replace("\ufeff", "").strip())


def pieces_of(lines: list[str], first_line: int, going_on: frozenset[int] = frozenset()) -> list[Piece]:
    """The non-blank lines; those of one hard-wrapped paragraph together. `going_on` names lines (0-based) that surely go on."""
    pieces, gap = [], 1
    for number, line in enumerate(lines, first_line):
        if line and (line[0].isalnum() or not blank(line)):
            pieces.append(Piece(number, number, line, gap))
            gap = 0
        else:
            gap += 1
    if going_on:
        return _joined(pieces, {index for index, piece in enumerate(pieces) if piece.first - first_line in going_on and index})
    return _unwrapped(_single_spaced(pieces))


def _single_spaced(pieces: list[Piece]) -> list[Piece]:
    """The lines of a typescript set with a blank line between every two: those that go on, as if there were none."""
    small = [index for index, piece in enumerate(pieces) if piece.gap == 1 and _goes_on(piece) and index]
    if len(small) < FEWEST_DOUBLE:
        return pieces
    small = [index for index in small if pieces[index - 1].raw.rstrip()[-1:] not in STOPS]  # else a name as readers choose them
    apart = [index for index in range(1, len(pieces)) if pieces[index].gap == 1]
    if len(small) < DOUBLE_SPACED * len(apart):
        return pieces
    column = _column([len(pieces[index - 1].raw.rstrip()) for index in small])
    near = {
        index
        for index in apart
        if _goes_on(pieces[index]) or _runs_on(pieces[index - 1].raw.rstrip(), pieces[index].raw, column)
    }
    return [replace(piece, gap=0) if index in near else piece for index, piece in enumerate(pieces)]


def _runs_on(line: str, following: str, column: int) -> bool:
    """Whether a full line ends within a sentence, and the next is set as far left."""
    return (
        line[-1:] not in STOPS
        and _indent(following) <= _indent(line)
        and not LABEL.match(following.lstrip())
        and _is_full(line, following, column, slack=0)
    )


def _goes_on(piece: Piece) -> bool:
    """Whether a line begins within a sentence."""
    text = piece.raw.lstrip()
    return text[:1].islower() and apart.COUNTED.match(text) is None


def _is_within(before: str, piece: Piece) -> bool:
    """Whether a line begins within the sentence of the one before: with a small letter, or after a word that ends none."""
    if _goes_on(piece):
        return True
    words = before[-24:].split()
    return len(words) > 1 and (
        words[-1] in LEADING_ON or words[-1].endswith(OWNING) or (words[-1][-1] == "," and len(before) >= WRAP_NARROWEST)
    )


def _unwrapped(pieces: list[Piece]) -> list[Piece]:
    """Lines of one paragraph joined, where the text's layout shows that lines were broken at a column."""
    pairs = [index for index in range(1, len(pieces)) if pieces[index].gap == 0]
    if not pairs:
        return pieces
    if len(pairs) >= justified.FEWEST and (flush := justified.column([piece.raw for piece in pieces])):
        return _evened(pieces, pairs, flush)
    opened = [index for index in pairs if "[" in pieces[index - 1].raw or "^" in pieces[index - 1].raw]  # hardly any
    raws = [piece.raw if not piece.gap else "" for piece in pieces] if opened else []
    open_ones = {
        place
        for index in opened
        for place in range(index, index + apart.until_closed(pieces[index - 1].raw, raws[index : index + apart.MOST_NOTED]))
    }
    if not INDENTS.isdisjoint([pieces[index].raw[0] for index in pairs]):
        open_ones |= _hung(pieces)
    flush = _may_have_column(pieces, pairs)
    ragged = len(pairs) >= columns.FEWEST and columns.may_be([len(piece.raw) for piece in pieces])
    prose = _prose_pairs(pieces, pairs, open_ones) if flush or ragged else []
    full = _full(pieces, prose) if flush else set()
    full -= _unended(pieces, full)
    if ragged and not full:
        lines = [piece.raw.rstrip() for piece in pieces]
        full = columns.printed(lines, prose, [_is_within(lines[index - 1], pieces[index]) for index in prose])
    return _joined(pieces, full | open_ones) if full or open_ones else pieces


def _evened(pieces: list[Piece], pairs: list[int], flush: int) -> list[Piece]:
    """Lines of one paragraph joined where they were set flush on both sides: those that fill the column go on."""
    bases = _bases(pieces)
    full = {
        index for index in pairs if len(pieces[index - 1].raw.rstrip()) == flush and _may_go_on(pieces[index].raw, bases[index])
    }
    return [
        replace(piece, raw=justified.even(piece.raw)) if piece.first < piece.last else piece for piece in _joined(pieces, full)
    ]


def _unended(pieces: list[Piece], full: set[int]) -> set[int]:
    """On top of a text without blank lines, the full lines that go on with none: a headline may fill its line, but no paragraph ends so."""
    ends = [index for index in sorted(full) if index + 1 not in full and index + 1 < len(pieces)]
    if 2 * len([index for index in ends if pieces[index + 1].gap]) >= len(ends):
        return set()
    told = [index for index in ends if _is_ended(pieces[index]) and index - 1 in full]  # paragraphs of three lines and more
    story = told[1] if len(told) > 1 else len(pieces) - 1
    unended: set[int] = set()
    for index in sorted([index for index in full if index < story], reverse=True):
        last = (index + 1 not in full or index + 1 in unended) and not pieces[index + 1].gap
        if last and not _is_ended(pieces[index]) and not _is_within(pieces[index - 1].raw, pieces[index]):
            unended.add(index)
    return unended


def _is_ended(piece: Piece) -> bool:
    return piece.raw.rstrip(CLOSING)[-1:] in ENDS


def _may_have_column(pieces: list[Piece], pairs: list[int]) -> bool:
    """Whether lines may be broken at a column: a wide one goes on, or all are as short, or in capitals. Most texts have none."""
    wide = [index for index in pairs if len(pieces[index - 1].raw) >= WRAP_NARROWEST]
    return bool(wide) and (
        any(_is_within(pieces[index - 1].raw, pieces[index]) for index in wide)
        or _all_within(pieces, WRAP_WIDEST)
        or _is_in_capitals(pieces)
    )


def _is_in_capitals(pieces: list[Piece]) -> bool:
    small = (piece for piece in pieces if piece.raw.upper() != piece.raw)  # somebody may have added one or two to very many
    return next(islice(small, len(pieces) // ADDED, None), None) is None


def _prose_pairs(pieces: list[Piece], pairs: list[int], open_ones: set[int]) -> list[int]:
    """The lines that may go on with prose before them."""
    bases = _bases(pieces)
    prose = [_is_prose(piece.raw) for piece in pieces]
    return [
        index
        for index in pairs
        if prose[index - 1] and prose[index] and index not in open_ones and _may_go_on(pieces[index].raw, bases[index])
    ]


def _hung(pieces: list[Piece]) -> set[int]:
    """The lines that are set in as far as the words of the list's item above, and go on with it."""
    hung: set[int] = set()
    words = 0  # how far in the item's words begin
    for index, piece in enumerate(pieces):
        if _may_be_item(piece.raw[:1]) and (item := ITEM.match(piece.raw)):
            words = item.end()
        elif piece.gap or not words or _indent(piece.raw) != words or not _is_prose(piece.raw):
            words = 0
        elif _goes_on(piece) or len(pieces[index - 1].raw.rstrip()) >= WRAP_NARROWEST:
            hung.add(index)
    return hung


def _may_be_item(sign: str) -> bool:
    """Whether a list's item may begin so: most lines are told by their first letter."""
    return sign in "QA" or not sign.isalpha()


def _full(pieces: list[Piece], pairs: list[int]) -> set[int]:
    """The lines that go on with those before them; none where the text has no column."""
    wide = [index for index in pairs if len(pieces[index - 1].raw) >= WRAP_NARROWEST]
    sure = (
        wide if _is_in_capitals(pieces) else [index for index in wide if _surely_goes_on(pieces[index - 1].raw, pieces[index])]
    )
    widths = [columns.width(pieces[index - 1].raw) for index in sure]
    column = _column(widths)
    if column and len(sure) < SHOWING:  # too few to show the full width
        wider = max(size for index in pairs if (size := columns.width(pieces[index - 1].raw)) <= column + USUAL_MARGIN)
        if len(sure) < FEWEST_PAIRS or all(_is_full(pieces[index - 1].raw, pieces[index].raw, wider) for index in sure):
            column = wider
    full = _filling(pieces, pairs, column)
    if len(full.intersection(sure)) < FULL_SHARE * len(sure):  # a line or two were wider: an agency's rights
        column = _column([width for width in widths if width < column])
        full = _filling(pieces, pairs, column)
    told = len(full.intersection(sure))
    if not column or told < FULL_SHARE * len(sure) or len(sure) < GOING_ON * len(full):
        full = set(pairs) if _is_even(pieces, pairs) else set()
    elif len(sure) < FEWEST_PAIRS and (
        told < len(sure) or not _all_within(pieces, max(column, _widest(pieces, sure) - USUAL_MARGIN))
    ):
        full = set()
    if full and column <= columns.WIDEST:  # of narrow lines, set by hand, some end early
        early = [index for index in pairs if _surely_goes_on(pieces[index - 1].raw, pieces[index])]
        full |= {index for index in early if columns.width(pieces[index - 1].raw) >= EARLY * column}
    return full - _head_breaks(pieces, column or WRAP_WIDEST) if full else full


def _filling(pieces: list[Piece], pairs: list[int], column: int) -> set[int]:
    """The lines that follow one which fills the column."""
    return {index for index in pairs if column and _is_full(pieces[index - 1].raw, pieces[index].raw, column)}


def _widest(pieces: list[Piece], pairs: list[int]) -> int:
    """The widest column at which lines may have been broken: the next word no longer fitted."""
    return min([columns.width(pieces[index - 1].raw) + len(pieces[index].raw.split(None, 1)[0]) for index in pairs])


def _surely_goes_on(before: str, piece: Piece) -> bool:
    """Whether a line that follows a wide one begins within its sentence. Menus in small letters, and who wrote a teaser, don't."""
    return _is_within(before, piece) and not _signs(piece.raw.strip())


def _is_even(pieces: list[Piece], pairs: list[int]) -> bool:
    """Whether every line that ends no paragraph is full, and every paragraph ends as a sentence: few sentences may go on, by chance."""
    if len(pairs) < FEWEST_PAIRS:
        return False
    column = max(columns.width(pieces[index - 1].raw) for index in pairs)
    within = [index for index in pairs if pieces[index - 1].raw.rstrip()[-1:] not in STOPS]
    ends = [pieces[index] for index in pairs if index + 1 == len(pieces) or pieces[index + 1].gap]
    return (
        column <= WRAP_WIDEST
        and 2 * len(within) >= len(pairs)
        and _all_within(pieces, column)
        and all(piece.raw.rstrip()[-1:] in STOPS for piece in ends)
        and all(_is_full(pieces[index - 1].raw, pieces[index].raw, column) for index in pairs)
    )


def _all_within(pieces: list[Piece], column: int) -> bool:
    """Whether a text of few lines has a usual column, and none of its lines is longer."""
    wide = [piece.raw for piece in pieces if columns.width(piece.raw) > column + USUAL_MARGIN]
    return column >= USUAL_NARROWEST and all("://" in raw for raw in wide)


def _bases(pieces: list[Piece]) -> list[int]:
    """How far each line's group is set in as a whole; a line that is set in further begins a paragraph."""
    indents = [_indent(piece.raw) for piece in pieces]
    if not any(indents):
        return indents
    bases: list[int] = []
    for start, end in pairwise([*(index for index, piece in enumerate(pieces) if piece.gap or not index), len(pieces)]):
        bases += [min(indents[start:end])] * (end - start)
    return bases


def _column(widths: list[int]) -> int:
    """Where lines are broken: the greatest width that many lines come near; 0 where there is no such column."""
    widths.sort(reverse=True)
    if not widths or widths[len(widths) // 2] < WRAP_NARROWEST:
        return 0
    for place, width in enumerate(widths):
        if width > WRAP_WIDEST:
            continue
        near = sum(width - NEAR_COLUMN < other for other in widths[place:])
        if near >= min(len(widths), max(2, COLUMN_SHARE * len(widths))):
            return width if place <= len(widths) - FULL_SHARE * len(widths) else 0
    return 0


def _may_go_on(line: str, base: int) -> bool:
    """Whether a line's beginning lets it go on: no bullet, not set in further than its group, and no field's name alone."""
    if line[:1].islower():
        return _indent(line) < base + STRAY
    return _indent(line) < base + STRAY and not (BULLET.match(line.lstrip()) or NAME_ALONE.fullmatch(line))


def _is_prose(line: str) -> bool:
    """Whether a line may be one of a broken paragraph's: it is no table's row, no rule, no menu, no address."""
    # A credit may end a paragraph: `… at the gate. Photo | Hal Brand`.
    return (
        (" | " not in line or ". " in line.partition(" | ")[0])
        and "://" not in line
        and not ("<" in line and line.rstrip().endswith("<"))  # a wire's machine ended it
        and (line[:1].isalnum() or any(map(str.isalnum, line)))
        and not (("  " in line or "\t" in line) and COLUMNS.search(line.strip()))
        and not (line[:1].islower() and MACHINE.match(line))
    )


def _head_breaks(pieces: list[Piece], column: int) -> set[int]:
    """Lines of a short first group that begin anew: headline, byline and date stand on lines of their own."""
    length = next((index for index in range(1, len(pieces)) if pieces[index].gap), len(pieces))
    if length >= HEAD_GROUP:
        return set()
    return {
        index
        for index in range(1, length)
        if not _goes_on(pieces[index])
        and (HEADING.search(pieces[index].raw) or not _is_full(pieces[index - 1].raw, pieces[index].raw, column, slack=0))
    }


def _is_full(line: str, following: str, column: int, slack: int = SLACK) -> bool:
    """Whether the next line's first word didn't fit any more, in a line no longer than lines are."""
    size = columns.width(line)
    return size <= column + SLACK and size + 1 + len(following.split(None, 1)[0]) > column - slack


def _indent(raw: str) -> int:
    lead = _LEADING.match(raw) if raw[:1] in " \t\u00a0" else None
    return len(lead[0].expandtabs(columns.TAB_WIDTH)) if lead else 0


def _joined(pieces: list[Piece], full: set[int]) -> list[Piece]:
    joined: list[Piece] = []
    texts: list[str] = []
    sew = sewer([piece.raw for piece in pieces])
    for index, piece in enumerate(pieces):
        if index in full and _continues(texts, piece):
            joined[-1] = replace(joined[-1], last=piece.last)
            texts.append(piece.raw)
            continue
        if len(texts) > 1:
            joined[-1] = replace(joined[-1], raw=sew(texts))
        joined.append(piece)
        texts = [piece.raw]
    if len(texts) > 1:
        joined[-1] = replace(joined[-1], raw=sew(texts))
    return joined


def _continues(texts: list[str], piece: Piece) -> bool:
    """Whether a line goes on with the paragraph before it: no byline, no label under a label, no headline in capitals.

    Nor does anything go on after a short sentence alone.
    """
    before = texts[-1].rstrip()
    if len(texts) == 1 and before[-1:] in '.?!"”' and len(before) < WRAP_NARROWEST:
        return False
    line = piece.raw.strip()
    if texts[0][:4].lower() == "eds:" and before[-1:] == "." and apart.is_titled(line):
        return False
    if FIELD.match(line) and FIELD.match(before):
        return False
    if len(texts) == 1 and before.isupper() and not line.isupper() and before.count(" ") > 1 and line[0].isupper():
        return False  # a headline over its story
    if apart.stands(line, ended=before[-1:] in ENDS) or (line.isupper() and not before.isupper() and line.count(" ") > 1):
        return False
    return not _signs(line)


def _signs(line: str) -> bool:
    """Whether a short line opens as a byline does."""
    return line[:3].lower() == "by " and len(line) < WRAP_NARROWEST and line[-1:] not in STOPS
