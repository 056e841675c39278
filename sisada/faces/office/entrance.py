"""Where an officer lands, and how he leaves."""

from allauth.account.views import LogoutView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET

from sisada.inside.accounts.access import EVERY_ROLE, OfficerRequest, open_to
from sisada.inside.accounts.roles import SEES_PERSONS, Role
from sisada.inside.audit.looks import end_looks_of


@open_to(*EVERY_ROLE)
@require_GET
def root(request: OfficerRequest) -> HttpResponse:
    """Laporan masuk for the desk, Cari for whoever else may open persons, Audit for the privacy supervisor, else one's own account."""
    if request.officer.may(Role.MEJA):
        return redirect("cases_queue")
    if request.officer.may(*SEES_PERSONS):
        return redirect("search")
    return redirect("audit" if request.officer.may(Role.PENGAWAS) else "me")


class SignOut(LogoutView):
    """Signing out also ends every look that is still open on this device. Only POST does it; GET asks."""

    def post(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if hasattr(request, "officer") and hasattr(request, "device"):
            end_looks_of(request.officer.id, request.device)
        response: HttpResponse = super().post(request, *args, **kwargs)
        return response


sign_out = SignOut.as_view()
