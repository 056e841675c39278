"""The questions about who stays at a place: where, how the list comes, who is on it, and whose list it is."""

from typing import Any, Final

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from sisada.faces.public.activity.questions import option
from sisada.faces.public.presence.listed import Listed, from_field
from sisada.faces.public.presence.one_person import FIELD_OF, OnePerson
from sisada.faces.public.steps.answers import PHOTOS_KEPT, Answers, Question
from sisada.faces.public.steps.photos import FIELD as PHOTOS
from sisada.foundation.clock import office_today
from sisada.foundation.letter import MOST_STAYS

TYPED, FILE, PHOTO = "ketik", "berkas", "foto"
PEOPLE: Final = "orang"
MOST_FIELD = 1_500_000  # characters: a thousand persons, each at its longest, with room
WAYS: Final = {TYPED: gettext_lazy("Diisi di sini"), FILE: gettext_lazy("Berkas daftar"), PHOTO: gettext_lazy("Foto daftar")}


class Way(Question):
    cara = forms.ChoiceField(
        label=gettext_lazy("Bagaimana Anda menyampaikan daftarnya?"),
        widget=forms.RadioSelect,
        choices=[
            (TYPED, option(gettext_lazy("Saya isi di sini"), gettext_lazy("Satu orang demi satu orang"))),
            (FILE, option(gettext_lazy("Saya punya berkasnya"), gettext_lazy("Excel atau CSV, misalnya dari hotel"))),
            (PHOTO, option(gettext_lazy("Saya foto daftarnya"), gettext_lazy("Buku tamu atau catatan; petugas yang mengetik"))),
        ],
        error_messages={"required": gettext_lazy("Pilih salah satu.")},
    )

    def summary(self, _answers: Answers) -> str:
        return str(WAYS[self.cleaned_data["cara"]])


class People(OnePerson):
    """Everybody listed so far, and one more in the fields. `cleaned_data["people"]` holds them all."""

    orang = forms.CharField(required=False, max_length=MOST_FIELD, widget=forms.HiddenInput)
    field_order = (PEOPLE, *FIELD_OF.values())

    @property
    def listed(self) -> tuple[Listed, ...]:
        """Also of a form that was only opened."""
        field = self.data.get(PEOPLE, "") if self.is_bound else self.initial.get(PEOPLE, "")
        return from_field(field, today=office_today())

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        way = self.data.get("cara")
        if way == PHOTO:
            given["people"] = ()
            return self._with_photos(given)
        typed = [Listed(given["person"])] if given["person"] and way != FILE else []
        given["people"] = (*self.listed, *typed)
        if not given["people"] and not self.errors:
            raise forms.ValidationError(_("Tulis paling sedikit satu orang.") if way != FILE else _("Pilih berkas daftarnya dulu."))
        if len(given["people"]) > MOST_STAYS:
            raise forms.ValidationError(_("Paling banyak 1.000 orang satu daftar."))
        return given

    def _with_photos(self, given: dict[str, Any]) -> dict[str, Any]:
        if not self.data.get(PHOTOS) and self.data.get(PHOTOS_KEPT, "0") in ("", "0"):
            raise forms.ValidationError(_("Kirim paling sedikit satu foto daftarnya."))
        return given

    def summary(self, answers: Answers) -> str:
        count = len(self.cleaned_data["people"])
        if not count:
            return ngettext("%(count)s foto", "%(count)s foto", answers.photo_count) % {"count": answers.photo_count}
        said = ngettext("%(count)s orang", "%(count)s orang", count) % {"count": count}
        names = [one.person.name for one in self.cleaned_data["people"][:5]]
        return "\n".join([said, *names, *(["…"] if count > len(names) else [])])


class Host(Question):
    name = forms.CharField(
        label=gettext_lazy("Nama Anda atau nama penginapan"),
        required=False,
        max_length=120,
        widget=forms.TextInput({"autocomplete": "organization"}),
    )
    contact = forms.CharField(
        label=gettext_lazy("Nomor telepon atau surel"),
        required=False,
        max_length=160,
        help_text=gettext_lazy("Hanya dipakai untuk bertanya tentang laporan ini."),
    )
