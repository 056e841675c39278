FLOOD_SECONDS ?= 120
FLOOD_A_SECOND ?= 200

prove-flood:  ## honest reporters get through 200 hostile requests a second (FLOOD_SECONDS=120 FLOOD_A_SECOND=200)
	@bin/install test
	@PYTHONPATH=. $(PYTHON) -m tests.proofs.prove_flood $(FLOOD_SECONDS) $(FLOOD_A_SECOND)

.PHONY: prove-flood
