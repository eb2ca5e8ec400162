# The doors of the project. `make` alone lists them.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

PORT ?= 8000
STEPS ?= 500
SEED ?= 1
ARGS ?=
VENV := .venv
PY := $(VENV)/bin/python
RUN := $(VENV)/.installed-run
DEV := $(VENV)/.installed-dev

.PHONY: help
help: ## List the doors
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: run
run: $(RUN) ## Try it: sample text, sign-in links, on 127.0.0.1:8000 (PORT= for another)
	@$(VENV)/bin/drafting demo --port "$(PORT)"

.PHONY: test
test: $(DEV) ## Run every test (ARGS= goes to pytest)
	@$(PY) -m pytest -n auto --dist worksteal $(ARGS)

.PHONY: random-house
random-house: $(DEV) ## Let random people live in houses (STEPS=5000 SEED=1 ARGS=--shrink)
	@$(PY) -m tests.random_house --steps "$(STEPS)" --seed "$(SEED)" $(ARGS)

.PHONY: check
check: $(DEV) ## Check style, types and who imports whom
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports

.PHONY: coverage
coverage: $(DEV) ## Run every test and show the branches no test takes
	$(VENV)/bin/coverage run -m pytest $(ARGS)
	$(VENV)/bin/coverage report

.PHONY: bench
bench: $(DEV) ## Measure what is promised about speed
	@for file in benchmarks/[a-z]*.py; do \
		name=$$(basename "$$file" .py); echo "$$name"; $(PY) -m "benchmarks.$$name" || exit 1; \
	done

.PHONY: rules
rules: $(DEV) ## Write docs/rules.md from the tables of rules
	@$(PY) -m tests.house.rules_page

.PHONY: screenshots
screenshots: $(DEV) ## Photograph pages and marked texts into screenshots/, and three for docs/
	@$(PY) -m tests.browser.screenshots screenshots
	@$(PY) -m tests.browser.hard_cases screenshots/hard-cases
	@$(PY) -m tests.browser.portraits docs

LOCK := uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --no-annotate

.PHONY: lock
lock: ## Renew both lock files from pyproject.toml (needs uv)
	$(LOCK) pyproject.toml --output-file requirements.lock
	$(LOCK) pyproject.toml --group dev --output-file requirements-dev.lock

$(RUN): requirements.lock .ci/make-venv
	@sh .ci/make-venv requirements.lock
	@touch $@

$(DEV): requirements.lock requirements-dev.lock .ci/make-venv
	@sh .ci/make-venv requirements-dev.lock
	@touch $(RUN) $@
