"""A list of who stays at a place: its questions in their order, and the letter that the answers make."""

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from sisada.faces.public.presence.listed import stays_of
from sisada.faces.public.presence.pressing import FILES, press
from sisada.faces.public.presence.questions import Host, People, Way
from sisada.faces.public.steps.answers import Answers, Kind, Sending, Step
from sisada.faces.public.steps.asking import ask
from sisada.faces.public.steps.place import PlaceQuestion, place_of
from sisada.foundation.letter import Letter, Reporter


def letter(answers: Answers, sending: Sending) -> Letter:
    given = answers.cleaned()
    return Letter(
        kind="presence",
        thread=sending.thread,
        reporter_key=sending.code.public_key,
        language=sending.language,
        reporter=Reporter.named(given["name"], given["contact"]),
        photos=sending.photos,
        stays=stays_of(given["people"], letter=answers.id),
        stay_place=place_of(given),
    )


PRESENCE: Final = Kind(
    route="presence",
    title=_("Laporkan keberadaan orang asing"),
    steps=(
        Step("tempat", _("Di mana"), _("Di mana mereka tinggal?"), PlaceQuestion, template="public/presence/place.html"),
        Step("cara", _("Daftarnya"), _("Bagaimana Anda menyampaikan daftarnya?"), Way),
        Step("orang", _("Siapa"), _("Siapa yang tinggal di sana?"), People, template="public/presence/people.html"),
        Step(
            "pelapor",
            _("Siapa Anda"),
            _("Siapa yang melaporkan?"),
            Host,
            template="public/presence/host.html",
            not_asked=_("Tanpa nama"),
        ),
    ),
    letter=letter,
    before_sending="public/presence/before_sending.html",
)


@require_http_methods(["GET", "HEAD", "POST"])
def presence(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return ask(request, PRESENCE)
    pressed = press(request.POST, request.FILES.getlist(FILES))
    request.POST = pressed.given  # type: ignore[assignment]  # a copy of what was sent, with the list as the button left it
    return ask(request, PRESENCE, refused=pressed.refused)
