# Every command prepares what it needs by itself; `make` alone lists them.
SHELL = /bin/sh
PYTHON_BIN = .venv/bin/python
CATALOGUES = $(patsubst %.ts,%.qm,$(wildcard resources/translations/*.ts))
# Tests and pictures never depend on the desktop, the locale or the hash seed of the machine.
HEADLESS = QT_QPA_PLATFORM=offscreen QT_LOGGING_RULES="*.debug=false" QT_SCALE_FACTOR=1 \
	PYTHONFAULTHANDLER=1 PYTHONHASHSEED=0 LC_ALL=C.UTF-8
WORKERS ?= 2

.DEFAULT_GOAL = help
.PHONY: help setup translations run central test check simulate prove screenshots bench bundle clean

help:
	@echo 'make run          the kiosk, its central service and a virtual printer, with sample data'
	@echo 'make central      the central service alone, on this machine only, with sample data'
	@echo 'make test         the whole test suite (ARGS="-k name" chooses)'
	@echo 'make check        format, lint, types, import rules, screens, translations, migrations, dependencies'
	@echo 'make screenshots  every screen to PNG'
	@echo 'make bench        benchmarks, written to bench-output/bench.json'
	@echo 'make bundle       the kiosk as a folder that needs no Python: dist/dispensador'
	@echo 'make simulate     fault simulation of kiosks and central; RUNS= SEED= PROFILE= JOBS='
	@echo 'make prove        long proofs, NAME=central-bank MINUTES=5 chooses, DAYS=500 for central-desk; see docs/PROOF.md'
	@echo 'make setup        only prepares .venv; every command above does so by itself'
	@echo 'make clean        removes what the commands made, but not .venv'

setup:
	@sh scripts/setup.sh

translations: setup $(CATALOGUES)

resources/translations/%.qm: resources/translations/%.ts | setup
	@.venv/bin/pyside6-lrelease -silent $< -qm $@

run: translations
	@$(PYTHON_BIN) -m kiosk demo $(ARGS)

central: setup
	@$(PYTHON_BIN) -m central serve --demo $(ARGS)

test: translations
	@$(HEADLESS) $(PYTHON_BIN) -m pytest -n $(WORKERS) $(ARGS)

check: translations
	@$(HEADLESS) sh scripts/check.sh

screenshots: translations
	@$(HEADLESS) $(PYTHON_BIN) -m tests.ui.screenshots $(ARGS)

bench: translations
	@$(HEADLESS) $(PYTHON_BIN) -m benchmarks $(ARGS)

bundle:
	@sh scripts/setup.sh bundle
	@$(MAKE) --no-print-directory translations
	@sh scripts/bundle.sh

prove: setup
	@$(HEADLESS) $(PYTHON_BIN) -m tests.proofs $(if $(NAME),--name $(NAME)) \
		$(if $(MINUTES),--minutes $(MINUTES)) $(if $(SEED),--seed $(SEED))

simulate: setup
	@$(HEADLESS) $(PYTHON_BIN) -m tests.simulation $(if $(RUNS),--runs $(RUNS)) $(if $(SEED),--seed $(SEED)) \
		$(if $(PROFILE),--profile $(PROFILE)) $(if $(JOBS),--jobs $(JOBS))

clean:
	@rm -rf build dist demo-output bench-output screenshots-output .pytest_cache .mypy_cache .ruff_cache .hypothesis
	@rm -f $(CATALOGUES)
