"""An objection: its questions in their order, and the letter that the answers make."""

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from sisada.faces.public.objection.questions import Code, Contact, Finding, Reason, Story
from sisada.faces.public.steps.answers import Answers, Kind, Sending, Step
from sisada.faces.public.steps.asking import ask
from sisada.foundation.letter import About, Letter, Reporter


def letter(answers: Answers, sending: Sending) -> Letter:
    given = answers.cleaned()
    return Letter(
        kind="objection",
        thread=sending.thread,
        reporter_key=sending.code.public_key,
        language=sending.language,
        what=what_with_number(given["what"], given["number"]),
        reporter=Reporter.named(given["name"], given["contact"]),
        about=About(given["reason"], given["check_code"] or None),
    )


def what_with_number(what: str, number: str) -> str:
    """A letter has no field for the number of whoever objects: it stands below the text, in the desk's language."""
    return f"{what}\n\nNomor dokumen: {number}" if number else what


OBJECTION: Final = Kind(
    route="objection",
    title=_("Data saya keliru"),
    steps=(
        Step("alasan", _("Alasan"), _("Apa yang keliru?"), Reason, template="public/objection/reason.html"),
        Step("keliru", _("Yang keliru"), _("Apa yang keliru, dan bagaimana yang benar?"), Story),
        Step(
            "kode-cek",
            _("Kode cek"),
            _("Ada kode cek di layar petugas?"),
            Code,
            "public/objection/check_code.html",
            not_asked=_("Tanpa kode cek"),
        ),
        Step(
            "nomor", _("Data Anda"), _("Data siapa yang kami cari?"), Finding, "public/objection/number.html", not_asked=_("Tidak disebut")
        ),
        Step(
            "kontak", _("Kontak"), _("Boleh kami menghubungi Anda?"), Contact, "public/objection/contact.html", not_asked=_("Tanpa kontak")
        ),
    ),
    letter=letter,
    before_sending="public/objection/before_sending.html",
)


@require_http_methods(["GET", "HEAD", "POST"])
def objection(request: HttpRequest) -> HttpResponse:
    return ask(request, OBJECTION)
