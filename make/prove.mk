PROOF_ATTEMPTS ?= 1000
SEED ?= 1

prove-looks:  ## 1,000 kills and crashes between look and read: nothing is disclosed without a durable look (SEED=1)
	@bin/install test
	@PYTHONPATH=. $(PYTHON) -m tests.proofs.prove_looks $(PROOF_ATTEMPTS) $(SEED)

.PHONY: prove-looks
