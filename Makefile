# make run: serve the application on this machine.  make test: everything that has to pass.
# Needs Python 3.11 or newer and make; everything else comes from the package index.

.DEFAULT_GOAL := help
SHELL := /bin/sh
VENV := .venv
PYTHON := $(VENV)/bin/python
ADDRESS ?= 127.0.0.1
PORT ?= 8501
WORKERS ?= 2
INSTALL := $(PYTHON) -m pip install --disable-pip-version-check --quiet

.PHONY: help run install demo test check format bench campaign docs screenshots

help: ## show what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | sort

run: install demo ## serve the application on this machine, with the demonstration record if there is none
	$(PYTHON) -m recovery serve --address $(ADDRESS) --port $(PORT)

install: $(VENV)/installed ## make the virtual environment with the pinned requirements

demo: $(VENV)/installed ## build the demonstration record of both organisations if the record is empty
	$(PYTHON) -m recovery demo --if-empty --all

test: $(VENV)/installed-dev ## run every test; browser tests run where a chromium is found
	$(PYTHON) -m pytest -n $(WORKERS) --dist loadfile --junitxml=.pytest_cache/results.xml

check: $(VENV)/installed-dev ## formatting, lint, types and architecture
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m ruff check .
	$(PYTHON) -m mypy
	$(VENV)/bin/lint-imports

format: $(VENV)/installed-dev ## format and mend what ruff can mend
	$(PYTHON) -m ruff format .
	$(PYTHON) -m ruff check --fix .

bench: $(VENV)/installed-dev ## speed and memory beside what one would use instead, as one table of ratios
	$(INSTALL) --requirement benchmarks/requirements.txt
	$(PYTHON) -m benchmarks.run

campaign: $(VENV)/installed-dev ## the longer tests that make test leaves out
	$(PYTHON) -m pytest -m campaign

docs: $(VENV)/installed-dev ## write the pages of docs/ that come from the catalogue and the definitions
	$(PYTHON) -m docs.generate

screenshots: $(VENV)/installed-dev ## take the pictures of docs/images from a freshly served demonstration
	$(PYTHON) -m docs.make_screenshots

$(PYTHON):
	@for python in python3.13 python3.12 python3.11 python3 python; do \
	  if command -v $$python >/dev/null 2>&1 \
	    && $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then \
	    echo "Making $(VENV) with $$python"; \
	    $$python -m venv $(VENV) >/dev/null 2>&1 && exit 0; \
	    $$python -m venv --clear --without-pip $(VENV) \
	      && $$python -m pip --python $(PYTHON) install --quiet pip && exit 0; \
	    exit 1; \
	  fi; \
	done; \
	echo "Python 3.11 or newer is needed: install it and run make again." >&2; exit 1

$(VENV)/installed: requirements.txt | $(PYTHON)
	$(INSTALL) --requirement requirements.txt
	@touch $@

$(VENV)/installed-dev: requirements-dev.txt requirements.txt | $(PYTHON)
	$(INSTALL) --requirement requirements-dev.txt
	@touch $@ $(VENV)/installed
