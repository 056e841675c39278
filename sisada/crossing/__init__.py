"""The one passage between inside and outside: carries out, nothing twice, nothing lost, whoever is killed when.

A capability of the inside writes what is to be published into its `<capability>_outgoing`, in the transaction that makes it true; this
process carries the rows to their table outside and marks them carried. Begin reading in `outward.py`. It speaks plain SQL to both
sides, imports neither, and holds two addresses: the worker's inside, the carrier's outside. Nothing outside can ask it for anything.
"""
