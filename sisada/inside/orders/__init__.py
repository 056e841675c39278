"""What makes a look lawful: surat perintah, and the other grounds an officer may open. For officers, superiors, desk and head.

It promises: an order in force is a ground for its persons and areas, reason once, valid for the task; every other ground is opened by
its own short form, with its own limits, and is published as a row that never changes. Begin reading in `own_grounds.py` (which role may
open which), then `sql/orders_approve.sql` and `sql/orders_answer_finding.sql` (how a ground comes into force). docs/orders.md says it to
the head of the office.

Tables: orders_order (what was drawn up), orders_approval, orders_refusal, orders_cancellation (what became of it), orders_number (the
year's numbers), orders_finding (ground a, b or c of art. 30 with one sentence and the place), orders_finding_answer, orders_rota and
orders_rota_end (who answers first). Pages: *Surat perintah* (list, form, one order), *Dasar* with the other grounds, *Temuan langsung*
(list, report, waiting, answer with one tap), *Giliran jawab*.

The one hard thing: a direct finding must be answered in minutes by whoever is reachable, and only then does the look open. Each person on
the rota is told in turn by a notice that becomes visible when his turn begins; the first answer ends them all.

Source: Permenimipas 2/2025 art. 30 (surat perintah; direct finding; urgent order the same day or at most one day later).
"""
