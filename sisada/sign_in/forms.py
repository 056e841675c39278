"""allauth's forms as we ask: a label above every field and never a placeholder instead of it; digits where digits are meant."""

from typing import Any

from allauth.account.forms import LoginForm, ReauthenticateForm
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as ReauthenticateByCodeForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django import forms
from django.utils.translation import gettext_lazy as _


def without_placeholders(form: forms.Form, *, first: str) -> None:
    for field in form.fields.values():
        field.widget.attrs.pop("placeholder", None)
        field.help_text = ""
    form.fields[first].widget.attrs["autofocus"] = True


class SignInForm(LoginForm):  # type: ignore[misc]  # allauth ships no types
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        without_placeholders(self, first="login")


class PasswordAgainForm(ReauthenticateForm):  # type: ignore[misc]  # allauth ships no types
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        without_placeholders(self, first="password")


class AsksForCode(forms.Form):
    """Mixed into a form with the field `code`: the phone shows its number keys."""

    hint = _("Enam angka dari aplikasi autentikator, atau satu kode pemulihan.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        without_placeholders(self, first="code")
        self.fields["code"].help_text = self.hint
        self.fields["code"].widget.attrs |= {"inputmode": "numeric", "class": "number"}


class SecondFactorForm(AsksForCode, AuthenticateForm):  # type: ignore[misc]  # allauth ships no types
    pass


class CodeAgainForm(AsksForCode, ReauthenticateByCodeForm):  # type: ignore[misc]  # allauth ships no types
    pass


class FirstCodeForm(AsksForCode, ActivateTOTPForm):  # type: ignore[misc]  # allauth ships no types
    hint = _("Enam angka yang sedang tampil di aplikasi.")


class PasskeyForm(AddWebAuthnForm):  # type: ignore[misc]  # allauth ships no types
    """A passkey is always one that signs in alone: the choice that allauth offers is not ours to give."""

    passwordless = None
    name = forms.CharField(
        label=_("Nama kunci"), help_text=_("Agar Anda mengenalinya, misalnya nama ponselnya."), required=False, max_length=60
    )
