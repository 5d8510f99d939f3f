# Everything a developer does. `make demo` and `make test` set up what they need by themselves.
PYTHON ?= python3
BIN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help setup demo test check format bench assets unit browser postgres frontend wheel clean

help: ## list the targets
	@awk -F':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## fetch uv and the locked packages, build the front end
	@$(PYTHON) tools/setup.py

demo: setup ## serve a practice with made-up people on http://127.0.0.1:8000 (PORT=8000)
	@INTERSESSION_HOME=var/demo $(BIN)/intersession demo --port $(or $(PORT),8000)

test: setup ## run every check and every test, the browser's too
	@$(PYTHON) tools/run_tests.py

check: setup ## format, lint, types, imports (no tests)
	@$(PYTHON) tools/run_tests.py --only check

unit: setup ## the Python tests without a browser, on SQLite
	@$(PYTHON) tools/run_tests.py --only unit

postgres: setup ## the tests that must also pass on PostgreSQL
	@$(PYTHON) tools/run_tests.py --only postgres

browser: setup ## the tests in a real Chromium
	@$(PYTHON) tools/run_tests.py --only browser

frontend: setup ## type checks and tests of the TypeScript
	@$(PYTHON) tools/run_tests.py --only frontend

wheel: setup ## build the wheel into dist/
	@.tools/uv build --wheel --quiet --out-dir dist && ls dist

format: setup ## format Python and templates
	@$(BIN)/ruff format src tests tools bench && $(BIN)/ruff check --fix src tests tools bench

bench: setup ## measure one decision, print the table
	@$(BIN)/python bench/decide.py

assets: setup ## build the browser's files again

clean: ## remove what was fetched and built (not var/)
	rm -rf .venv .tools frontend/node_modules src/intersession/static/built dist
