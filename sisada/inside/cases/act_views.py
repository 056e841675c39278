"""What the holder of a case does, each a POST of its own. What was refused comes back on the page with everything that was typed."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sisada.foundation.clock import now
from sisada.inside.accounts.access import OfficerRequest, open_to
from sisada.inside.accounts.roles import Role
from sisada.inside.audit import grounds
from sisada.inside.audit.looks import PersonId, note_refused_entry, open_look
from sisada.inside.cases import acts, claims, queue
from sisada.inside.cases.case_views import case_address, colleagues_of, show
from sisada.inside.cases.forms import (
    CloseForm,
    DecisionForm,
    EvidenceForm,
    HandOverForm,
    MergeForm,
    MessageForm,
    NoteForm,
)
from sisada.inside.cases.looks_kept import look_at
from sisada.inside.cases.queue_views import REVIEWS
from sisada.inside.cases.refusals import CaseProblem

Act = Callable[[], object]
CHANGED = "case.changed-meanwhile"
NAMES = "case.names-person"  # what somebody tried to tell a reporter stays on record


def attempt(request: OfficerRequest, case_id: UUID, form: forms.Form, *, named: str, act: Act, done: "str | Promise") -> HttpResponse:
    """Do it, or show the page again with `form` under its name. Raises: CaseProblem where the page itself cannot be shown any more."""
    if not form.is_valid():
        return show(request, case_id, status=422, **{named: form})
    try:
        act()
    except CaseProblem as problem:
        if claims.hold_of(case_id, officer=request.officer.id) is None:
            raise
        if problem.code == NAMES:
            note_refused_entry(request.officer.id, request.device, purpose="case", code=problem.code, subject=case_id)
        return show(request, case_id, status=problem.status, **_refused(request, case_id, form, named, problem))
    messages.success(request, str(done))
    return redirect(case_address(case_id))


def _refused(request: OfficerRequest, case_id: UUID, form: forms.Form, named: str, problem: CaseProblem) -> dict[str, Any]:
    """What was typed stays; it is sent next time about what the page shows now, which its reader has before him."""
    if problem.code != CHANGED:
        form.add_error(None, str(problem.sentence))
        return {named: form}
    row = queue.one(case_id, officer=request.officer.id)
    typed = request.POST.copy()
    typed["seen"] = str(row.version) if row else ""
    form.data = typed
    return {named: form, "changed_meanwhile": str(problem.sentence), "typed_in": named}


@open_to(*REVIEWS)
@require_POST
def note(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    form = NoteForm(request.POST, auto_id="catatan_%s")

    def act() -> None:
        acts.note_down(case_id, by=request.officer.id, text=form.cleaned_data["text"])

    return attempt(request, case_id, form, named="note_form", act=act, done=_("Catatan internal tersimpan."))


@open_to(*REVIEWS)
@require_POST
def message(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    """Two buttons: a question stops the clock until the answer, a message does not."""
    form = MessageForm(request.POST, auto_id="pesan_%s")
    asks = request.POST.get("kirim") == "tanya"

    def act() -> None:
        look_at(request, case_id)  # whoever writes longer than a look lasts reads on under a new one
        said = {"text": form.cleaned_data["text"], "by": request.officer.id}
        if asks:
            acts.ask(case_id, seen=form.version, **said)
        else:
            acts.message(case_id, **said)

    done = _("Pertanyaan terkirim; jam janji berhenti sampai pelapor menjawab.") if asks else _("Pesan terkirim kepada pelapor.")
    return attempt(request, case_id, form, named="message_form", act=act, done=done)


@open_to(*REVIEWS)
@require_POST
def decide(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    row = queue.one(case_id, officer=request.officer.id)
    form = DecisionForm(request.POST, case_kind=row.kind if row else "activity", auto_id="putusan_%s")

    def act() -> None:
        look_at(request, case_id)  # as above: what is decided may be told in one's own words
        acts.decide(case_id, by=request.officer.id, seen=form.version, **form.decided)

    fact = request.POST.get("kind") == "fact"
    done = _("Putusan tersimpan; menunggu mata kedua.") if fact else _("Laporan selesai; pelapor sudah diberi tahu.")
    return attempt(request, case_id, form, named="decision_form", act=act, done=done)


@open_to(*REVIEWS)
@require_POST
def close(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    form = CloseForm(request.POST, auto_id="tutup_%s")

    def act() -> None:
        acts.close(case_id, by=request.officer.id, seen=form.version, sentence=form.cleaned_data["sentence"])

    return attempt(request, case_id, form, named="close_form", act=act, done=_("Laporan selesai; pelapor sudah diberi tahu."))


@open_to(*REVIEWS)
@require_POST
def merge(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    """This one becomes part of the other, which the desk then sees in the queue."""
    form = MergeForm(request.POST)
    if not form.is_valid():
        return show(request, case_id, status=422)
    into = form.cleaned_data["into"]
    acts.merge(case_id, by=request.officer.id, seen=form.version, into=into)
    messages.success(request, _("Digabung. Pelapornya mengikuti laporan ini mulai sekarang."))
    return redirect("cases_one", into)


@open_to(*REVIEWS)
@require_POST
def release(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    claims.release(case_id, by=request.officer.id)
    messages.success(request, _("Dilepas; rekan dapat mengambilnya."))
    return redirect("cases_queue")


@open_to(*REVIEWS)
@require_POST
def hand_over(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    """To whom it may go the database says, too."""
    form = HandOverForm(request.POST, colleagues=colleagues_of(request), auto_id="serah_%s")
    if not form.is_valid():
        return show(request, case_id, status=422, hand_over_form=form)
    claims.hand_over(case_id, by=request.officer.id, to=UUID(form.cleaned_data["to"]))
    messages.success(request, _("Diserahkan; rekan Anda diberi tahu."))
    return redirect("cases_queue")


@open_to(Role.ATASAN, Role.KEPALA)
@require_POST
def keep_as_evidence(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    form = EvidenceForm(request.POST, auto_id="bukti_%s")

    def act() -> None:
        acts.keep_as_evidence(case_id, by=request.officer.id, reference=form.cleaned_data["reference"])

    return attempt(request, case_id, form, named="evidence_form", act=act, done=_("Isi laporan disimpan sebagai barang bukti."))


@open_to(*REVIEWS)
@require_POST
def find_person(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    """Work on the ground of this case from now on, and search."""
    _work_under(request, case_id)
    return redirect("search")


@open_to(*REVIEWS)
@require_POST
def open_person(request: OfficerRequest, case_id: UUID, person_id: PersonId) -> HttpResponse:
    """The card of somebody to whom the case is linked, on its ground."""
    _work_under(request, case_id)
    return redirect("person", person_id)


def _work_under(request: OfficerRequest, case_id: UUID) -> None:
    """Raises: CaseProblem; NoGround."""
    held = claims.hold_of(case_id, officer=request.officer.id)
    if held is None:
        raise CaseProblem("case.not-held")
    grounds.choose(request.session, held.id, officer=request.officer.id, at=now())


@open_to(*REVIEWS)
@require_POST
def link_nobody(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    acts.link_nobody(case_id, by=request.officer.id)
    messages.success(request, _("Tercatat: dicari, orangnya tidak ditemukan."))
    return redirect(case_address(case_id))


@open_to(*REVIEWS)
@require_POST
def link_person(request: OfficerRequest, person_id: PersonId) -> HttpResponse:
    """From the card, under the ground of a case: the person whose card is open is who the case is about."""
    ground = grounds.require_chosen(request.session, officer=request.officer.id, at=now())
    case = claims.case_held_as(ground.id)
    opened = open_look(request.officer.id, request.device, subject=person_id)
    if case is None or opened is None or opened.ground != ground.id:
        raise CaseProblem("case.card-not-opened")
    others = acts.link_person(case, by=request.officer.id, look=opened.look)
    messages.success(request, _linked(len(others)))
    return redirect(case_address(case))


def _linked(others: int) -> str:
    if not others:
        return _("Laporan dikaitkan dengan orang ini.")
    return _("Laporan dikaitkan. {count} laporan lain menyangkut orang yang sama; lihat Laporan mirip.").format(count=others)
