"""No read of personal data without a committed look. For everybody inside; its readers are officer, head and privacy supervisor.

It promises: before any personal column is read, a row that says who, on which device, on which ground, for what, is on disk.
Begin reading in `looks.py` (how a view begins a look), then `sql/audit_begin_look.sql` and `sql/audit_require_look.sql` (the rule itself).

Tables: audit_ground (what allows a look; published by whoever owns it), audit_look, audit_look_shown (what a search or list
disclosed), audit_look_end, audit_candidate_read (how many scoring rows a search drew), audit_answer (exactly what was
returned, with the check code printed on the page), audit_key, audit_decoy, audit_decoy_opened (a decoy's look, by an id that may be told).
Nobody has UPDATE or DELETE on them; only functions insert.
A process of its own seals them (`seal.py`, `sealed_rows.py`; docs/seal.md), so that an administrator cannot rewrite them unseen.
The one hard thing: a look counts only when an *earlier* transaction committed it, and only once it is on disk.
"""
