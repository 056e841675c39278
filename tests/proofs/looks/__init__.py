"""The proof that nobody reads a person without leaving a trace: what `make prove-looks` plays. Begin reading in ../prove_looks.py.

`world` fills a real server with persons who carry canaries, `tricks` and `readings` are what a hostile office process tries,
`faults` are the moments at which it, its statement or the whole server is killed, `tap` notes every canary that the server
put on the wire, and `verdict` asks the database, after all crashes, for the look that stands behind each of them.
"""
