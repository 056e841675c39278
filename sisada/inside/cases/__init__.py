"""What the public reports, and what the office makes of it. For the desk, the superiors who look again, and whoever reported.

It promises: a letter that arrived is a case once, whoever is killed when; a report is read by its holder alone, under a look on record; no
two overwrite each other; every step reaches the reporter as neutral words; a promise that is missed is told and counted; and after its time
what was said is gone. Begin reading in `sql/cases_take.sql` (how a letter comes in), then `opening.py` (how it becomes a case), `claims.py`
and `acts.py` (what the desk does), `promises.py` (by when).

Tables: cases_inbox (sealed letters; their ids stay for ever), cases_poison (which could not be taken), cases_case, cases_number,
cases_report and cases_photo (what was said), cases_stay (who stays where), cases_hold (who reads it now, and so on which ground),
cases_pause (when the reporter was asked), cases_event (the trail, in codes), cases_note and cases_message (two lanes), cases_decision,
cases_person (to whom it was linked), cases_missed (promises not kept), cases_evidence (what stays beyond its time), cases_discrepancy,
cases_outgoing (sealed words on their way out).

The one hard thing: a report may be an invention. So nothing here orders, scores or finds by nationality, name or religion, and no person is
opened by a machine.
"""
