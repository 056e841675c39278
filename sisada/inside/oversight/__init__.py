"""Who saw whom, when, on what ground; and whether it was right. For the privacy supervisor (pengawas privasi), for each officer
about himself, and for whoever asks at the counter who looked at him.

It promises: every look can be found by person, officer, ground and time, with what it showed; a check code read from a screen gives
exactly what stood there; a random share of looks, all direct findings and every decoy come up for review, and reviews have outcomes
that become figures. Reading a trail is a look itself (purpose trail): under a review every trail, under somebody's own request his own
alone, without the officer's name and without what a running investigation saw. Begin reading in `trail.py`.

Tables: oversight_case (a look drawn for review, and why), oversight_review (what the supervisor found), oversight_asked_person (whom a
trail's number meant); audit_decoy (persons whom the Directorate planted) is audit's. Pages: *Audit* (the sentence, filters, list),
*Tinjauan* (queue, one look), *Kode cek*, a person's own trail as a PDF in two languages; *Jejak saya* shows each officer his own.

The one hard thing: a trail names persons, so it is personal itself; its question stands in the look, its answer is kept, and an auditor
leaves the same trace as everybody else. The id of a look that is still open leaves no function but for whoever already knows it:
whoever had it could read under it.
"""
