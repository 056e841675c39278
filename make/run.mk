RUN_ROUNDS ?= 3
RUN_SEED ?= 1

prove-run:  ## kill every part, guard and the launcher at random moments: all comes back, nothing is lost (RUN_ROUNDS=3 RUN_SEED=1)
	@bin/install test
	@PYTHONPATH=. $(PYTHON) -m tests.proofs.prove_run $(RUN_ROUNDS) $(RUN_SEED)

.PHONY: prove-run
