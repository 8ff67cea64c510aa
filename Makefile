# Needs Python 3.11 or newer with pip, and make. Every target sets up .venv from the pinned constraints first.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
OUT := out
PINNED := --no-hashes --no-emit-project --no-annotate --no-header --output-file

.PHONY: help demo test lint format eval lock clean
.DEFAULT_GOAL := help

help:  ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

$(READY): constraints.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("Crossreport needs Python 3.11 or newer, this is " + sys.version.split()[0] if sys.version_info < (3, 11) else 0)'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $(READY)

demo: $(READY)  ## read the sample pages and write a brief over them
	rm -rf $(OUT)/demo.db*
	mkdir -p $(OUT)
	$(BIN)/crossreport read src/crossreport/samples/pages --record $(OUT)/demo.db --jsonl $(OUT)/demo.jsonl
	$(BIN)/crossreport brief --record $(OUT)/demo.db --html $(OUT)/brief.html --markdown $(OUT)/brief.md
	@echo "Open $(CURDIR)/$(OUT)/brief.html"

lint: $(READY)  ## style, types and layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test: lint  ## all that CI runs
	$(BIN)/python -m pytest
	$(BIN)/python -m evals.gate

eval: $(READY)  ## measure every room against the corpora
	$(BIN)/python -m evals.run

format: $(READY)  ## put the code into its form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock: $(READY)  ## take up newer dependencies: uv.lock, then constraints.txt from it
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/python -m uv lock --upgrade --default-index https://pypi.org/simple
	$(BIN)/python -m uv export --quiet --frozen --all-groups --all-extras --no-extra spark $(PINNED) constraints.txt
	$(BIN)/python -m uv export --quiet --frozen --no-default-groups --extra spark $(PINNED) constraints-spark.txt

clean:  ## remove what the other targets made
	rm -rf $(VENV) $(OUT) build dist
