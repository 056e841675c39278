"""A report of an activity: its questions in their order, and the letter that the answers make."""

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from sisada.faces.public.activity.questions import YES, Category, Danger, Nationality, Story, When, Who
from sisada.faces.public.steps.answers import Answers, Kind, Sending, Step
from sisada.faces.public.steps.asking import ask
from sisada.faces.public.steps.place import PlaceQuestion, place_of
from sisada.faces.public.steps.uploads import PhotosQuestion
from sisada.foundation.letter import Letter, Reporter


def letter(answers: Answers, sending: Sending) -> Letter:
    given = answers.cleaned()
    return Letter(
        kind="activity",
        thread=sending.thread,
        reporter_key=sending.code.public_key,
        language=sending.language,
        danger=given["danger"] == YES,
        category=given["category"],
        what=given["what"],
        when=given["when"],
        place=place_of(given),
        nationality=given["nationality"] or None,
        reporter=Reporter.named(given["name"], given["contact"]),
        photos=sending.photos,
    )


ACTIVITY: Final = Kind(
    route="activity",
    title=_("Laporkan kegiatan yang meresahkan"),
    steps=(
        Step("bahaya", _("Bahaya"), _("Apakah ada orang yang sedang terancam?"), Danger, template="public/activity/danger.html"),
        Step("apa", _("Apa yang terjadi"), _("Apa yang Anda lihat?"), Category, template="public/activity/category.html"),
        Step("cerita", _("Ceritanya"), _("Ceritakan apa yang terjadi"), Story, template="public/activity/story.html"),
        Step("foto", _("Foto"), _("Ada foto?"), PhotosQuestion, template="public/steps/photos.html", not_asked=_("Tanpa foto")),
        Step("tempat", _("Di mana"), _("Di mana kejadiannya?"), PlaceQuestion, template="public/steps/place.html"),
        Step("waktu", _("Kapan"), _("Kapan kejadiannya?"), When),
        Step(
            "warga",
            _("Kewarganegaraan"),
            _("Tahukah Anda kewarganegaraannya?"),
            Nationality,
            template="public/activity/nationality.html",
            not_asked=_("Tidak disebut"),
        ),
        Step(
            "siapa",
            _("Siapa Anda"),
            _("Apakah Anda mau menyebut nama?"),
            Who,
            template="public/activity/who.html",
            not_asked=_("Tanpa nama"),
        ),
    ),
    letter=letter,
    before_sending="public/activity/before_sending.html",
)


@require_http_methods(["GET", "HEAD", "POST"])
def activity(request: HttpRequest) -> HttpResponse:
    return ask(request, ACTIVITY)
