# `make demo` and `make test` need Python 3.11 to 3.13, make, git and a package index; nothing else.

PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	if $$p -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null; \
	then echo $$p; break; fi; done)
SHARED ?= ../shared
ARTICLES ?= 10000
BIN = .venv/bin
PIP = $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: help docs demo test check format bench-quality bench-corpus bench-scale bench-speed bench-stance readme picture lock build venv clean

help: ## list what there is to make
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/\1\t\2/' | expand -t 16

demo: .venv/installed ## read the bundled articles and trace one claim
	@$(BIN)/firsthand demo

test: .venv/tested ## run every test
	$(BIN)/python -m pytest

check: .venv/tested ## style, types, and the documents against the program
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -q tests/test_docs.py

format: .venv/tested ## put the tree into the style that `make check` wants
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench-quality: .venv/installed ## score the reader and the tracer against hand-made gold
	$(BIN)/python benchmarks/quality.py --shared $(SHARED) --write
	$(BIN)/python benchmarks/confidence.py --shared $(SHARED) --write

bench-corpus: .venv/installed ## find claims among 1,683 articles in one ledger
	$(BIN)/python benchmarks/corpus.py --shared $(SHARED) --write

bench-stance: .venv/installed ## score the stance network on claims that it wasn't trained on
	PYTHONPATH=training $(BIN)/python benchmarks/stances.py --shared $(SHARED) --write

bench-speed: .venv/installed ## time the reader against its own encoder, in ratios
	$(BIN)/python benchmarks/speed.py --shared $(SHARED) --write

bench-scale: .venv/installed ## link and trace copy chains; ARTICLES=100000 for the whole table
	@$(PIP) install datasketch rensa
	$(BIN)/python benchmarks/scale.py --shared $(SHARED) --articles $(ARTICLES) --write

readme: .venv/tested ## run the console examples of README and docs again and keep their output
	$(BIN)/python docs/console.py --write

picture: .venv/tested ## draw docs/claim.png anew, in Debian's Chromium
	$(BIN)/python docs/picture.py

lock: ## write constraints.txt anew from the newest versions that fit
	rm -rf .venv
	: > constraints.txt
	$(MAKE) .venv/tested
	echo '# What `make` installs, exactly; `make lock` writes it. Users of the wheel are not bound by it.' > constraints.txt
	$(PIP) freeze --exclude-editable >> constraints.txt
	touch .venv/installed .venv/tested

docs: .venv/tested ## the documentation site, in dist/docs
	$(BIN)/python -m sphinx -W --keep-going -q -b html docs dist/docs
	@echo "the site is in dist/docs; open dist/docs/index.html" >&2

build: .venv/tested ## wheel and source archive, in dist/
	$(BIN)/python -m hatchling build

venv: .venv/tested ## everything that the other targets need, in .venv

.venv/installed: pyproject.toml constraints.txt
	@test -n "$(PYTHON)" || { echo "no Python 3.11, 3.12 or 3.13 here; say make PYTHON=/path/to/python" >&2; exit 1; }
	@echo "installing into .venv (once)" >&2
	@$(PYTHON) -m venv .venv
	@$(PIP) install --constraint constraints.txt --editable .
	@touch $@

.venv/tested: .venv/installed
	@$(PIP) install --constraint constraints.txt --editable '.[test]'
	@touch $@

clean: ## remove what the other targets made
	rm -rf .venv dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
