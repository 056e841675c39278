"""A refusal on a supervisor's page leads to Audit, where she asks again. A look's own sentences lead to Cari, which is not hers."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sisada.foundation.problems import Problem
from sisada.inside.accounts.access import OfficerRequest

Named = ParamSpec("Named")
View = Callable[Concatenate[OfficerRequest, Named], HttpResponse]
OVER = "look.over"
SENTENCES: dict[str, "Promise"] = {
    OVER: _("Waktu melihat sudah habis (10 menit). Tanyakan lagi dari halaman Audit; pencatatan baru akan dibuat."),
    "look.not-on-record": _("Pencatatan alasan belum tersimpan, jadi jejak tidak dibuka. Ulangi dari halaman Audit."),
    "look.does-not-fit": _("Alasan yang tercatat tidak cocok dengan jejak yang diminta. Ulangi dari halaman Audit."),
    "look.question-does-not-fit": _(
        "Pertanyaan ini tidak berbentuk seperti yang dapat dicatat, jadi jejak tidak dibuka. Tanyakan lagi dari halaman Audit."
    ),
    "lookup.from-another-site": _(
        "Situs lain mengarahkan Anda ke halaman ini, jadi jejak tidak dibuka. Bila memang perlu, buka dari halaman Audit."
    ),
}


class TrailRefused(Problem):
    """A refusal in the words of Audit; its code, its status and whether it is on record stay what they were."""

    def __init__(self, refusal: Problem) -> None:
        super().__init__(SENTENCES[refusal.code], next_url=reverse("audit"), next_words=_("Buka Audit"))
        self.code, self.status = refusal.code, refusal.status
        self.on_record = getattr(refusal, "on_record", False)


def refusals_lead_to_audit(view: "View[Named]") -> "View[Named]":
    """Around a view of the supervisor's. A refusal that leads where she may go (choose a ground, wait) stays as it is."""

    @wraps(view)
    def led(request: OfficerRequest, /, *named: Named.args, **by_name: Named.kwargs) -> HttpResponse:
        try:
            return view(request, *named, **by_name)
        except Problem as refusal:
            if refusal.code in SENTENCES:
                raise TrailRefused(refusal) from None
            raise

    return led
