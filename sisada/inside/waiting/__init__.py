"""What waits for somebody: a tap, an answer, later an assignment or an alarm. On every open page of theirs within two seconds, counted.

Whoever causes the waiting writes a notice for each person who may answer, with the moment from which it shows: escalation is a later
moment, not a process. The first to answer ends it for all. Begin reading in `notices.py`.

Tables: waiting_notice, waiting_done. No personal data: a notice names its kind and the id of its subject, and the page it leads to asks
for the rest. The one hard thing: NOTIFY is lost when nobody listens, and nothing notifies when a moment arrives; so an open page knows the
next moment, and also asks every few seconds.
"""
