"""The office face: what officers of the immigration office see, on a phone or at a desk. Composition only.

`urls.py` is the table of contents: every route, one line each. Its process has one database role, `sisada_office`.
"""
