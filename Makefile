# Everything a developer runs. Each target sets up what it needs and can be repeated at will.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help docs pictures setup demo test test-core test-qgis-3.44 test-fresh lint format translations bench fuzz package clean

PYTHON := .venv/bin/python
RUN := tools/run.sh

help: ## Show this list
	@printf '\n\033[1mTerritory Design\033[0m – make targets\n\n'
	@sed -nE 's/^([a-z][a-z0-9.-]*):.*## (.*)/\1\t\2/p' $(MAKEFILE_LIST) | \
		awk -F '\t' '{ printf "  \033[36m%-15s\033[0m %s\n", $$1, $$2 }'
	@printf '\nSystem packages (QGIS, Xvfb) are installed through apt, as root or with sudo.\n\n'

setup: ## Install QGIS and the Python environment (Debian 12/13, Ubuntu)
	@tools/setup.sh

demo: setup ## Plan the territories of the German case study; results in build/demo/
	@$(RUN) $(PYTHON) tools/demo.py

test: setup ## Run all tests: core, Processing, qgis_process, a real QGIS window
	@$(RUN) $(PYTHON) tools/run_tests.py

test-core: setup ## Run the quick tests of the core (half a minute)
	@$(RUN) $(PYTHON) tools/run_tests.py -p no:pytest_qgis -m "not slow" tests/core

test-qgis-3.44: ## Run all tests with QGIS 3.44 in a Debian 13 of its own (2 GB in the cache)
	@tools/test_in_debian.sh trixie 3.44

test-fresh: ## Run all tests in a Debian 12 of its own that has nothing installed yet
	@tools/test_in_debian.sh bookworm 3.40

lint: setup ## Check style (ruff) and types (mypy)
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m ruff format --check .
	@$(PYTHON) -m mypy

format: setup ## Let ruff arrange the code
	@$(PYTHON) -m ruff check --fix-only --quiet .
	@$(PYTHON) -m ruff format .

translations: setup ## Collect the plugin's texts into i18n/, keeping what is translated; make .qm files
	@$(PYTHON) tools/translations.py
	@$(PYTHON) tools/release_translations.py

docs: setup ## Make the manual: pages from the algorithms' help in docs/, HTML in help/
	@tools/setup.sh .venv-docs docs/requirements.txt
	@$(RUN) $(PYTHON) tools/manual.py
	@.venv-docs/bin/python tools/manual_html.py

pictures: setup ## Take the manual's pictures anew, in a real window (minutes)
	@$(RUN) $(PYTHON) tools/manual_pictures.py

bench: setup ## Measure time and quality against other tools; tables in build/bench/
	@tools/setup.sh .venv-bench benchmarks/requirements.txt
	@$(RUN) .venv-bench/bin/python benchmarks/run.py

fuzz: setup ## Run all algorithms on random layers: RUNS=1000; one again: SEED=… RUNS=1
	@$(RUN) $(PYTHON) tests/fuzz/run.py --runs $(or $(RUNS),1000) --seed $(or $(SEED),1)

package: docs ## Build the zip for plugins.qgis.org: HOMEPAGE=… TRACKER=… REPOSITORY=…
	@$(PYTHON) tools/package.py --homepage "$(HOMEPAGE)" --tracker "$(TRACKER)" \
		--repository "$(REPOSITORY)"

clean: ## Remove everything that the other targets have made
	rm -rf build help .venv .venv-bench .venv-docs .qgis-settings .pytest_cache .ruff_cache .mypy_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
