"""Takes the photos that came with a screen: each is drawn anew in a child process, sealed, and handed back to be carried along."""

from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sisada.faces.public.limits import PHOTOS
from sisada.faces.public.proof import refusal
from sisada.faces.public.steps.answers import Answers, Question
from sisada.faces.public.steps.photos import carry
from sisada.foundation.images.clean import clean
from sisada.foundation.problems import Problem
from sisada.outside.letterbox.post import SealedPhoto, seal_photo
from sisada.outside.letterbox.work.admission import admit
from sisada.outside.letterbox.work.budget import Lane

FILES, REMOVE = "berkas", "buang"


class PhotosQuestion(Question):
    """Photos are no field: they are taken when they come."""

    def summary(self, answers: Answers) -> str:
        count = answers.photo_count
        return ngettext("%(count)s foto", "%(count)s foto", count) % {"count": count} if count else ""


class Taken(NamedTuple):
    photo: SealedPhoto
    place: tuple[float, float] | None  # where it says it was taken; None: it does not


def take_in(answers: Answers, files: Sequence[UploadedFile], *, proof: str) -> tuple[Answers, "list[str | Promise]"]:
    """The answers with these photos, and why others were not taken."""
    taken, refused = sealed(files, form=answers.id, proof=proof, room=PHOTOS - answers.photo_count)
    place = next((one.place for one in taken if one.place), None)
    photos = [*answers.photos, *(carry(one.photo, form=answers.id) for one in taken)]
    return answers.with_photos(photos).with_photo_place(place), refused


def sealed(files: Sequence[UploadedFile], *, form: UUID, proof: str, room: int) -> tuple[list[Taken], "list[str | Promise]"]:
    """These photos drawn anew and sealed, as many as there is room for, and why others are not among them."""
    taken, refused = list[Taken](), list[str | Promise]()
    for file in files[:room]:
        try:
            admit(proof, lane=Lane.PHOTO, form=form)
            image = clean(file.read())
        except Problem as problem:
            refused += refusal(problem)
        else:
            taken.append(Taken(seal_photo(image.jpeg), image.place))
    if len(files) > room:
        refused.append(_("Paling banyak lima foto. Selebihnya tidak diambil."))
    return taken, list(dict.fromkeys(refused))


def without_photo(answers: Answers, place: str | None) -> Answers:
    """`place`: of the photo to take out, counted from 0, as the form says it. None: take none."""
    left = [photo for number, photo in enumerate(answers.photos) if str(number) != place]
    return answers.with_photos(left)
