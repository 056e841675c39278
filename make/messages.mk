messages:  ## collect the pages' texts into the English catalogue
	@bin/install test
	@$(PYTHON) bin/messages

.PHONY: messages
