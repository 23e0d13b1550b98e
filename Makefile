# One target a job. `make demo` and `make test` set up what they need from PyPI alone.
PYTHON ?= python3
BIN := .venv/bin
CORPORA ?= ../shared/data
TEST_TOOLS := hypothesis import-linter mypy pytest pyyaml ruff types-pyyaml

.PHONY: demo test check format clean

.venv/ready: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check -e . $(TEST_TOOLS)
	touch $@

check: .venv/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

test: .venv/ready
	$(BIN)/pytest

format: .venv/ready
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
