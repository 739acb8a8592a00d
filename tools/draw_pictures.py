"""Draw the pictures of the demo newspaper: `python tools/draw_pictures.py [content]`."""

import random
import sys
from pathlib import Path

from pictures import (
    bell,
    bridge,
    charts,
    comet,
    crossings,
    flood,
    mill,
    plans,
    portraits,
    reading_room,
    scenes,
    still_lifes,
    winter,
)
from pictures.figures import PAPER
from pictures.woodcut import save_png, save_svg

PICTURES = (
    ("1990/brown-bread.svg", still_lifes.loaf, "A loaf of brown bread"),
    ("1990/last-train.svg", scenes.last_train, "The last train on the Corley spur"),
    ("1996/clock-four-minutes.svg", still_lifes.two_clocks, "The clocks of the church and the town hall"),
    ("2000/overdue-book.svg", still_lifes.late_book, "A book tied with rope"),
    ("2001/halloran-bridge-opens.svg", bridge.halloran_bridge, "The Halloran Bridge on its opening day"),
    ("2002/ice-storm.svg", winter.ice, "Birches under ice"),
    ("2004/blankets.svg", charts.blankets, "Blankets made at the Corley mill"),
    ("2004/last-shift.png", mill.corley_mill, "The Corley Woollen Mill in the snow"),
    ("2006/corley-bridge-again.svg", crossings.iron_bridge, "Cars on the Corley Bridge"),
    ("2006/forgot-to-caulk.svg", plans.joint, "A joint of the Halloran Bridge, cut open"),
    ("2007/comet-abernethy.svg", comet.comet, "Comet Abernethy over the Pringle Observatory"),
    ("2008/bathtub.svg", scenes.bathtub, "A man in a bathtub on a flooded street"),
    ("2008/ferry.svg", crossings.ferry, "The ferry of 2008"),
    ("2008/flood-by-numbers.svg", charts.gauge, "The gauge at Water Street"),
    ("2008/water-street-flood.svg", flood.flooded_street, "Water Street under water"),
    ("2010/tobias-larch.svg", bell.fog_bell, "The fog bell of the Corley Bridge"),
    ("2011/bell-found.svg", scenes.diver, "A diver and the bell"),
    ("2011/parson.svg", portraits.parson, "Parson, a dog"),
    ("2012/otters-win-title.svg", winter.goal, "The goal"),
    ("2012/the-man-who-drove-the-bus.svg", scenes.bus_in_snow, "School bus no. 4 in the snow"),
    ("2013/grange-reelected.svg", portraits.grange, "Lottie Grange"),
    ("2013/payroll-found.svg", still_lifes.sack_in_flue, "A sack in a broken wall"),
    ("2014/mill-library.svg", reading_room.reading_room, "The reading room in the Corley mill"),
    ("2015/where-the-bridges-stand.svg", plans.town_map, "A map of Vesper Falls"),
    ("2017/grange-by-225.svg", charts.margins, "By how many votes each mayor won"),
    ("2017/ruth-ostrander.svg", portraits.ostrander, "Ruth Ostrander"),
    ("2019/footbridge-opens.svg", crossings.footbridge, "The Larch Footbridge"),
    ("2019/the-seventy-fourth-lamp.svg", winter.lamplighter, "A lamplighter on his ladder"),
    ("undated/hundred-and-twelve-steps.svg", winter.stairs, "The stairs up Chapel Hill"),
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
