"""Akun: an admin reads and changes who works here. Nothing on these pages is about a foreign national."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from sisada.foundation.clock import now, office_today
from sisada.inside.accounts import changes, history, people, person_words, proposals
from sisada.inside.accounts.access import OfficerRequest, open_to
from sisada.inside.accounts.forms import EndRoleForm, InviteForm, RoleForm, WhyForm
from sisada.inside.accounts.plain_acts import END_SESSIONS, LIFT, REVOKE_DEVICE, SUSPEND, PlainAct
from sisada.inside.accounts.refusals import Refused
from sisada.inside.accounts.roles import Role
from sisada.sign_in import devices

PAGE, ACTS = 25, 50
Result = TypeVar("Result")


@open_to(Role.ADMIN)
@require_GET
def accounts(request: OfficerRequest) -> HttpResponse:
    """Everybody by name, a page at a time."""
    page = person_words.page_asked(request.GET, size=PAGE)
    held = people.holdings([one.id for one in page.people])
    shown = {
        "title": _("Akun"),
        "columns": person_words.COLUMNS,
        "rows": [person_words.row(one, held[one.id], today=office_today()) for one in page.people],
        "page": page,
        "proposal_count": len(proposals.waiting()),
    }
    return render(request, "accounts/accounts.html", shown)


@open_to(Role.ADMIN)
@require_GET
def account(request: OfficerRequest, user_id: UUID) -> HttpResponse:
    """One person: roles, state, devices, and everything that was ever done to the account."""
    person, today = person_asked(user_id), office_today()
    acts = history.of(user_id, before=instant_asked(request.GET.get("sebelum", "")), limit=ACTS + 1)
    held = people.holdings([user_id])[user_id]
    shown = {
        "title": person.name,
        "back": {"url": reverse("people"), "word": _("Kembali ke Akun")},
        "person": person,
        "state": person_words.state(person),
        "himself": user_id == request.officer.id,
        "holdings": [person_words.holding(one, today=today) for one in held],
        "devices": devices.in_use_by(user_id),
        "acts": acts[:ACTS],
        "older": acts[ACTS - 1].at.isoformat() if len(acts) > ACTS else None,
        "proposals": [one for one in proposals.waiting() if one.user_id == user_id],
    }
    return render(request, "accounts/account.html", shown)


def instant_asked(text: str) -> datetime:
    """Before which instant the history is asked for; now, where the text names none."""
    try:
        named = datetime.fromisoformat(text)
    except ValueError:
        return now()
    return named if named.tzinfo else now()


def person_asked(user_id: UUID) -> people.Person:
    found = people.one(user_id)
    if found is None:
        raise Http404
    return found


@open_to(Role.ADMIN)
@require_http_methods(["GET", "POST"])
def invite(request: OfficerRequest) -> HttpResponse:
    """A new person. The code is in this one answer, and nowhere after it."""
    form = InviteForm(request.POST or None, initial={"valid_from": office_today()})
    if form.is_valid():
        asked = form.cleaned_data
        roles = [form.given(role) for role in asked["roles"]]
        made = refusable(form, lambda: changes.invite(asked["email"], asked["name"], roles=roles, by=request.officer.id, why=asked["why"]))
        if made:
            return show_code(request, made)
    shown = {"title": _("Undang orang"), "form": form, "back": {"url": reverse("people"), "word": _("Kembali ke Akun")}}
    return render(request, "accounts/invite.html", shown)


def refusable(form: Form, act: Callable[[], Result]) -> Result | None:
    """What `act` returns. None: it was refused; the form says why and keeps what was typed."""
    try:
        return act()
    except Refused as refusal:
        form.add_error(None, str(refusal.sentence))
        return None


def show_code(request: OfficerRequest, made: changes.Invited) -> HttpResponse:
    person = person_asked(made.user_id)
    shown = {
        "title": _("Kode undangan"),
        "back": {"url": reverse("people_account", args=[person.id]), "word": _("Kembali ke akun")},
        "person": person,
        "code": made.code.grouped(),
        "valid_until": made.valid_until,
        "waits": made.waits,
    }
    return render(request, "accounts/code.html", shown)


@open_to(Role.ADMIN)
@require_http_methods(["GET", "POST"])
def grant_role(request: OfficerRequest, user_id: UUID) -> HttpResponse:
    form = RoleForm(request.POST or None, initial={"valid_from": office_today()})
    if form.is_valid():
        given, why = form.given(form.cleaned_data["role"]), form.cleaned_data["why"]
        try:
            changes.grant_role(user_id, given, by=request.officer.id, why=why)
        except Refused as refusal:
            form.add_error(None, str(refusal.sentence))
        else:
            return done(request, user_id, _("Usul dicatat; orang kedua harus menyetujuinya."))
    return show_form(request, user_id, form, title=_("Beri peran"), button=_("Beri peran"))


@open_to(Role.ADMIN)
@require_http_methods(["GET", "POST"])
def end_role(request: OfficerRequest, user_id: UUID, held_id: UUID) -> HttpResponse:
    held = next((one for one in people.holdings([user_id])[user_id] if one.id == held_id), None)
    if held is None:
        raise Http404
    form = EndRoleForm(request.POST or None, initial={"ended_on": office_today()})
    if form.is_valid():
        asked = form.cleaned_data
        ended = refusable(form, lambda: changes.end_role(held_id, on=asked["ended_on"], by=request.officer.id, why=asked["why"]))
        if ended is not None:
            return done(request, user_id, _("Akhir peran dicatat.") if ended else _("Usul dicatat; orang kedua harus menyetujuinya."))
    title = _("Akhiri peran %(role)s") % {"role": history.role_words(held.role, held.capacity)}
    return show_form(request, user_id, form, title=title, button=_("Akhiri peran"))


def done(request: OfficerRequest, user_id: UUID, sentence: str) -> HttpResponse:
    messages.success(request, sentence)
    return redirect("people_account", user_id)


def show_form(
    request: OfficerRequest, user_id: UUID, form: Form, *, title: str, button: str, sentence: "str | Promise" = ""
) -> HttpResponse:
    person = person_asked(user_id)
    shown: dict[str, Any] = {
        "title": title,
        "person": person,
        "form": form,
        "button": button,
        "sentence": sentence,
        "back": {"url": reverse("people_account", args=[user_id]), "word": _("Kembali ke akun")},
    }
    return render(request, "accounts/act.html", shown)


@open_to(Role.ADMIN)
@require_http_methods(["GET", "POST"])
def renew(request: OfficerRequest, user_id: UUID) -> HttpResponse:
    """Password or second factor is lost: a new invitation, handed over in person."""
    form = WhyForm(request.POST or None)
    if form.is_valid():
        made = refusable(form, lambda: changes.renew(user_id, by=request.officer.id, why=form.cleaned_data["why"]))
        if made:
            return show_code(request, made)
    return show_form(request, user_id, form, title=_("Undangan baru"), button=_("Buat undangan"), sentence=RENEWAL)


RENEWAL = gettext_lazy(
    "Untuk kata sandi atau faktor kedua yang hilang. Serahkan kodenya langsung kepada orangnya. Begitu dipakai, semua sesi, faktor kedua "
    "dan perangkat lamanya berakhir; sampai saat itu tidak ada yang berubah."
)


def plain(request: OfficerRequest, user_id: UUID, act: PlainAct, *, subject: UUID) -> HttpResponse:
    form = WhyForm(request.POST or None)
    if form.is_valid():
        try:
            act.perform(subject, by=request.officer.id, why=form.cleaned_data["why"])
        except Refused as refusal:
            form.add_error(None, str(refusal.sentence))
        else:
            return done(request, user_id, str(act.done))
    return show_form(request, user_id, form, title=str(act.title), button=str(act.title), sentence=act.sentence)


@open_to(Role.ADMIN)
@require_http_methods(["GET", "POST"])
def suspend(request: OfficerRequest, user_id: UUID) -> HttpResponse:
    return plain(request, user_id, SUSPEND, subject=user_id)


@open_to(Role.ADMIN)
@require_http_methods(["GET", "POST"])
def lift_suspension(request: OfficerRequest, user_id: UUID) -> HttpResponse:
    return plain(request, user_id, LIFT, subject=user_id)


@open_to(Role.ADMIN)
@require_http_methods(["GET", "POST"])
def end_sessions(request: OfficerRequest, user_id: UUID) -> HttpResponse:
    return plain(request, user_id, END_SESSIONS, subject=user_id)


@open_to(Role.ADMIN)
@require_http_methods(["GET", "POST"])
def revoke_device(request: OfficerRequest, user_id: UUID, device_id: UUID) -> HttpResponse:
    return plain(request, user_id, REVOKE_DEVICE, subject=device_id)
