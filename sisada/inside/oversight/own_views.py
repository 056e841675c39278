"""Jejak saya, for every officer; and the trail of a person who asks for his own at the counter."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override
from django.views.decorators.http import require_GET, require_http_methods

from sisada.foundation.clock import now
from sisada.inside.accounts.access import EVERY_ROLE, OfficerRequest, open_to
from sisada.inside.accounts.roles import Role
from sisada.inside.audit.looks import Purpose, resume_search
from sisada.inside.lookup import searches
from sisada.inside.orders.ground_words import KINDS
from sisada.inside.oversight import own_looks, person_trail
from sisada.inside.oversight.forms import OwnRequestForm
from sisada.inside.oversight.own_words import own_rows
from sisada.inside.oversight.person_trail import PersonTrail
from sisada.inside.oversight.person_trail_pdf import document
from sisada.inside.oversight.trail_words import OUTCOMES, REFUSED, moment, refused_chips
from sisada.inside.oversight.views import begin_trail

OWN_REQUEST = "own-request"  # what the session keeps such a look under
LANGUAGES = ("id", "en")
SERVES = (Role.PENGAWAS, Role.MEJA)


@open_to(*EVERY_ROLE)
@require_GET
def my_trail(request: OfficerRequest) -> HttpResponse:
    """What one looked at oneself and was refused, and who looked at that."""
    refusals, only_refused = own_looks.own_refusals(request.officer.id), request.GET.get("tampil") == REFUSED
    shown = {
        "title": _("Jejak saya"),
        "looks": own_rows([] if only_refused else own_looks.own_looks(request.officer.id), refusals),
        "only_refused": only_refused,
        "chips": refused_chips(request.path, refusals=len(refusals), only_refused=only_refused),
        "looked_at": [
            (moment(one.seen_at), one.seen_by, _seen(one), OUTCOMES.get(one.outcome or "", ""))
            for one in own_looks.looks_at(request.officer.id)
        ],
        "back": {"url": reverse("me"), "word": _("Kembali ke Saya")},
    }
    return render(request, "oversight/my_trail.html", shown)


SEEN: dict[str, "Promise"] = {
    "trail": gettext_lazy("membaca jejak Anda"),
    "look": gettext_lazy("membuka satu jejak Anda"),
    "code": gettext_lazy("memeriksa kode cek dari layar Anda"),
    "person": gettext_lazy("membaca jejak seseorang yang Anda lihat"),
    "ground": gettext_lazy("membaca jejak di bawah dasar yang Anda pakai"),
    "time": gettext_lazy("membaca jejak semua petugas pada suatu masa"),
    "review": gettext_lazy("meninjau satu jejak Anda"),
}


def _seen(one: own_looks.LookedAt) -> str:
    """What the supervisor did, and on which kind of ground."""
    return " · ".join(filter(None, [str(SEEN[one.what]), str(KINDS[one.ground_kind]) if one.ground_kind else ""]))


@open_to(*SERVES)
@require_http_methods(["GET", "POST"])
def own_request(request: OfficerRequest) -> HttpResponse:
    """Whoever asks shows a document; its number is the question."""
    form = OwnRequestForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return render(
            request, "oversight/own_request.html", {"title": _("Jejak seseorang"), "form": form}, status=422 if form.errors else 200
        )
    look = begin_trail(request, person_trail.question(form.cleaned_data["number"]))
    return redirect("audit_own_trail", number=searches.keep(request.session, look.id, purpose=OWN_REQUEST))


@open_to(*SERVES)
@require_GET
def own_trail(request: OfficerRequest, number: int) -> HttpResponse:
    """Whose trail it is, for comparing with the document, and the two papers."""
    found = _trail(request, number)
    if found is None:
        return redirect("audit_own_request")
    back = {"url": reverse("audit_own_request"), "word": _("Nomor lain")}
    shown = {"title": _("Jejak seseorang"), "trail": found, "papers": _papers(number), "back": back, "personal": True}
    return render(request, "oversight/own_trail.html", shown)


def _trail(request: OfficerRequest, number: int) -> PersonTrail | None:
    look_id = searches.find(request.session, number, purpose=OWN_REQUEST)
    return person_trail.person_trail(resume_search(look_id, request.officer.id, Purpose.TRAIL)) if look_id else None


def _papers(number: int) -> list[dict[str, Any]]:
    words = {"id": _("PDF bahasa Indonesia"), "en": _("PDF bahasa Inggris")}
    return [{"label": words[language], "href": reverse("audit_own_paper", args=[number, language])} for language in LANGUAGES]


@open_to(*SERVES)
@require_GET
def own_paper(request: OfficerRequest, number: int, language: str) -> HttpResponse:
    """The paper to hand over. Raises: Http404 for another language, or when nobody's trail was found."""
    found = _trail(request, number) if language in LANGUAGES else None
    if found is None or found.found != 1:
        raise Http404
    with override(language):
        paper = document(found, language=language, at=now())
    name = f"jejak-{language}.pdf"  # nobody's name: it would stay in the list of downloads
    return HttpResponse(paper, content_type="application/pdf", headers={"Content-Disposition": f'attachment; filename="{name}"'})
