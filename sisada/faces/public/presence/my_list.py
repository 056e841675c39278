"""Daftar saya: the code opens the list that was sent last, to be continued. Each change sends the whole list; the latest one counts."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final
from uuid import UUID, uuid4

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sisada.faces.public import proof
from sisada.faces.public.follow.code_form import CodeForm
from sisada.faces.public.follow.pages import GO, NOTHING_OPENED, form_id
from sisada.faces.public.presence.listed import Listed, as_field, from_field, listed_in, stays_of
from sisada.faces.public.presence.one_person import OnePerson
from sisada.faces.public.presence.pressing import add
from sisada.faces.public.presence.questions import PEOPLE
from sisada.foundation import word_code
from sisada.foundation.clock import office_today
from sisada.foundation.letter import MOST_STAYS, Letter
from sisada.foundation.problems import Problem
from sisada.outside.letterbox import keys, post
from sisada.outside.letterbox.lists.days import NotADay, read_day
from sisada.outside.letterbox.thread import Entry, Thread, open_thread
from sisada.outside.letterbox.work.admission import admit
from sisada.outside.letterbox.work.budget import Lane

ADD, SEND, SAME, OPEN = "tambah", "kirim", "sama", "buka"
LEFT: Final = "keluar"  # with a row's place: since when that person is gone
LISTS = ("presence", "list_change")
NO_LIST = gettext_lazy("Kode ini membuka laporan lain, bukan daftar. Bukalah di “Ikuti laporan saya”.")


@require_http_methods(["GET", "HEAD", "POST"])
def my_list(request: HttpRequest) -> HttpResponse:
    form = CodeForm(request.POST) if request.method == "POST" else CodeForm()
    if not form.is_valid():
        return code_page(request, form)
    if request.POST.get(GO) == ADD:
        return added(request, form)
    try:
        admit(proof.given(request.POST), lane=Lane.CODE, form=form_id(request))
    except Problem as problem:
        return code_page(request, form, refused=proof.refusal(problem))
    thread = open_thread(word_code.derive(form.cleaned_data["kode"], pepper=keys.code_pepper()))
    last = latest_list(thread) if thread else None
    if thread is None or last is None:
        form.add_error("kode", NO_LIST if thread else NOTHING_OPENED)
        return code_page(request, form)
    if request.POST.get(GO) in (SEND, SAME):
        return changed(request, form, thread, last)
    return opened(request, form, last)


def latest_list(thread: Thread) -> Entry | None:
    """None: the code's thread has no list. The boxes are oldest first."""
    lists = [entry for entry in thread.entries if isinstance(entry.words, Letter) and entry.words.kind in LISTS]
    return lists[-1] if lists else None


def code_page(request: HttpRequest, form: CodeForm, *, refused: "Sequence[str | Promise]" = ()) -> HttpResponse:
    work = proof.fresh() if refused else proof.field(request.POST)
    shown = {"title": _("Daftar saya"), "form": form, "refused": refused, "id": form_id(request), "proof": work}
    return render(request, "public/presence/code.html", shown)


def opened(request: HttpRequest, code: CodeForm, last: Entry, *, written: bool = False) -> HttpResponse:
    """The list as it was sent last, in a form of its own. `written`: that was just now."""
    listed = listed_in(_stays(last))
    return page(request, code, listed, {"written": written, "id": uuid4(), "proof": proof.fresh(), "sent_at": last.made_at})


def page(request: HttpRequest, code: CodeForm, listed: Sequence[Listed], more: dict[str, Any]) -> HttpResponse:
    """`more`: id and proof of the form; `given`, what was typed; `refused`; `written` and `sent_at` of a list that was just opened."""
    given: QueryDict = more.get("given", QueryDict())
    rows: list[dict[str, Any]] = [
        {"place": place, "listed": one, "left": given.get(f"{LEFT}_{place}", ""), "new": one.row is None}
        for place, one in enumerate(listed)
    ]
    staying = [row for row in rows if row["listed"].person.until is None]
    person = OnePerson(initial={name: given.get(name, "") for name in OnePerson.base_fields})
    shown = {"title": _("Daftar saya"), "code": " ".join(code.cleaned_data["kode"]), "orang": as_field(listed), "form": person}
    lines = {"staying": staying, "gone": [row for row in rows if row not in staying]}
    return render(request, "public/presence/my_list.html", shown | lines | more)


def added(request: HttpRequest, code: CodeForm) -> HttpResponse:
    """One more person on the list, which is still not sent: no code need be opened for it."""
    pressed = add(request.POST)
    more = {"id": form_id(request), "proof": proof.field(request.POST), "given": pressed.given, "refused": pressed.refused}
    typed = OnePerson(request.POST)
    if not typed.is_valid():
        more["form"] = typed
    return page(request, code, _listed(pressed.given), more)


def changed(request: HttpRequest, code: CodeForm, thread: Thread, last: Entry) -> HttpResponse:
    """Sends the list: as it was, or with who came and who left."""
    same = request.POST.get(GO) == SAME
    listed, refused = (listed_in(_stays(last)), []) if same else as_typed(request.POST)
    typed = OnePerson(request.POST)
    more: dict[str, Any] = {"id": form_id(request), "proof": proof.field(request.POST), "given": request.POST, "refused": refused}
    if not same and not typed.is_valid():
        return page(request, code, _listed(request.POST), more | {"form": typed})
    if refused:
        return page(request, code, _listed(request.POST), more)
    try:
        admit(proof.given(request.POST), lane=Lane.LETTER, form=form_id(request))
    except Problem as problem:
        return page(request, code, _listed(request.POST), more | {"proof": proof.fresh(), "refused": proof.refusal(problem)})
    letter = list_change(thread, last, listed, letter=form_id(request))
    received = post.receive(letter, letter_id=form_id(request), code=None, photos=())
    return opened(request, code, Entry(received.received_at, letter), written=True)


def list_change(thread: Thread, last: Entry, listed: Sequence[Listed], *, letter: UUID) -> Letter:
    before = last.words if isinstance(last.words, Letter) else None
    return Letter(
        kind="list_change",
        thread=thread.id,
        reporter_key=thread.reporter_key,
        language=get_language() or "id",
        stays=stays_of(listed, letter=letter),
        stay_place=before.stay_place if before else None,
    )


def as_typed(given: QueryDict) -> tuple[tuple[Listed, ...], list["str | Promise"]]:
    """The list with whoever stands in the fields, and with the days on which people left; and what of those days cannot be."""
    typed = OnePerson(given)
    new = typed.cleaned_data["person"] if typed.is_valid() else None
    listed, wrong = list(_listed(given)), list[str | Promise]()
    for place, one in enumerate(listed):
        written = given.get(f"{LEFT}_{place}", "").strip()
        try:
            listed[place] = gone_on(one, written) if written else one
        except NotADay:
            wrong.append(_("%(name)s: tanggal keluar tidak terbaca, atau lebih awal daripada tanggal masuk.") % {"name": one.person.name})
    listed += [Listed(new)] if new else []
    if len(listed) > MOST_STAYS:
        wrong.append(_("Paling banyak 1.000 orang satu daftar."))
    return tuple(listed), wrong


def gone_on(one: Listed, written: str) -> Listed:
    """Raises: NotADay, also for a day before the first one."""
    until = read_day(written)
    if one.person.since and until < one.person.since:
        raise NotADay
    return replace(one, person=replace(one.person, until=until))


def _listed(given: QueryDict) -> tuple[Listed, ...]:
    return from_field(given.get(PEOPLE, ""), today=office_today())


def _stays(entry: Entry) -> Sequence[Any]:
    return entry.words.stays if isinstance(entry.words, Letter) else ()
