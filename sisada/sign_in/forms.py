"""allauth's forms as we ask: a label above every field and never a placeholder instead of it; digits where digits are meant."""

from typing import Any

from allauth.account.forms import LoginForm, ReauthenticateForm
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as ReauthenticateByCodeForm
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, AuthenticateWebAuthnForm, ReauthenticateWebAuthnForm
from allauth.mfa.webauthn.internal import auth
from django import forms
from django.utils.translation import gettext_lazy as _

from sisada.sign_in import attempts, second_factor
from sisada.sign_in.lengths import ShowsAgainInShort
from sisada.sign_in.models import User


def without_placeholders(form: forms.Form, *, first: str) -> None:
    for field in form.fields.values():
        field.widget.attrs.pop("placeholder", None)
        field.help_text = ""
    form.fields[first].widget.attrs["autofocus"] = True


class SignInForm(ShowsAgainInShort, LoginForm):  # type: ignore[misc]  # allauth ships no types
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        without_placeholders(self, first="login")


class PasswordAgainForm(ReauthenticateForm):  # type: ignore[misc]  # allauth ships no types
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        without_placeholders(self, first="password")


class AsksForCode(ShowsAgainInShort):
    """Mixed into a form with the field `code`: the phone shows its number keys."""

    hint = _("Enam angka dari aplikasi autentikator, atau satu kode pemulihan.")
    user: User

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        without_placeholders(self, first="code")
        self.fields["code"].help_text = self.hint
        self.fields["code"].widget.attrs |= {"inputmode": "numeric", "class": "number"}


class ChecksCode(AsksForCode):
    """Mixed into a form that asks for a code of the app or a recovery code: wrong ones are counted by device, not by user alone."""

    authenticator: Authenticator

    def clean_code(self) -> str:
        counted = attempts.count_code(self.user)
        code = str(self.cleaned_data["code"])
        for factor in Authenticator.objects.filter(user=self.user).exclude(type=Authenticator.Type.WEBAUTHN):
            if factor.wrap().validate_code(code):
                counted.rollback()
                factor.user = self.user
                self.authenticator = factor
                return code
        if second_factor.was_given_before(self.user, code):
            raise forms.ValidationError(_("Kode ini sudah dipakai. Tunggu kode berikutnya di aplikasi."), code="code_given_before")
        raise get_adapter().validation_error("incorrect_code")


class SecondFactorForm(ChecksCode, AuthenticateForm):  # type: ignore[misc]  # allauth ships no types
    pass


class CodeAgainForm(ChecksCode, ReauthenticateByCodeForm):  # type: ignore[misc]  # allauth ships no types
    pass


class FirstCodeForm(AsksForCode, ActivateTOTPForm):  # type: ignore[misc]  # allauth ships no types
    hint = _("Enam angka yang sedang tampil di aplikasi.")


class ChecksPasskey(forms.Form):
    """Mixed into a form that takes a passkey of a known user. A signature is not guessed, so nothing is counted: wrong codes from elsewhere
    (allauth counts both together) shut no passkey out."""

    user: User

    def clean_credential(self) -> Authenticator:
        given = self.cleaned_data["credential"]
        auth.parse_authentication_response(given)
        return auth.complete_authentication(self.user, given)


class PasskeyAsSecondFactorForm(ChecksPasskey, AuthenticateWebAuthnForm):  # type: ignore[misc]  # allauth ships no types
    pass


class PasskeyAgainForm(ChecksPasskey, ReauthenticateWebAuthnForm):  # type: ignore[misc]  # allauth ships no types
    pass


class PasskeyForm(AddWebAuthnForm):  # type: ignore[misc]  # allauth ships no types
    """A passkey is always one that signs in alone: the choice that allauth offers is not ours to give."""

    passwordless = None
    name = forms.CharField(
        label=_("Nama kunci"), help_text=_("Agar Anda mengenalinya, misalnya nama ponselnya."), required=False, max_length=60
    )
