"""Kode cek: a code read from a screen gives exactly what stood there, drawn as it was drawn then where it was a card or rows."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from sisada.inside.accounts.access import OfficerRequest, open_to
from sisada.inside.accounts.roles import Role
from sisada.inside.audit.looks import Look, LookRefused, Purpose, question_of, resume_search
from sisada.inside.lookup import searches
from sisada.inside.oversight.forms import CodeForm
from sisada.inside.oversight.led_to_audit import OVER, refusals_lead_to_audit
from sisada.inside.oversight.stood import answers_of_code
from sisada.inside.oversight.stood_words import stood_words
from sisada.inside.oversight.views import begin_trail

CODE = "code"  # what the session keeps such a look under: its number is no trail's
TYPED = "check_codes"  # the session's key: what was typed, by the number of its page, so that it can be asked again; it names nobody


@open_to(Role.PENGAWAS)
@require_http_methods(["GET", "POST"])
@refusals_lead_to_audit
def code(request: OfficerRequest) -> HttpResponse:
    """The box for a code; asking is a look that holds it."""
    form = CodeForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return render(request, "oversight/code.html", _box(form), status=422 if form.errors else 200)
    typed = form.cleaned_data["code"]
    number = searches.keep(request.session, begin_trail(request, {"kind": CODE, "code": typed}).id, purpose=CODE)
    earlier = dict(list(request.session.get(TYPED, {}).items())[-(searches.KEPT - 1) :])
    request.session[TYPED] = earlier | {str(number): typed}
    return redirect("audit_stood", number=number)


def _box(form: CodeForm) -> dict[str, Any]:
    return {"title": _("Kode cek"), "form": form, "back": {"url": reverse("audit"), "word": _("Kembali ke Audit")}}


@open_to(Role.PENGAWAS)
@require_GET
@refusals_lead_to_audit
def stood(request: OfficerRequest, number: int) -> HttpResponse:
    """What stood there, and whether it is proven. Once its look is over, the box with the code in it: one tap asks again."""
    look_id = searches.find(request.session, number, purpose=CODE)
    if look_id is None:
        return redirect("audit_code")
    try:
        return render(request, "oversight/stood.html", _stood_page(resume_search(look_id, request.officer.id, Purpose.TRAIL)))
    except LookRefused as refusal:
        typed = request.session.get(TYPED, {}).get(str(number))
        if refusal.code != OVER or typed is None:
            raise
        return render(request, "oversight/code.html", _box(CodeForm(initial={"code": typed})) | {"over": True}, status=refusal.status)


def _stood_page(look: Look) -> dict[str, Any]:
    """Raises: LookRefused."""
    answers, check_code = answers_of_code(look)
    return {
        "title": _("Kode cek"),
        "code": question_of(look)["code"],
        "answers": [stood_words(one) for one in answers],
        "check_code": check_code,
        "back": {"url": reverse("audit_code"), "word": _("Kembali ke Kode cek")},
        "personal": True,
    }
