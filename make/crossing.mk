CROSSING_KILLS ?= 3

prove-crossing:  ## over 200 kills and some 80 cuts of the passage, at every statement: nothing lost, nothing doubled (CROSSING_KILLS=3)
	@bin/install test
	@PYTHONPATH=. $(PYTHON) -m tests.proofs.prove_crossing $(CROSSING_KILLS)

.PHONY: prove-crossing
