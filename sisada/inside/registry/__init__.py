"""The mirror: what the Directorate General publishes about foreign nationals, here as rows of our own words.

For whom: everybody inside who reads a person, through `lookup` and behind a committed look. It promises that
every row says which upstream row it mirrors (`upstream_key`), in which version, and when the source recorded it (`source_at`).
One writer, by grant: the link. No foreign keys between mirrored tables: an orphan is counted, never refused.
Begin reading in `models.py` (the tables), then `stay.py` (what they mean on a given day).
"""
