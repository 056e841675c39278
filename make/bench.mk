bench: bench-pages  ## every benchmark

bench-pages:  ## what a look costs: Cari and Orang against plain ORM, at PERSONS=300000 (kept in var/bench)
	@bin/install demo
	@PYTHONPATH=. $(PYTHON) -m bench.pages

.PHONY: bench bench-pages
