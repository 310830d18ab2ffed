# Everything sets itself up: `make demo` and `make test` need a Python 3.11+ and nothing else.
PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3 python3.14; do \
  command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
  && echo $$p && break; done)
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
LOCK := pip-compile --quiet --generate-hashes --no-emit-index-url --no-emit-find-links \
  --no-emit-trusted-host --no-header --no-annotate --allow-unsafe --strip-extras

.PHONY: demo test check format lint types docs bench lock clean

demo: $(VENV)/demo.ok ## read the three example dispatches into one briefing
	@$(BIN)/detente brief examples/dispatches -o build/briefing.html

test: $(VENV)/test.ok ## run all tests
	@$(BIN)/python -m pytest

check: lint types docs test ## lint, types, documentation, tests

lint: $(VENV)/test.ok
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: $(VENV)/test.ok
	@$(BIN)/mypy

docs: $(VENV)/test.ok ## fail if a generated page is out of date
	@$(BIN)/python tools/build_docs.py --check

format: $(VENV)/test.ok
	@$(BIN)/ruff check --fix --quiet . ; $(BIN)/ruff format --quiet .
	@$(BIN)/python tools/build_docs.py

bench: $(VENV)/test.ok ## quality and speed of the reader
	@$(BIN)/python -m benchmarks.reading
	@$(BIN)/python -m benchmarks.startup
	@$(BIN)/python -m benchmarks.case

lock: $(VENV)/test.ok ## write the pinned requirements again (needs pip-tools)
	@$(LOCK) --extra nlp --extra html --extra pdf --extra docx --extra formats --extra sensitivity --extra cluster --extra dev \
	  -o requirements/test.txt pyproject.toml requirements/model.in
	@$(LOCK) --extra nlp --extra html --extra pdf --extra docx --extra formats -c requirements/test.txt \
	  -o requirements/demo.txt pyproject.toml requirements/model.in

clean:
	@rm -rf build dist $(VENV)

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "Détente needs Python 3.11 or later; none was found on PATH." >&2; exit 2; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
	  echo "Could not make a virtual environment; on Debian or Ubuntu: apt install python3-venv" >&2; exit 2; }

$(VENV)/demo.ok: requirements/demo.txt pyproject.toml | $(VENV)/bin/python
	@echo "Setting up $(VENV) (once) …" >&2
	@$(PIP) --require-hashes --no-deps -r requirements/demo.txt
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/test.ok: requirements/test.txt requirements/encoder.txt pyproject.toml | $(VENV)/bin/python
	@echo "Setting up $(VENV) with the test tools (once) …" >&2
	@$(PIP) --require-hashes --no-deps -r requirements/test.txt
	@$(PIP) --require-hashes --no-deps -r requirements/encoder.txt
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@ $(VENV)/demo.ok
