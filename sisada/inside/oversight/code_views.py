"""Kode cek: a code read from a screen gives exactly what stood there, drawn as it was drawn then where it was a card or rows."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from sisada.inside.accounts.access import OfficerRequest, open_to
from sisada.inside.accounts.roles import Role
from sisada.inside.audit.looks import Purpose, question_of, resume_search
from sisada.inside.lookup import searches
from sisada.inside.oversight.forms import CodeForm
from sisada.inside.oversight.stood import answers_of_code
from sisada.inside.oversight.stood_words import stood_words
from sisada.inside.oversight.views import begin_trail

CODE = "code"  # what the session keeps such a look under: its number is no trail's


@open_to(Role.PENGAWAS)
@require_http_methods(["GET", "POST"])
def code(request: OfficerRequest) -> HttpResponse:
    """The box for a code; asking is a look that holds it."""
    form = CodeForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return render(
            request, "oversight/code.html", {"title": _("Kode cek"), "form": form, "back": _back()}, status=422 if form.errors else 200
        )
    look = begin_trail(request, {"kind": CODE, "code": form.cleaned_data["code"]})
    return redirect("audit_stood", number=searches.keep(request.session, look.id, purpose=CODE))


def _back() -> dict[str, Any]:
    return {"url": reverse("audit"), "word": _("Kembali ke Audit")}


@open_to(Role.PENGAWAS)
@require_GET
def stood(request: OfficerRequest, number: int) -> HttpResponse:
    """What stood there, and whether it is proven."""
    look_id = searches.find(request.session, number, purpose=CODE)
    if look_id is None:
        return redirect("audit_code")
    look = resume_search(look_id, request.officer.id, Purpose.TRAIL)
    answers, check_code = answers_of_code(look)
    shown = {
        "title": _("Kode cek"),
        "code": question_of(look)["code"],
        "answers": [stood_words(one) for one in answers],
        "check_code": check_code,
        "back": {"url": reverse("audit_code"), "word": _("Kembali ke Kode cek")},
        "personal": True,
    }
    return render(request, "oversight/stood.html", shown)
