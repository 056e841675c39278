"""What the office lets the outside know, for good: only added to, never changed. Numbers and hashes, no person.

Begin reading in `models.py`. Rows come through the one passage (`crossing`), as the role `sisada_carrier`; whoever stands outside
may read them. Today: the seal's checkpoints, so that nobody inside can rewrite who looked at whom without it being seen here.
"""
