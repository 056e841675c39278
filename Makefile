# SISADA KERAMAS. `make` alone lists the targets. Everything is installed into this folder only: .tools, .venv, node_modules, var.
.DEFAULT_GOAL := help
SHELL := /bin/bash
PYTHON := .venv/bin/python

help:  ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-16s %s\n", $$1, $$2}'

run:  ## start the office with its demo Directorate (PERSONS=50000 PORT=8400)
	@bin/install demo
	@exec $(PYTHON) -m demo run

demo:  ## throw the demo's data away and build it anew from its seed (not while it runs)
	@bin/install demo
	@$(PYTHON) -m demo forget
	@exec $(PYTHON) -m demo run

code:  ## the second factor's code of the demo accounts, now
	@$(PYTHON) -m demo.sign_in_help

test:  ## every fast test: rules, database with its real roles, browser
	@bin/install test
	@bin/test

check:  ## ruff, mypy, import-linter, and that docs and grants are what the code says
	@bin/install test
	@bin/check

fix:  ## let ruff mend what it can
	@bin/install test
	@.venv/bin/ruff check --fix . && .venv/bin/ruff format .

lock:  ## renew requirements/*.txt from requirements/*.in
	@bin/lock

include $(wildcard make/*.mk)

.PHONY: help run demo code test check fix lock
