"""Takes the photos that came with a screen: each is drawn anew in a child process, sealed, and handed back to be carried along."""

from collections.abc import Sequence

from django.core.files.uploadedfile import UploadedFile
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sisada.faces.public.limits import PHOTOS
from sisada.faces.public.steps.answers import Answers, Question
from sisada.faces.public.steps.photos import carry
from sisada.foundation.problems import Problem
from sisada.outside.letterbox.images.clean import clean
from sisada.outside.letterbox.post import seal_photo

FILES, REMOVE = "berkas", "buang"


class PhotosQuestion(Question):
    """Photos are no field: they are taken when they come."""

    def summary(self, answers: Answers) -> str:
        count = answers.photo_count
        return ngettext("%(count)s foto", "%(count)s foto", count) % {"count": count} if count else ""


def take_in(answers: Answers, files: Sequence[UploadedFile], *, remove: str | None) -> tuple[Answers, list["str | Promise"]]:
    """The answers with these photos and without the one to be removed (its place, from 0), and why others were not taken."""
    photos, refused, place = list(answers.photos), list[str | Promise](), None
    if remove and remove.isdecimal() and int(remove) < len(photos):
        del photos[int(remove)]
    room = PHOTOS - answers.photo_count
    for file in files[:room]:
        try:
            image = clean(file.read())
        except Problem as problem:
            refused.append(problem.sentence)
        else:
            photos.append(carry(seal_photo(image.jpeg), form=answers.id))
            place = place or image.place
    if len(files) > room:
        refused.append(_("Paling banyak lima foto. Selebihnya tidak diambil."))
    return answers.with_photos(photos).with_photo_place(place), refused
