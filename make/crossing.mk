CROSSING_KILLS ?= 2

prove-crossing:  ## over 200 kills and some 100 cuts of the passage, at every statement: nothing lost, nothing doubled (CROSSING_KILLS=2)
	@bin/install test
	@PYTHONPATH=. $(PYTHON) -m tests.proofs.prove_crossing $(CROSSING_KILLS)

.PHONY: prove-crossing
