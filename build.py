#!/usr/bin/env python3
"""The door to sitegen from a checkout: `python build.py`, `python build.py serve` and so on."""

import sys

if __name__ == "__main__":
    try:
        from sitegen.cli import main

        sys.exit(main())
    except ModuleNotFoundError as error:
        if error.name is None or error.name.startswith("sitegen"):
            raise
        sys.exit(f"build.py: the package {error.name!r} is missing; run `make site`, or `pip install -e .` first")
