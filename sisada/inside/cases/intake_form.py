"""What somebody says at the desk, as an officer takes it down in a minute; and the code that the caller gets, drawn with the form so that a
form sent twice gives the same words."""

import hashlib
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import UUID

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from sisada.areas.names import name_of, smallest_within
from sisada.foundation import word_code
from sisada.foundation.environment import key
from sisada.foundation.letter import Letter, Place, Reporter
from sisada.foundation.office import office
from sisada.inside.cases.case_words import CATEGORIES, KINDS

SALT = "cases.intake"
MOST_PHOTOS = 5
CHANNELS = {"phone": _("Telepon"), "whatsapp": _("WhatsApp"), "visit": _("Datang ke loket")}
TAKEN_DOWN = ("activity", "presence", "objection")


class SeveralFiles(forms.FileInput):
    allow_multiple_selected = True


class Photos(forms.FileField):
    """Several files; what each is, whoever draws it anew says."""

    def clean(self, data: Any, initial: Any = None) -> Any:
        files = [super(Photos, self).clean(one, initial) for one in data or []]
        if len(files) > MOST_PHOTOS:
            raise ValidationError(_("Paling banyak lima foto."))
        return files


@dataclass(frozen=True)
class Begun:
    """What the form carries from the moment it is opened."""

    letter: UUID
    thread: UUID
    words: tuple[str, ...]

    def signed(self) -> str:
        """Readable, since whoever has the form gives the words to the caller; signed, so that nobody picks words that are easy to guess."""
        return signing.dumps([str(self.letter), str(self.thread), *self.words], salt=SALT)


def begin() -> Begun:
    return Begun(uuid.uuid4(), uuid.uuid4(), word_code.draw())


def begun(signed: str) -> Begun | None:
    """None: it is not from a form of ours."""
    try:
        letter, thread, *words = signing.loads(signed, salt=SALT)
    except signing.BadSignature:
        return None
    return Begun(UUID(letter), UUID(thread), tuple(words))


def kelurahan_choices() -> list[tuple[str, Any]]:
    """By kecamatan."""
    groups = [(name_of(around), [(one.code, one.name) for one in inside]) for around, inside in smallest_within(office().areas).items()]
    return [("", _("Tidak disebut")), *groups]


class IntakeForm(forms.Form):
    begun = forms.CharField(widget=forms.HiddenInput)
    channel = forms.ChoiceField(label=_("Lewat apa"), widget=forms.RadioSelect, choices=list(CHANNELS.items()), initial="phone")
    danger = forms.BooleanField(label=_("Ada orang dalam bahaya sekarang"), required=False)
    what = forms.CharField(
        label=_("Apa yang dilihat atau didengar"),
        widget=forms.Textarea({"rows": 5, "maxlength": 4000, "data-focus": ""}),
        max_length=4000,
        help_text=_("Tempel pesannya, atau tulis dengan kata pelapor. Perbuatan, bukan rupa orangnya."),
    )
    photos = Photos(label=_("Foto"), widget=SeveralFiles({"accept": "image/*", "multiple": True}), required=False)
    kelurahan = forms.ChoiceField(label=_("Kelurahan"), required=False)
    place = forms.CharField(label=_("Alamat atau patokan"), max_length=400, required=False)
    when = forms.CharField(label=_("Kapan"), max_length=200, required=False)
    kind = forms.ChoiceField(label=_("Jenis laporan"), choices=[(one, KINDS[one]) for one in TAKEN_DOWN], initial="activity")
    category = forms.ChoiceField(label=_("Tentang"), choices=[("", _("Belum jelas")), *CATEGORIES.items()], required=False)
    reporter = forms.CharField(label=_("Nama pelapor, bila ia mau"), max_length=120, required=False)
    contact = forms.CharField(label=_("Telepon atau surel pelapor, bila ia mau"), max_length=160, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kelurahan"].choices = kelurahan_choices()  # type: ignore[attr-defined]  # a choice field has them

    def clean_begun(self) -> Begun:
        found = begun(self.cleaned_data["begun"])
        if found is None:
            raise ValidationError(_("Formulir ini tidak dikenal. Buka lagi halaman Catat laporan lisan."))
        return found

    @property
    def started(self) -> Begun:
        found: Begun = self.cleaned_data["begun"]
        return found

    @cached_property
    def code(self) -> word_code.Derived:
        """What the words open. Made once: it takes a tenth of a second on purpose."""
        return word_code.derive(self.started.words, pepper=key("SISADA_CODE_PEPPER"))

    def letter(self, photos: Sequence[bytes]) -> Letter:
        """As the public face would have written it. `photos`: encoded anew."""
        said = self.cleaned_data
        activity = said["kind"] == "activity"
        return Letter(
            kind=said["kind"],
            thread=self.started.thread,
            reporter_key=self.code.public_key,
            danger=said["danger"],
            category=said["category"] or None if activity else None,
            what=said["what"],
            when=said["when"],
            place=Place(said["kelurahan"] or None, said["place"], None, None, None) if said["kelurahan"] or said["place"] else None,
            reporter=Reporter.named(said["reporter"], said["contact"]),
            photos=tuple(hashlib.sha256(photo).hexdigest() for photo in photos),
        )
