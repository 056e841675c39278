"""Aturan: every number of law and of the office. Which roles may enter is marked where the routes stand (faces/office/urls.py): accounts,
which knows roles, is a capability above this one. The database asks for the role again when a row is set."""

from typing import Any, Protocol
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from sisada.foundation.clock import office_today
from sisada.inside.rules import history, propose, rule_words
from sisada.inside.rules.declared import Subject, capabilities, subject
from sisada.inside.rules.forms import RuleForm
from sisada.inside.rules.history import History, RowState


class Setter(Protocol):
    @property
    def id(self) -> UUID: ...


class SetterRequest(HttpRequest):
    """A request behind the face's middleware: somebody with a role is signed in."""

    officer: Setter


@require_GET
def all_rules(request: SetterRequest) -> HttpResponse:
    """The numbers of all capabilities, or of the one that is asked for."""
    today, asked = office_today(), request.GET.get("tentang")
    shown_ones = [one for one in capabilities() if asked in (None, one.name)]
    histories = history.of([rule.name for one in capabilities() for rule in one.rules], today=today)
    shown = {
        "title": _("Aturan"),
        "chips": rule_words.chips(capabilities(), asked=asked),
        "groups": [{"heading": one.heading, "rows": rule_words.table(one, histories, today=today)} for one in shown_ones],
        "columns": rule_words.columns(),
        "unconfirmed": sum(one.state(row) is RowState.WAITING for one in histories.values() for row in one.rows),
    }
    return render(request, "rules/all_rules.html", shown)


@require_http_methods(["GET", "POST"])
def one_rule(request: SetterRequest, rule: str) -> HttpResponse:
    """One number: its value, rows, and the form for a new one. Sent, the form comes back with what would change, to be set or mended."""
    asked = _subject(rule)
    rows = history.of([asked.rule.name], today=office_today()).get((asked.rule.name, asked.about), History((), office_today()))
    earliest = propose.earliest_start(asked)
    if request.method != "POST":
        return _page(request, asked, rows, RuleForm(asked, earliest=earliest, present=rows.present.value if rows.present else None))
    form = RuleForm(asked, earliest=earliest, typed=request.POST)
    step = request.POST.get("langkah")
    if not form.is_valid() or step == "ubah":
        return _page(request, asked, rows, form)
    return _save(request, asked, form) if step == "simpan" else _check(request, asked, rows, form)


def _subject(key: str) -> Subject:
    found = subject(key)
    if found is None:
        raise Http404
    return found


def _page(request: SetterRequest, asked: Subject, rows: History, form: RuleForm) -> HttpResponse:
    refusals = {
        row.id: history.refusal_to_confirm(row.id, by=request.officer.id) for row in rows.rows if rows.state(row) is RowState.WAITING
    }
    shown = _about(asked) | {
        "present": rule_words.item(asked, rows, rows.present) if rows.present else None,
        "items": [rule_words.item(asked, rows, row, refusal=propose.REFUSALS.get(refusals.get(row.id) or "", "")) for row in rows.rows],
        "form": form,
        "back": {"url": reverse("rules"), "word": _("Kembali ke Aturan")},
    }
    return render(request, "rules/one_rule.html", shown, status=400 if form.errors else 200)


def _check(request: SetterRequest, asked: Subject, rows: History, form: RuleForm) -> HttpResponse:
    draft = form.draft()
    worded = asked.rule.reading.worded
    pairs = [
        (_("Sekarang"), worded(rows.present.value) if rows.present else _("belum ada")),
        (_("Menjadi"), worded(draft.value)),
        (_("Mulai"), rule_words.day(draft.valid_from)),
        *([(_("Hari terakhir"), rule_words.day(draft.valid_until))] if draft.valid_until else []),
        (_("Sumber"), draft.source),
    ]
    shown = _about(asked) | {
        "pairs": pairs,
        "preview": asked.rule.preview(draft) if asked.rule.preview else [],
        "form": form,
        "back": {"url": reverse("rules_one", args=[asked.key]), "word": _("Kembali tanpa menetapkan")},
    }
    return render(request, "rules/check_rule.html", shown)


def _about(asked: Subject) -> dict[str, Any]:
    return {"title": rule_words.name(asked), "key": asked.key, "changes": asked.rule.changes, "two_persons": asked.rule.two_persons}


def _save(request: SetterRequest, asked: Subject, form: RuleForm) -> HttpResponse:
    propose.propose(form.draft(), by=request.officer.id)
    two = asked.rule.two_persons
    messages.success(request, _("Tercatat. Berlaku setelah orang kedua menegaskannya.") if two else _("Aturan baru tercatat."))
    return redirect("rules_one", rule=asked.key)


@require_GET
def one_row(request: SetterRequest, row: UUID) -> HttpResponse:  # noqa: ARG001 - a view takes its request
    """Where a row stands among those of its rule: what told of it knows its id alone."""
    key = history.key_of(row)
    if key is None:
        raise Http404
    return redirect("rules_one", rule=key)


@require_POST
def confirm(request: SetterRequest, row: UUID) -> HttpResponse:
    propose.confirm(row, by=request.officer.id)
    messages.success(request, _("Ditegaskan. Aturan berlaku pada hari mulainya."))
    return redirect("rules")


@require_POST
def withdraw(request: SetterRequest, row: UUID) -> HttpResponse:
    propose.withdraw(row, by=request.officer.id)
    messages.success(request, _("Ditarik kembali. Aturan yang ada tetap berlaku."))
    return redirect("rules")
