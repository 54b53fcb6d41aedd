# `make serve` starts the chat, `make test` runs every test, `make check` reads the code. Each sets up what it needs in
# .venv, without root. Another interpreter: make PYTHON=python3.12 …

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALL := $(BIN)/python -m pip install --disable-pip-version-check --quiet --constraint constraints.txt

.PHONY: serve test test-cluster check format eval measure measure-ask measure-chat picture clean

serve: $(VENV)/serving
	$(BIN)/quoth serve

test: $(VENV)/developing
	$(BIN)/python -m pytest --numprocesses auto --dist worksteal

test-cluster: $(VENV)/developing
	tests/cluster/install.sh replicas
	@$(INSTALL) --editable '.[dev,cluster]'
	REPLICAS=1 $(BIN)/python -m pytest tests/cluster tests/qa/index/clickhouse

check: $(VENV)/developing
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

format: $(VENV)/developing
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

eval: $(VENV)/serving
	$(BIN)/quoth eval

measure: $(VENV)/developing
	$(BIN)/python -m eval.bench.serving.endpoint
	$(BIN)/python -m eval.bench.serving.load

measure-ask: $(VENV)/developing
	$(BIN)/python -m eval.bench.stages

measure-chat: $(VENV)/developing
	$(BIN)/python -m eval.bench.serving.chat

picture: $(VENV)/developing
	$(BIN)/python -m tests.browser.picture

clean:
	rm -rf $(VENV) build dist bench-results eval-results .mypy_cache .pytest_cache .ruff_cache .hypothesis

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Quoth needs Python 3.11 or newer; $(PYTHON) is older or missing. Try: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/serving: $(VENV)/bin/python pyproject.toml constraints.txt
	@echo "Installing Quoth in $(VENV) …"
	@$(INSTALL) --editable '.[reader]'
	@touch $@

$(VENV)/developing: $(VENV)/serving
	@echo "Installing the tools for tests …"
	@$(INSTALL) --editable '.[dev]'
	@touch $@
