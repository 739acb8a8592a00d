"""How far a row leans away from the story."""

from collections.abc import Mapping, Sequence

from msgspec import Struct


class Lean(Struct, frozen=True, gc=False):
    """What speaks for another kind rather than for the story, along the best courses through the whole text."""

    crosshead: float
    caption: float
    furniture: float
    caution: float = 0.0  # how far the row must lean before it counts as the site's
    above: bool = False  # all prose is below


OVER = Lean(-30.0, -30.0, 30.0)  # where the story is surely over


class Likeness(Struct, frozen=True, gc=False):
    """How far each row of a page leans away from the story, by its place; the story's longer words."""

    leans: Mapping[int, Lean]
    story: frozenset[str]
    noted: Sequence[bool]  # whether each row may say something of the site to its readers
    repeated: Mapping[str, int] = {}  # how often each short line stands on a page
    start: int = 0  # the first row of prose on a page with menus above its story; 0 on others
    end: int = 1 << 30  # the last row of the story's longest part, if the text is a page


NOTHING = Likeness({}, frozenset(), ())
