"""On which days the office is closed: one calendar for promises to reporters and for the windows of permits, inside and outside.

Tables: `holidays_day` (a row for each declaration or withdrawal; the newest about a day counts; never edited), `holidays_outgoing` (the
same rows on their way to the public pages, through the one passage). Rows come from the kept library `holidays` (`shipped.py`) and from
*Aturan* (`views.py`), where cuti bersama declared late, or moved by decree, is entered by admin or head. Begin in `closed_days.py`.

The one hard thing: a day declared late moves what was already promised. Nobody stores a due day without its rule: whoever promised counts
again from the calendar of today, and says so (cases).
"""
