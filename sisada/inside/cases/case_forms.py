"""Which forms the page of a case has, by what it is now: what cannot be done now is not offered."""

from typing import Any

from sisada.inside.cases.forms import AgreeForm, CloseForm, DecisionForm, DisagreeForm, EvidenceForm, HandOverForm, MessageForm, NoteForm
from sisada.inside.cases.queue import QueueRow

UNDER_REVIEW = ("reviewing", "waiting_reporter")


def forms_of(row: QueueRow, *, seen: int, colleagues: list[tuple[str, str]]) -> dict[str, Any]:
    """`seen` goes with every act on what the page shows."""
    shown = {"seen": seen}
    reviewing = row.state in UNDER_REVIEW
    return {
        "note_form": NoteForm(auto_id="catatan_%s"),
        "message_form": MessageForm(initial=shown, auto_id="pesan_%s"),
        "decision_form": DecisionForm(initial=shown, case_kind=row.kind, auto_id="putusan_%s") if reviewing else None,
        "close_form": CloseForm(initial=shown, auto_id="tutup_%s") if row.state == "ready" else None,
        "agree_form": AgreeForm(initial=shown, auto_id="setuju_%s"),
        "disagree_form": DisagreeForm(initial=shown, auto_id="tolak_%s"),
        "hand_over_form": HandOverForm(colleagues=colleagues, auto_id="serah_%s"),
        "evidence_form": EvidenceForm(auto_id="bukti_%s"),
        "may_merge": reviewing,
        "may_link": row.state != "closed",
        "may_write": row.state != "closed",
    }
