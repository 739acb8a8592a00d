"""Draw the pictures of the demo newspaper: `python tools/draw_pictures.py [content]`."""

import random
import sys
from pathlib import Path

from pictures import bell, bridge, comet, flood, mill, reading_room
from pictures.figures import PAPER
from pictures.woodcut import save_png, save_svg

PICTURES = (
    ("2001/halloran-bridge-opens.svg", bridge.halloran_bridge, "The Halloran Bridge on its opening day"),
    ("2004/last-shift.png", mill.corley_mill, "The Corley Woollen Mill in the snow"),
    ("2007/comet-abernethy.svg", comet.comet, "Comet Abernethy over the Pringle Observatory"),
    ("2008/water-street-flood.svg", flood.flooded_street, "Water Street under water"),
    ("2010/tobias-larch.svg", bell.fog_bell, "The fog bell of the Corley Bridge"),
    ("2014/mill-library.svg", reading_room.reading_room, "The reading room in the Corley mill"),
)


def main(folder: Path) -> None:
    """Draw every picture into the content folder."""
    for name, draw, title in PICTURES:
        noise = random.Random(name)  # noqa: S311 - the waver of a hand, no secret
        path = folder / name
        if path.suffix == ".png":
            save_png(path, PAPER, draw(noise))
        else:
            save_svg(path, PAPER, draw(noise), title)


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "content"))
