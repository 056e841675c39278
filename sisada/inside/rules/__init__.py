"""Every number of law and of the office, as a dated row: value, from when, source, who set it. For head and admin, and for every rule.

A change is a new row, never an edit: what a past day was worth stays answerable. Begin reading in `dated_rows.py` (which row counts);
`read.py` asks the table; a capability says what its numbers are in its own `dated_rules.py` (`declared.py`) and ships them in
`shipped_rules.toml` (`shipped.py`). SQL asks `rules_integer(name)` and `rules_value(name, about)`.
"""
