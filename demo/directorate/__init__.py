"""The synthetic Directorate General, for whoever tries SISADA without the real one.

It promises: no real person, the same seed gives the same persons, and every kind of stay that supervision must tell apart is there.
Begin reading at `persons.py` (who there is), then `cases.py` (how they stay), then `build.py` (how they come into the database).
"""
