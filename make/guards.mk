grants:  ## write docs/grants.md anew: who may touch what in the database
	@bin/install test
	@.venv/bin/pytest --write-documents tests/test_catalogue.py -k document

access:  ## write docs/access.md anew: every route as every role
	@bin/install test
	@.venv/bin/pytest --write-documents tests/test_access.py -k document

law:  ## write docs/law.md anew: article, function, tests
	@bin/install test
	@.venv/bin/pytest --write-documents tests/test_law.py

.PHONY: grants access law
