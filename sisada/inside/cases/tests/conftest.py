"""A desk that gets letters as the passage brings them, opens them as the worker, and works on them with the office face's rights."""

import json
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import connection, transaction
from nacl.public import PrivateKey

from sisada.foundation.clock import now
from sisada.foundation.envelope import open_sealed, seal
from sisada.foundation.letter import Letter, OfficeWord, Place, letter_digest, read_office_word
from sisada.foundation.office_signature import require_signed
from sisada.foundation.problems import Problem
from sisada.inside.cases import opening
from sisada.inside.cases.refusals import CaseProblem
from tests.attacker import Office
from tests.cast import RAWAJATI, Cast
from tests.office_role import as_office
from tests.street_keys import PEPPER, WORD_PUBLIC

LETTER_KEY = PrivateKey.generate()
STORY = "Setiap malam ada yang bekerja di ruko sebelah sampai pagi."
PLACE = Place(kelurahan=RAWAJATI, text="Ruko di depan pasar", lat=-6.2568, lon=106.8523, pin_from="map")


@dataclass
class Reporter:
    """Somebody outside with a code: a thread, and the key that the code makes."""

    thread: UUID = field(default_factory=uuid.uuid4)
    key: PrivateKey = field(default_factory=PrivateKey.generate)

    def letter(self, kind: str = "activity", **said: Any) -> Letter:
        usual: dict[str, Any] = {"category": "work", "what": STORY, "when": "tiap malam", "place": PLACE} if kind == "activity" else {}
        return Letter(kind=kind, thread=self.thread, reporter_key=bytes(self.key.public_key), **(usual | said))

    def reads(self, box: dict[str, Any]) -> OfficeWord:
        clear = open_sealed(bytes(self.key), bytes.fromhex(box["sealed"].removeprefix("\\x")))
        return read_office_word(require_signed(clear, thread=self.thread, public_key=WORD_PUBLIC))


@contextmanager
def as_worker() -> Iterator[None]:
    """No right but the worker's own."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("set local role sisada_worker")
        yield
        cursor.execute("reset role")


@contextmanager
def refused_with(code: str) -> Iterator[None]:
    """A rule or the database refuses with this code."""
    with pytest.raises(Problem) as raised:
        yield
    assert raised.value.code == code


@dataclass
class Desk:
    """In one transaction that the test rolls back."""

    cast: Cast

    def arrives(self, letter: Letter, *, photos: tuple[bytes, ...] = (), letter_id: UUID | None = None, at: datetime | None = None) -> UUID:
        """The passage takes it in. Returns its id."""
        made = letter_id or uuid.uuid4()
        clear = letter.to_bytes()
        sealed, parts = seal(bytes(LETTER_KEY.public_key), clear), [seal(bytes(LETTER_KEY.public_key), one) for one in photos]
        with as_worker(), connection.cursor() as cursor:
            digest = letter_digest(made, clear, pepper=PEPPER)
            cursor.execute("select cases_take(%s, %s, %s, %s, %s, %s)", [made, letter.thread, digest, sealed, parts, at or now()])
        return made

    def opens(self) -> int:
        with as_worker():
            opened = opening.open_waiting(bytes(LETTER_KEY))
        self.stands()
        return opened

    def stands(self) -> None:
        """What was written so far counts as written by an earlier transaction."""
        self.rows("update cases_report set xact = 3 where xact = pg_current_xact_id()::text::bigint returning id")

    def reads(self, case: UUID, by: UUID) -> None:
        """Its holder has it open: a look of his at it counts as written by an earlier transaction."""
        self.rows(
            """insert into audit_look (officer, device, ground, purpose, subject, valid_until, xact)
            select hold.officer, device.id, hold.id, 'case', hold."case", clock_timestamp() + interval '10 minutes', '3'::xid8
            from cases_hold as hold join sign_in_device as device on device.user_id = hold.officer
            where hold."case" = %s and hold.officer = %s and hold.ended_at is null limit 1 returning id""",
            [case, by],
        )

    def gets(self, letter: Letter, *, photos: tuple[bytes, ...] = (), at: datetime | None = None) -> UUID:
        """It arrives and is opened; the case that it belongs to."""
        made = self.arrives(letter, photos=photos, at=at)
        self.opens()
        found: UUID = self.one('select "case" from cases_report where letter = %s', [made])
        return found

    def case(self, case: UUID) -> dict[str, Any]:
        row: dict[str, Any] = json.loads(self.one("select to_jsonb(one)::text from cases_case as one where id = %s", [case]))
        return row

    def seen(self, case: UUID) -> int:
        version: int = self.one("select version from cases_case where id = %s", [case])
        return version

    def words_to(self, reporter: Reporter) -> list[OfficeWord]:
        """What went out to this reporter's thread, and only he can read."""
        boxes = (
            "select body::text from cases_outgoing where kind = 'letterbox-box' and body ->> 'author' = 'office' and body ->> 'thread' = %s"
        )
        return [reporter.reads(json.loads(row[0])) for row in self.rows(f"{boxes} order by made_at, id", [str(reporter.thread)])]

    def does(self, act: Callable[[], Any]) -> Any:
        with as_office():
            return act()

    def refused(self, act: Callable[[], Any]) -> str | None:
        """The code with which it was refused; None: it was done."""
        try:
            self.does(act)
        except CaseProblem as problem:
            return problem.code
        return None

    def waits_for(self, officer: UUID) -> list[str]:
        """The kinds of what waits for somebody now."""
        waiting = """select kind from waiting_notice as told where for_user = %s and visible_from <= clock_timestamp()
            and not exists (select from waiting_done where notice = told.id) order by kind"""
        return [row[0] for row in self.rows(waiting, [officer])]

    def time_passes(self, span: timedelta, *, of: UUID) -> None:
        """So much time goes by for one case: whatever is known of it happened that much earlier. Promises are moved by whole days."""
        days = span / timedelta(days=1)
        moved = [
            ("cases_case", ["received_at", "promised_from", "due_at", "first_answered_at", "closed_at"], "id"),
            ("cases_hold", ["since", "until", "ended_at"], '"case"'),
            ("cases_pause", ["since", "until"], '"case"'),
            ("cases_missed", ["missed_at"], '"case"'),
            ("cases_report", ["received_at"], '"case"'),
        ]
        with connection.cursor() as cursor:
            for table, columns, key in moved:
                sets = ", ".join(f"{column} = {column} - make_interval(secs => %s)" for column in columns)
                cursor.execute(f"update {table} set {sets} where {key} = %s", [*[span.total_seconds()] * len(columns), of])
            days_moved = (
                "update cases_case set first_answer_due = first_answer_due - %s::int, outcome_due = outcome_due - %s::int where id = %s"
            )
            cursor.execute(days_moved, [int(days), int(days), of])

    def one(self, statement: str, values: list[Any] | None = None) -> Any:
        rows = self.rows(statement, values)
        return rows[0][0] if rows else None

    def rows(self, statement: str, values: list[Any] | None = None) -> list[tuple[Any, ...]]:
        with connection.cursor() as cursor:
            cursor.execute(statement, values)
            return list(cursor.fetchall())


@pytest.fixture
def desk(db: None, cast: Cast) -> Desk:
    """For this test the cast alone works here."""
    with connection.cursor() as cursor:
        cursor.execute("update sign_in_user set is_active = (id = any (%s))", [[one.id for one in cast.everybody()]])
        cursor.execute("update cases_hold set ended_at = clock_timestamp() where ended_at is null")
        cursor.execute("update cases_inbox set held_why = 'of another test' where opened_at is null")
        cursor.execute("update cases_case set not_for = %s where state <> 'closed'", [[one.id for one in cast.everybody()]])
    return Desk(cast)


@pytest.fixture
def reporter() -> Reporter:
    return Reporter()


@dataclass
class CommittedDesk:
    """Cases that another connection must see: a look is taken on its own."""

    owner: Office

    def case(self, letter: Letter, *, photos: tuple[bytes, ...] = ()) -> UUID:
        made, received = uuid.uuid4(), now()
        self.owner.execute("select cases_take(%s, %s, %s, 'sealed', '{}', %s)", [made, letter.thread, made.bytes, received])
        promised = {"office_code": "JKS", "channel": "public", "first_answer_due": "2026-11-27", "outcome_due": "2026-12-02"}
        row = self.owner.execute(
            "select filed from cases_file(%s, %s, %s, jsonb_populate_record(null::cases_case, %s))",
            [made, letter.to_bytes().decode(), list(photos), json.dumps(promised)],
        ).fetchone()
        assert row
        filed: UUID = row[0]
        return filed

    def claim(self, case: UUID, officer: UUID) -> UUID:
        return self._id("select cases_claim(%s, %s)", case, officer)

    def _id(self, statement: str, *values: UUID) -> UUID:
        row = self.owner.execute(statement.encode(), values).fetchone()
        assert row
        made: UUID = row[0]
        return made


@pytest.fixture
def committed_desk(committed: Office) -> CommittedDesk:
    return CommittedDesk(committed)
