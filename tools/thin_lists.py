"""How well the reader reads where sites say things that its lists don't know: `python tools/thin_lists.py FOLDER [SHARE [SEED]]`.

FOLDER holds labelled cases (`bench/evaluate.py`). Before they are read, a SHARE (0.3 if none is given) of the lines that the lists have of
sites' own words is taken out by chance: of `phrases.txt` the parts named below, of `wordings.txt` all but its sets. The table is that
of `make eval`. What is left holds for sites that nobody has seen yet; the weights and the rules are the same.
"""

import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "bench"))

from sitegen.reader import words

THINNED = {"phrases.txt": {"furniture", "furniture openings", "junk headings"}}
WHOLE = {"wordings.txt": {"sets"}}
whole_sections = words.sections


def thin(share: float, chance: random.Random) -> None:
    """Lets the reader have the lists without a share of their lines; before any of its other modules is loaded."""

    def sections(place: Path) -> dict[str, list[str]]:
        """The sections of a list."""
        parts = whole_sections(place)
        thinned = THINNED.get(place.name, parts.keys() - WHOLE[place.name] if place.name in WHOLE else set())
        return {
            name: [line for line in lines if chance.random() >= share] if name in thinned else lines
            for name, lines in parts.items()
        }

    words.sections = sections


def main() -> None:
    """Read and print."""
    folder, share, seed = (*sys.argv[1:], *("", "0.3", "1")[len(sys.argv) - 1 :])
    thin(float(share), random.Random(int(seed)))  # noqa: S311 - nothing is kept secret by it
    import evaluate  # noqa: PLC0415 - the rules are made from the lists when they are loaded

    print(evaluate.table(evaluate.rows(evaluate.by_tier(evaluate.read_all(evaluate.cases(Path(folder)))))))


if __name__ == "__main__":
    main()
