"""The story's last paragraph where the site interrupts it: below advertisements, or of somebody whom the story names."""

import re
from collections.abc import Sequence

from sitegen.reader.rows import Row

FEWEST = 8  # words of a paragraph
NEAR = 8  # rows from the story down to a paragraph that names somebody
INTERRUPTING = re.compile(
    r"(?:- )?(?:advert(?:isement|ising)?s?\b|(?:story|article) continues (?:below|after)|loading|ad$|(?:skip|scroll to continue)\b.*\bad)"
)
# `Tolland said`, `Sheriff Hal Brand says`, `Brand’s first`, `Voss, who`: who is told of, at the beginning of a sentence
OF_NAME = re.compile(
    r"(?:[A-Z][\w.-]*\w ){0,4}(?P<says>[A-Z][\w-]*[a-z]) (?:also |then )?(?:said|says|added|adds|told|hopes|expects|plans)\b"
    r"|(?P<name>[A-Z][\w-]*[a-z])(?:['’]s (?=[a-z])|, who | (?:has|had|is|was|will|would|teaches|lives|works|keeps|runs|makes|wants|hopes) )"
)
# `“It is ugly,” he said. …`: a line or two below the story
SAID_ON, FEW = re.compile(r"[“\"][^“”\"]{8,}[,?!][”\"] (?:he|she|they) (?:said|says|added|adds)\b"), 2


def is_interrupting(row: Row) -> bool:
    """Whether a line is what stands within stories: `Advertisement`, `Story continues below`."""
    return INTERRUPTING.match(row.key) is not None


def goes_on(row: Row, between: Sequence[Row], told: Sequence[Row]) -> bool:
    """Whether a line below `between` is a paragraph of the story that the rows `told` are of."""
    if not row.stop or row.words < FEWEST or row.text[-1] not in '.”"’':
        return False
    if all(map(is_interrupting, between)):
        return True
    if len(between) <= FEW and SAID_ON.match(row.text):
        return True
    match = OF_NAME.match(row.text)
    name = (match["says"] or match["name"]) if match else None
    if name is None:
        return False
    # Not where any word has a capital; or where he speaks.
    within = re.compile(rf"[a-z,] (?:[A-Z][\w.-]+ ){{0,4}}{re.escape(name)}\b|^{re.escape(name)} (?:said|says|added|told)\b")
    return any([within.search(one.text) for one in told])  # noqa: C419 - faster
