"""allauth's pages under our headings: each says what it asks for. Their templates lie in templates/account and templates/mfa."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _

from sisada.sign_in.keys import AGAIN, BACK_TO_KEYS

BACK_TO_CODES = {"url": reverse_lazy("mfa_view_recovery_codes"), "word": _("Kembali ke kode pemulihan")}

sign_in = account.LoginView.as_view(extra_context={"title": _("Masuk")})
inactive = account.AccountInactiveView.as_view(extra_context={"title": _("Akun tidak aktif")})
password_again = account.ReauthenticateView.as_view(extra_context=AGAIN)
code_again = mfa.ReauthenticateView.as_view(extra_context=AGAIN)
recovery_codes = recovery.ViewRecoveryCodesView.as_view(extra_context={"title": _("Kode pemulihan"), "back": BACK_TO_KEYS})
new_recovery_codes = recovery.GenerateRecoveryCodesView.as_view(extra_context={"title": _("Buat kode baru"), "back": BACK_TO_CODES})
