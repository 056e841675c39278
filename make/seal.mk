SEAL_KILLS ?= 50
DEMO_VAR ?= $(or $(SISADA_VAR),var)
# The address of a role of the demonstration: role, server, database.
demo_url = postgresql://$(1):$$(cat $(DEMO_VAR)/keys/$(1))@127.0.0.1:$$($(PYTHON) -c 'import json; print(json.load(open("$(DEMO_VAR)/ports.json"))["$(2)"])')/$(3)

prove-seal:  ## looks while the seal is made, against plain inserts; kills of sealer and crossing: nothing lost, nothing doubled
	@bin/install test
	@PYTHONPATH=. $(PYTHON) -m tests.proofs.prove_seal $(SEAL_KILLS)

rotate-seal-key:  ## the running demonstration's sealer hands over to a new key, which the old one endorses
	@bin/install demo
	@SISADA_SEAL_KEY_FILE="$(DEMO_VAR)/keys/seal-key" $(PYTHON) -m sisada.inside.audit.seal rotate-key

audit-verify:  ## recompute the running demonstration's seal, with its witness: one sentence for each finding (KEY=hex of the auditor's sheet)
	@bin/install demo
	@DATABASE_URL="$(call demo_url,sisada_sealer,inside,sisada_inside)" WITNESS_DATABASE_URL="$(call demo_url,sisada_public,outside,sisada_outside)" \
	  $(PYTHON) -m sisada.verify $(addprefix --key ,$(KEY))

.PHONY: prove-seal rotate-seal-key audit-verify
