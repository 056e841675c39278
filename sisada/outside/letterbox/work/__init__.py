"""What one sender may cost all others: a proof of work or a share of a small budget before anything dear is done, and bodies that arrive
in memory, in time and within their size.

Begin reading in `admission.py`. `proofs.py` is the work (`browser/` does it), `budget.py` what those have who cannot; `bodies.py` and
`uploads.py` look after what arrives. None of them knows who sends: nothing is counted by address, and nothing of a sender is kept.
"""
