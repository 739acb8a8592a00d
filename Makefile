# `make site` and `make test` need Python 3.11 or newer, and pip's package index; nothing else.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip install --disable-pip-version-check --quiet --constraint constraints.txt

.PHONY: site serve test fuzz check bench eval format clean

site: $(VENV)/.site
	$(BIN)/python build.py

serve: $(VENV)/.site
	$(BIN)/python build.py serve --open

test: $(VENV)/.test
	$(BIN)/python -m pytest $(PYTEST_FLAGS)

# About a minute of new examples for what must hold for every text.
# What must hold of any text and any bytes. How lines were broken can't always be told, so that stays with the suite's examples.
fuzz: $(VENV)/.test
	$(BIN)/python -m pytest tests/test_reader_properties.py -k "(any_text or any_bytes or story or news) and not breaking" --hypothesis-profile=fuzz

check: $(VENV)/.test
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/.test
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

bench: $(VENV)/.bench
	$(BIN)/python bench/bench.py --write bench/results.md
	$(BIN)/python bench/readme.py

# Labelled texts to measure the reader with: a folder, see bench/README.md.
CASES ?= tests/cases/reader
eval: $(VENV)/.site
	$(BIN)/python bench/evaluate.py $(CASES) $(EVAL_FLAGS)

$(VENV)/.site: pyproject.toml constraints.txt
	$(PYTHON) -c 'import sys; sys.exit("sitegen needs Python 3.11 or newer; this is %d.%d" % sys.version_info[:2] if sys.version_info < (3, 11) else 0)'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(PIP) --editable .
	touch $@

$(VENV)/.test: $(VENV)/.site
	$(PIP) --editable '.[test]'
	touch $@

$(VENV)/.bench: $(VENV)/.site
	$(PIP) --editable '.[bench]'
	! command -v npm >/dev/null || npm install --no-audit --no-fund --loglevel=error --prefix $(VENV)/eleventy @11ty/eleventy@3.1.8
	touch $@

clean:
	rm -rf public .sitegen .pytest_cache .mypy_cache .ruff_cache .hypothesis
