"""Takes the photos that came with a screen: each is drawn anew in a child process, sealed, and handed back to be carried along."""

from collections.abc import Sequence

from django.core.files.uploadedfile import UploadedFile
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sisada.faces.public.limits import PHOTOS
from sisada.faces.public.proof import refusal
from sisada.faces.public.steps.answers import Answers, Question
from sisada.faces.public.steps.photos import carry
from sisada.foundation.problems import Problem
from sisada.outside.letterbox.images.clean import clean
from sisada.outside.letterbox.post import seal_photo
from sisada.outside.letterbox.work.admission import admit
from sisada.outside.letterbox.work.budget import Lane

FILES, REMOVE = "berkas", "buang"


class PhotosQuestion(Question):
    """Photos are no field: they are taken when they come."""

    def summary(self, answers: Answers) -> str:
        count = answers.photo_count
        return ngettext("%(count)s foto", "%(count)s foto", count) % {"count": count} if count else ""


def take_in(answers: Answers, files: Sequence[UploadedFile], *, proof: str) -> tuple[Answers, list["str | Promise"]]:
    """The answers with these photos, and why others were not taken."""
    photos, refused = list(answers.photos), list[str | Promise]()
    place, room = None, PHOTOS - answers.photo_count
    for file in files[:room]:
        try:
            admit(proof, lane=Lane.PHOTO, form=answers.id)
            image = clean(file.read())
        except Problem as problem:
            refused += refusal(problem)
        else:
            photos.append(carry(seal_photo(image.jpeg), form=answers.id))
            place = place or image.place
    if len(files) > room:
        refused.append(_("Paling banyak lima foto. Selebihnya tidak diambil."))
    return answers.with_photos(photos).with_photo_place(place), list(dict.fromkeys(refused))


def without_photo(answers: Answers, place: str | None) -> Answers:
    """`place`: of the photo to take out, counted from 0, as the form says it. None: take none."""
    left = [photo for number, photo in enumerate(answers.photos) if str(number) != place]
    return answers.with_photos(left)
