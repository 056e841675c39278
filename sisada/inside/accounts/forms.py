"""What an admin fills in, and what somebody invited does."""

from typing import Any

from django import forms
from django.contrib.auth import password_validation
from django.utils.translation import gettext_lazy as _

from sisada.inside.accounts.changes import RoleGiven
from sisada.inside.accounts.roles import CAPACITY_WORDS, WORDS, Capacity, Role
from sisada.sign_in.lengths import ShowsAgainInShort
from sisada.sign_in.users import User

WHY_HINT = _("Satu kalimat, misalnya nomor surat keputusan. Tercatat bersama perubahan ini; jangan tulis data orang asing.")


class WhyForm(forms.Form):
    why = forms.CharField(label=_("Alasan"), help_text=WHY_HINT, max_length=300)


class Period(forms.Form):
    """Mixed into a form about a role: in which capacity, from when until when."""

    capacity = forms.ChoiceField(
        label=_("Kedudukan"), choices=[(one.value, words) for one, words in CAPACITY_WORDS.items()], initial=Capacity.DEFINITIF.value
    )
    valid_from = forms.DateField(label=_("Hari pertama"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    valid_until = forms.DateField(
        label=_("Hari terakhir"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Kosong: sampai ada perubahan. Plh dan Plt wajib diisi."),
    )

    def given(self, role: str) -> RoleGiven:
        asked = self.cleaned_data
        return RoleGiven(Role(role), Capacity(asked["capacity"]), asked["valid_from"], asked["valid_until"])


class RoleForm(Period, WhyForm):
    role = forms.ChoiceField(label=_("Peran"), choices=[(one.value, words) for one, words in WORDS.items()])
    field_order = ("role", "capacity", "valid_from", "valid_until", "why")


class InviteForm(Period, WhyForm):
    name = forms.CharField(label=_("Nama"), max_length=200, widget=forms.TextInput(attrs={"autocomplete": "off"}))
    email = forms.EmailField(label=_("Surel kantor"), widget=forms.EmailInput(attrs={"autocomplete": "off"}))
    roles = forms.MultipleChoiceField(
        label=_("Peran"), choices=[(one.value, words) for one, words in WORDS.items()], widget=forms.CheckboxSelectMultiple
    )
    field_order = ("name", "email", "roles", "capacity", "valid_from", "valid_until", "why")


class EndRoleForm(WhyForm):
    ended_on = forms.DateField(label=_("Mulai hari ini tidak berperan"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    field_order = ("ended_on", "why")


class DecideForm(forms.Form):
    outcome = forms.ChoiceField(choices=[("confirmed", ""), ("refused", ""), ("withdrawn", "")])


class InvitationForm(ShowsAgainInShort):
    email = forms.EmailField(label=_("Surel"), widget=forms.EmailInput(attrs={"autocomplete": "username", "autofocus": True}))
    code = forms.CharField(
        label=_("Kode undangan"),
        help_text=_("Enam belas huruf dan angka dari admin. Tanda hubung dan huruf kecil tidak masalah."),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false", "class": "number"}),
    )


class PasswordForm(forms.Form):
    """The new password, twice. `user`: whom it is for, since it must not resemble the name or the address."""

    password = forms.CharField(
        label=_("Kata sandi baru"),
        help_text=_("Paling sedikit 12 huruf, angka atau tanda. Beberapa kata yang Anda ingat lebih kuat daripada satu kata yang rumit."),
        strip=False,
        max_length=500,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password", "autofocus": True}),
    )
    again = forms.CharField(label=_("Sekali lagi"), strip=False, widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}))

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        password_validation.validate_password(password, self.user)
        return password

    def clean(self) -> dict[str, Any]:
        asked = super().clean() or {}
        if asked.get("password") and asked["password"] != asked.get("again"):
            self.add_error("again", _("Kedua kata sandi tidak sama."))
        return asked
