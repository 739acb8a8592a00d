"""How well the reader reads where its weights haven't seen the site: `python tools/cross_validate.py FOLDER WEIGHTS…`.

FOLDER holds labelled cases (`bench/evaluate.py`); the weights are what `tools/learn_weights.py CASES… --without K/N` printed, one file for
each K from 0 to N-1. Each case is read with the weights that were learned without its site (of texts that stand for themselves, without
it), and the table is that of `make eval`. The rules, which nobody can take out, are the same for all.
"""

import sys
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "bench"))

import evaluate
from learn_weights import fold_of

from sitegen.reader import likeness


def main() -> None:
    """Read and print."""
    folder, *files = map(Path, sys.argv[1:])
    folds = defaultdict(list)
    for case, source in evaluate.cases(folder):
        folds[fold_of(case.tier, case.site, case.id, len(files))].append((case, source))
    reads = []
    for fold, found in sorted(folds.items()):
        known = likeness.parse(files[fold].read_text("utf-8"))
        likeness.weights = lambda known=known: known  # type: ignore[assignment] # instead of those that the reader has
        reads += evaluate.read_all(found)
    print(evaluate.table(evaluate.rows(evaluate.by_tier(reads))))


if __name__ == "__main__":
    main()
