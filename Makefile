# Needs Python 3.11 or newer with pip, and make. Every target sets up .venv from the pinned constraints first.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
OUT := out
GENERATED := docs/reference/*.md
PINNED := --no-hashes --no-emit-project --no-annotate --no-header --output-file

.PHONY: help demo test lint format eval docs docs-reference islands torture bench package lock clean
.DEFAULT_GOAL := help

help:  ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 18

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
	$(BIN)/cog -I . --check --check-fail-msg="not what the code says: run make docs-reference" $(GENERATED)

test: lint  ## all that CI runs
	$(MAKE) --no-print-directory docs
	$(BIN)/python -m pytest
	$(BIN)/python -m evals.gate

docs: $(READY)  ## build the site into out/docs; a warning is an error
	$(BIN)/sphinx-build --quiet --fail-on-warning --keep-going docs $(OUT)/docs

docs-reference: $(READY)  ## write what the docs take from the code: commands, fields, columns, measures
	$(BIN)/cog -I . -r $(GENERATED)

islands:  ## build the review app's script from web/src; needs Node 20.19 and npm, which nothing else does
	cd web && npm ci --no-audit --no-fund && npm run build

eval: $(READY)  ## measure every room against the corpora
	$(BIN)/python -m evals.run

format: $(READY)  ## put the code into its form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

torture: $(READY)  ## kills, full disks, damaged archives, hostile pages, slow patterns, tampering: ten minutes each
	$(BIN)/python -m torture --seconds 600

bench: $(READY)  ## how fast it is here (bench/README.md has frozen results)
	$(BIN)/python -m bench.rooms
	$(BIN)/python -m bench.crawl

package: $(READY)  ## build wheel, sdist and SBOM; install each into an empty environment; look for known faults
	tools/package.sh

lock: $(READY)  ## take up newer dependencies: uv.lock, then constraints.txt from it
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/python -m uv lock --upgrade --default-index https://pypi.org/simple
	$(BIN)/python -m uv export --quiet --frozen --all-groups --all-extras --no-extra spark $(PINNED) constraints.txt
	$(BIN)/python -m uv export --quiet --frozen --no-default-groups --extra spark $(PINNED) constraints-spark.txt

clean:  ## remove what the other targets made
	rm -rf $(VENV) $(OUT) build dist
