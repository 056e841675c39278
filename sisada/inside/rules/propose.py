"""Setting a rule: proposing a row, the second person's yes, taking it back. The database decides who may, and from when."""

import json
from datetime import date
from typing import Any
from uuid import UUID

from django.db import DatabaseError, connection, transaction
from django.utils.translation import gettext_lazy as _
from psycopg import Error

from sisada.foundation.problems import Problem
from sisada.inside.rules.declared import Draft, Subject

REFUSED = "RU001"
REFUSALS = {
    "rules.not-for-this-role": _("Hanya kepala kantor dan admin yang menetapkan aturan. Hubungi admin kantor bila peran Anda keliru."),
    "rules.unknown": _("Aturan ini tidak dikenal. Muat ulang halaman Aturan."),
    "rules.value-out-of-bounds": _("Nilai ini di luar batas aturannya. Perbaiki nilainya."),
    "rules.begins-too-early": _("Aturan baru mulai paling cepat besok. Ubah tanggal mulainya."),
    "rules.ends-before-it-begins": _("Hari terakhir terletak sebelum hari mulai. Perbaiki salah satunya."),
    "rules.no-source": _("Tulis sumbernya: peraturan, surat, atau keputusan yang menetapkan nilai ini."),
    "rules.nothing-to-confirm": _("Baris ini sudah ditegaskan atau ditarik. Muat ulang halamannya."),
    "rules.same-person": _("Anda yang mengusulkan; orang lain yang menegaskan."),
    "rules.head-is-missing": _("Salah satu dari kedua orang itu harus kepala kantor."),
    "rules.too-late-to-confirm": _("Hari mulainya sudah tiba. Usulkan lagi dengan hari mulai yang baru."),
    "rules.none-in-force": _(
        "Sebuah aturan kantor tidak punya nilai yang berlaku hari ini, jadi data tidak dibuka. Hubungi kepala kantor."
    ),
    "rules.nothing-to-withdraw": _("Baris ini sudah berlaku atau sudah ditarik. Untuk mengubahnya, tetapkan baris baru."),
}


class RuleRefused(Problem):
    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(REFUSALS[code], next_url="/aturan/", next_words=_("Buka Aturan"))
        self.status = 403 if code == "rules.not-for-this-role" else 409


def earliest_start(subject: Subject) -> date:
    """The first day on which a new row about this may begin."""
    earliest: date = _ask("select rules_earliest(%s, %s)", [subject.rule.name, subject.about])
    return earliest


def propose(draft: Draft, *, by: UUID) -> None:
    """Set a row. It counts from its first day, once a second person has confirmed it where the rule needs two.

    Raises: RuleRefused."""
    values = [draft.rule.name, draft.about, json.dumps(draft.value), draft.valid_from, draft.valid_until, draft.source, by]
    _ask("select rules_propose(%s, %s, %s, %s, %s, %s, %s)", values)


def confirm(row: UUID, *, by: UUID) -> None:
    """Raises: RuleRefused unless a different person says so, one of the two is the head, and the row has not begun."""
    _ask("select rules_confirm(%s, %s)", [row, by])


def withdraw(row: UUID, *, by: UUID) -> None:
    """Raises: RuleRefused once the row has begun, or when it came with a release."""
    _ask("select rules_withdraw(%s, %s)", [row, by])


def _ask(statement: str, parameters: list[Any]) -> Any:
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement, parameters)
            return cursor.fetchone()[0]
    except DatabaseError as error:
        raise_if_refused(error)
        raise


def raise_if_refused(error: BaseException) -> None:
    """Turn the database's refusal into its Problem; any other error stays what it is."""
    cause = error.__cause__ if error.__cause__ is not None else error
    if isinstance(cause, Error) and cause.sqlstate == REFUSED and cause.diag.message_primary in REFUSALS:
        raise RuleRefused(cause.diag.message_primary) from None
