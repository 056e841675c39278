STREAMS ?= 200

prove-streams:  ## other pages answer while 200 are open (STREAMS=200)
	@bin/install test
	@PYTHONPATH=. $(PYTHON) -m tests.proofs.prove_streams $(STREAMS)

.PHONY: prove-streams
