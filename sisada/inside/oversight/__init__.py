"""Who saw whom, when, on what ground; and whether it was right. For the privacy supervisor (pengawas privasi), and for each officer about himself.

It promises: every look can be found by person, officer, ground and time, with what it showed; a check code read from a screen gives exactly
what stood there; a random share of looks, all direct findings and every decoy come up for review, and reviews have outcomes that become figures.
Reading a trail is a look itself (purpose trail), under a review or the person's own request. Begin reading in `trail.py`.

Tables: oversight_case (a look drawn for review, and why), oversight_review (what the supervisor found), audit_decoy (persons whom the
Directorate planted; opening one alerts). Functions: oversight_trail, oversight_answers_of_code, oversight_draw, oversight_review_look, oversight_own_looks.
Pages: *Audit* (the sentence, filters, list, one look), *Tinjauan* (queue), *Kode cek*, the trail as a PDF in two languages; *Saya* shows one's own looks.

The one hard thing: a trail names persons, so it is personal itself; its filter stands in the look, its answer is kept, and an auditor leaves
the same trace as everybody else.
"""
