"""Where the time of a cold build goes: one process, cProfile, invented articles.

`python bench/profile_build.py 1000`, also with `--sort tottime --top 60`, or `--save build.prof` for a viewer such as snakeviz.
"""

import argparse
import pstats
import subprocess
import sys
import tempfile
from pathlib import Path

import engines
import generate

COMMAND = ("build", "--jobs", "1", "--no-search", "--site")


def main() -> int:
    """Generates, builds under the profiler in a fresh process, and prints the costliest functions."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=int, nargs="?", default=1000)
    parser.add_argument("--sort", default="cumulative", choices=("cumulative", "tottime", "ncalls"))
    parser.add_argument("--top", type=int, default=40)
    parser.add_argument("--save", type=Path, help="keep the raw profile in this file")
    options = parser.parse_args()
    engine = engines.find("sitegen")
    if engine is None:
        print("build.py isn't here")
        return 2
    with tempfile.TemporaryDirectory(prefix="sitegen-profile-") as folder:
        site, profile = Path(folder) / "site", options.save or Path(folder) / "profile"
        engine.lay_out(site)
        generate.write(options.articles, [(site / engine.content, engine.form, engine.place)])
        door = str(engines.ROOT / "build.py")
        done = subprocess.run([sys.executable, "-m", "cProfile", "-o", str(profile), door, *COMMAND, str(site)], check=False)
        pstats.Stats(str(profile)).strip_dirs().sort_stats(options.sort).print_stats(options.top)
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
