"""The one passage between inside and outside: nothing twice, nothing lost, whoever is killed when (docs/passage.md).

In: letters that the public face received, sealed; `inward.py` hands each to the inside, then says outside that it did. Out: a capability
of the inside writes what is to be published into its `<capability>_outgoing`, in the transaction that makes it true; `outward.py` brings
the rows to their table outside, then marks them carried. `aside.py` keeps what one side refuses from holding up the rest.

It speaks plain SQL to both sides, imports neither, and holds two addresses: the worker's inside, the carrier's outside. It opens nothing,
and nothing outside can ask it for anything.
"""
