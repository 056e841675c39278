"""`python -m sisada.verify`: recomputes the seal from rows, seals, checkpoints and the witness outside, with code of its own.

For an auditor. It shares no line with the sealer and imports nothing of the house, so that one mistake cannot hide in both; docs/seal.md
is what both were written from. Begin reading in `__main__.py`. It reads only, in one snapshot, and tells nothing personal.
"""
