"""Kunci dan perangkat: one's own second factors and devices. Passkeys beside the authenticator app, never none at all."""

import json
from typing import Any

from allauth.account.decorators import reauthentication_required
from allauth.mfa.base.internal.flows import delete_and_cleanup
from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.totp.views import ActivateTOTPView
from allauth.mfa.webauthn import views as webauthn
from allauth.mfa.webauthn.internal import auth
from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from sisada.sign_in import devices, first_steps
from sisada.sign_in.models import User
from sisada.sign_in.second_factor import APP, PASSKEY, NeedsInvitation, has_app, keys_of, removable

BACK_TO_KEYS = {"url": reverse_lazy("mfa_index"), "word": gettext_lazy("Kembali ke Kunci dan perangkat")}
AGAIN = {
    "title": gettext_lazy("Ini benar Anda?"),
    "lead": gettext_lazy("Halaman berikut memuat kunci akun Anda, maka kami bertanya sekali lagi."),
}


@require_GET
def keys(request: HttpRequest) -> HttpResponse:
    user = signed_in(request)
    shown = {
        "title": _("Kunci dan perangkat"),
        "back": {"url": reverse("me"), "word": _("Kembali ke Saya")},
        "keys": keys_of(user),
        "has_app": has_app(user),
        "devices": devices.in_use_by(user.id),
        "this_device": request.session.get("device"),
    }
    return render(request, "sign_in/keys.html", shown)


def signed_in(request: HttpRequest) -> User:
    """The face's middleware lets nobody come here who is not."""
    if not isinstance(request.user, User):
        raise Http404
    return request.user


@require_http_methods(["GET", "POST"])
@reauthentication_required(app="allauth.mfa")  # type: ignore[untyped-decorator]  # allauth ships no types
def remove_key(request: HttpRequest, key_id: int) -> HttpResponse:
    """Asked once more, then done. The last key stays."""
    key = removable(signed_in(request), key_id)
    if key is None:
        raise Http404
    if request.method == "POST":
        delete_and_cleanup(request, key)
        messages.success(request, _("Kunci dihapus."))
        return redirect("mfa_index")
    return render(request, "sign_in/remove_key.html", {"title": _("Hapus kunci"), "back": BACK_TO_KEYS, "name": key.data.get("name", "")})


class AddsKey:
    """Mixed into allauth's pages that add a factor: for whoever is inside, or came by an invitation to set up the first one."""

    request: HttpRequest
    kind: str

    def dispatch(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        """Raises: NeedsInvitation when there is a password and nothing else."""
        if "device" not in request.session and not first_steps.under_way(request):
            raise NeedsInvitation
        page: HttpResponseBase = super().dispatch(request, *args, **kwargs)  # type: ignore[misc]  # the view it is mixed into has it
        return page

    def form_valid(self, form: Form) -> HttpResponse:
        saved: HttpResponse = super().form_valid(form)  # type: ignore[misc]  # as above
        if first_steps.under_way(self.request):
            first_steps.factor_set_up(self.request, signed_in(self.request), kind=self.kind)
        return saved

    def get_success_url(self) -> str:
        return reverse("mfa_index" if "device" in self.request.session else "register_device")


class AddApp(AddsKey, ActivateTOTPView):  # type: ignore[misc]  # allauth ships no types
    """Setting up the authenticator app. Who has one already goes to his keys."""

    kind = APP
    extra_context = {"title": gettext_lazy("Pasang faktor kedua")}  # noqa: RUF012 - Django's own attribute, read and never written

    def dispatch(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if isinstance(request.user, User) and has_app(request.user):
            return redirect("mfa_index")
        return super().dispatch(request, *args, **kwargs)


class AddPasskey(AddsKey, webauthn.AddWebAuthnView):  # type: ignore[misc]  # allauth ships no types
    """A key that is kept on the device, asks for finger, face or PIN, and alone is enough to sign in."""

    kind = PASSKEY
    template_name = "sign_in/add_passkey.html"
    extra_context = {"title": gettext_lazy("Tambah kunci sandi")}  # noqa: RUF012 - as above

    def get_initial(self) -> dict[str, Any]:
        return {"name": devices.label_of(self.request.headers.get("User-Agent", ""))}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        shown: dict[str, Any] = super().get_context_data(**kwargs)
        return shown | {"options": json.dumps(auth.begin_registration(signed_in(self.request), passwordless=True))}


class SecondFactor(AuthenticateView):  # type: ignore[misc]  # allauth ships no types
    """After the password: a code, or a passkey for whoever has one."""

    extra_context = {"title": gettext_lazy("Faktor kedua"), "lead": gettext_lazy("Satu langkah lagi.")}  # noqa: RUF012 - as above

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        shown: dict[str, Any] = super().get_context_data(**kwargs)
        asked = shown["js_data"]["request_options"]
        return shown | {"options": json.dumps(asked) if asked["publicKey"].get("allowCredentials") else None}


class PasskeyAgain(webauthn.ReauthenticateWebAuthnView):  # type: ignore[misc]  # allauth ships no types
    template_name = "sign_in/passkey_again.html"
    extra_context = AGAIN

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        shown: dict[str, Any] = super().get_context_data(**kwargs)
        return shown | {"options": json.dumps(shown["js_data"]["request_options"])}


add_app, add_passkey = AddApp.as_view(), AddPasskey.as_view()
second_factor, passkey_again = SecondFactor.as_view(), PasskeyAgain.as_view()
sign_in_by_passkey = webauthn.LoginWebAuthnView.as_view()
