"""allauth's pages under our headings: each says what it asks for. Their templates lie in templates/account and templates/mfa."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp.views import ActivateTOTPView
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext_lazy as _

from sisada.sign_in.models import User
from sisada.sign_in.second_factor import has_second_factor

BACK_TO_ME = {"url": reverse_lazy("me"), "word": _("Kembali ke Saya")}
BACK_TO_CODES = {"url": reverse_lazy("mfa_view_recovery_codes"), "word": _("Kembali ke kode pemulihan")}

sign_in = account.LoginView.as_view(extra_context={"title": _("Masuk")})
second_factor = mfa.AuthenticateView.as_view(extra_context={"title": _("Faktor kedua"), "lead": _("Satu langkah lagi.")})
inactive = account.AccountInactiveView.as_view(extra_context={"title": _("Akun tidak aktif")})

AGAIN = {"title": _("Ini benar Anda?"), "lead": _("Halaman berikut memuat kunci akun Anda, maka kami bertanya sekali lagi.")}
password_again = account.ReauthenticateView.as_view(extra_context=AGAIN)
code_again = mfa.ReauthenticateView.as_view(extra_context=AGAIN)

recovery_codes = recovery.ViewRecoveryCodesView.as_view(extra_context={"title": _("Kode pemulihan"), "back": BACK_TO_ME})
new_recovery_codes = recovery.GenerateRecoveryCodesView.as_view(extra_context={"title": _("Buat kode baru"), "back": BACK_TO_CODES})


class FirstSecondFactor(ActivateTOTPView):  # type: ignore[misc]  # allauth ships no types
    """Setting up the authenticator app. Who has one already goes to his own page; a new phone is the admin's to allow."""

    extra_context = {"title": _("Pasang faktor kedua")}  # noqa: RUF012 - Django's own attribute, read and never written

    def dispatch(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if isinstance(request.user, User) and has_second_factor(request.user):
            return redirect("me")
        page: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return page

    def get_success_url(self) -> str:
        return reverse("register_device")


first_second_factor = FirstSecondFactor.as_view()
