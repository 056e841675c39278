pictures:  ## take the pictures of Bantuan and the README anew from a running house
	@bin/install test
	@PYTHONPATH=. $(PYTHON) -m tests.browser.pictures

.PHONY: pictures
