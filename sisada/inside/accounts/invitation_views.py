"""Undangan: somebody invited types address and code, then a password; the second factor follows (sign_in)."""

from allauth.core import ratelimit
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from sisada.foundation.clock import office_today
from sisada.inside.accounts import invitations
from sisada.inside.accounts.forms import InvitationForm, PasswordForm
from sisada.inside.accounts.invitation_codes import Code
from sisada.inside.accounts.refusals import Refused
from sisada.inside.rules import read as rules


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def invitation(request: HttpRequest) -> HttpResponse:
    """Address and code. Whatever is wrong, the answer is the same."""
    form = InvitationForm(request.POST or None)
    if form.is_valid() and _allowed(request, form):
        try:
            invitations.open_one(request, form.cleaned_data["email"], Code.typed(form.cleaned_data["code"]))
        except Refused as refusal:
            form.add_error(None, str(refusal.sentence))
        else:
            return redirect("invitation_password")
    hours = rules.value("accounts.invitation-hours", on=office_today())
    lead = _("Admin kantor memberi Anda kode sekali pakai. Kode berlaku %(hours)d jam.") % {"hours": hours}
    return render(request, "accounts/invitation.html", {"title": _("Undangan"), "lead": lead, "form": form})


def _allowed(request: HttpRequest, form: InvitationForm) -> bool:
    """Counted by address of the network alone: codes cannot be guessed, and nobody can keep somebody invited out from afar."""
    if ratelimit.consume(request, action="invitation"):
        return True
    form.add_error(None, _("Terlalu banyak percobaan dari jaringan ini. Tunggu satu menit, lalu coba lagi."))
    return False


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def invitation_password(request: HttpRequest) -> HttpResponse:
    """The new password. From here on the invitation is used."""
    try:
        form = PasswordForm(request.POST or None, user=invitations.invited(request))
        if form.is_valid():
            invitations.accept(request, form.cleaned_data["password"])
            return redirect("mfa_activate_totp")
    except Refused:
        return redirect("invitation")
    lead = _("Begitu tersimpan, kode undangan Anda tidak berlaku lagi.")
    return render(request, "accounts/password.html", {"title": _("Kata sandi"), "lead": lead, "form": form})
