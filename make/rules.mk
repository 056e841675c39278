rules:  ## write docs/rules.md anew: every number of law and of the office
	@bin/install test
	@.venv/bin/pytest --write-documents sisada/inside/rules/tests/test_document.py -k document

.PHONY: rules
