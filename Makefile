# Two commands do everything: `make demo` and `make test`. Both set up what they need in .venv first.
.DEFAULT_GOAL := help
SHELL := /bin/bash
PYTHON ?= python3
BIN := .venv/bin
UV := $(BIN)/uv
GOLD ?= ../shared/gold
export UV_NO_PROGRESS ?= 1
export UV_PROJECT_ENVIRONMENT := .venv

help: ## list the commands
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

demo: .venv/demo.stamp ## set up, read the demo corpus and print the record of USA and Russia
	@$(BIN)/detente demo

test: lint types imports unit package evals ## set up and run everything that CI runs

.venv/uv.stamp: tools/uv-requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "detente needs Python 3.11 or newer; set PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -m venv .venv || { echo "python3 -m venv failed; on Debian: apt install python3-venv"; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r tools/uv-requirements.txt
	@touch $@

# The demo needs what users need; the tests need the developers' tools on top.
.venv/demo.stamp: .venv/uv.stamp uv.lock pyproject.toml
	@[ -e .venv/dev.stamp ] || $(UV) sync --quiet --locked --no-dev
	@touch $@

.venv/dev.stamp: .venv/uv.stamp uv.lock pyproject.toml
	@$(UV) sync --quiet --locked --all-extras
	@touch $@

setup: .venv/dev.stamp ## set up .venv for work on the code

lint: .venv/dev.stamp ## style of the code
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/dev.stamp ## static types
	$(BIN)/mypy

imports: .venv/dev.stamp ## the direction of imports between rooms
	$(BIN)/lint-imports

chromium: .venv/dev.stamp ## Debian's Chromium for the browser tests, where it is missing and may be installed
	@$(BIN)/python tools/install_chromium.py

unit: .venv/dev.stamp chromium ## unit, property, golden, browser and doc tests
	$(BIN)/python -m pytest -n 2 --dist worksteal

package: .venv/dev.stamp ## a wheel, installed into an empty environment, reads an article
	$(BIN)/python tools/check_package.py

evals: .venv/dev.stamp ## quality against the pinned floors, on what gold is present
	$(BIN)/python -m evals check --gold $(GOLD)

bench: .venv/dev.stamp ## speed and memory, as ratios against a floor measured in the same run
	$(BIN)/python benchmarks/throughput.py --json

peers-quotes: .venv/dev.stamp ## textacy and ours on the same quotations, in one run
	$(BIN)/python tools/peers_quotes.py $(GOLD)/quotes/polnear-dev.jsonl.xz

peers-events: .venv/dev.stamp ## a linear baseline and ours on the same events; published figures beside them
	$(BIN)/python tools/peers_events.py --gold $(GOLD)

peers-intake: .venv/dev.stamp ## trafilatura, readability, resiliparse, newspaper4k and ours on the same pages
	$(BIN)/python tools/peers_intake.py $(GOLD)/intake/fundus.jsonl.xz

clean: ## remove what was set up and built
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

.PHONY: help demo test setup lint types imports chromium unit package evals bench clean peers-quotes peers-events peers-intake
