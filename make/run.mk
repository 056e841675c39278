RUN_ROUNDS ?= 3
RUN_SEED ?= 1

prove-run:  ## kill every part, guard and the launcher at random moments: all comes back, nothing is lost (RUN_ROUNDS=3 RUN_SEED=1)
	@bin/install test
	@PYTHONPATH=. $(PYTHON) -m tests.proofs.prove_run $(RUN_ROUNDS) $(RUN_SEED)

prove-fresh:  ## time installs, first page, second start and Ctrl-C in fresh clones of what is committed (PERSONS=50000)
	@bin/install test
	@PYTHONPATH=. $(PYTHON) -m tests.proofs.prove_run_fresh $${PERSONS:-50000}

.PHONY: prove-run prove-fresh
