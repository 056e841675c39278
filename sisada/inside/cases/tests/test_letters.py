"""A letter becomes a case once: what comes of each kind, what is held, and what a second try changes."""

import hashlib
import uuid
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection
from nacl.public import PrivateKey

from sisada.foundation.clock import now
from sisada.foundation.envelope import seal
from sisada.foundation.letter import About, Stay, letter_digest
from sisada.foundation.letter import Reporter as Writer
from sisada.inside.cases import acts, claims, opening
from sisada.inside.cases.tests.conftest import LETTER_KEY, STORY, Desk, Reporter, as_worker
from tests.street_keys import PEPPER

PHOTO = b"a photo, encoded anew outside"


def test_a_letter_is_a_case_with_a_number_its_promises_and_a_word_to_its_reporter(desk: Desk, reporter: Reporter) -> None:
    photo = hashlib.sha256(PHOTO).hexdigest()
    case = desk.case(desk.gets(reporter.letter(photos=(photo,), reporter=Writer("Ibu RT", "0812"), nationality="Utopia"), photos=(PHOTO,)))
    assert (case["kind"], case["state"], case["category"], case["kelurahan"], case["photo_count"]) == (
        "activity",
        "new",
        "work",
        "31.74.08.1003",
        1,
    )
    assert case["number"].startswith("L-")
    assert case["due_at"] is None
    assert desk.one('select what from cases_report where "case" = %s', [case["id"]]) == STORY
    assert bytes(desk.one('select image from cases_photo where "case" = %s', [case["id"]])) == PHOTO
    (word,) = desk.words_to(reporter)
    assert (word.step, str(word.promised_on), word.may_say_not_done) == ("received", case["first_answer_due"], False)


def test_what_was_opened_is_kept_sealed_no_longer(desk: Desk, reporter: Reporter) -> None:
    letter = desk.arrives(reporter.letter())
    desk.opens()
    assert desk.rows("select sealed, parts, opened_at is not null from cases_inbox where id = %s", [letter]) == [(None, None, True)]


def test_the_same_letter_again_changes_nothing_and_other_content_is_told_to_the_admins(desk: Desk, reporter: Reporter) -> None:
    letter, received = uuid.uuid4(), now()
    with connection.cursor() as cursor:
        said = []
        for digest in (b"d" * 32, b"d" * 32, b"e" * 32, b"e" * 32):
            cursor.execute("select cases_take(%s, %s, %s, 'sealed', '{}', %s)", [letter, reporter.thread, digest, received])
            said.append(cursor.fetchone()[0])
    assert said == ["new", "known", "differs", "differs"]
    assert desk.waits_for(desk.cast.agus.id).count("letter-held") == 1


def test_a_letter_sent_again_after_it_was_opened_stays_one_case(desk: Desk, reporter: Reporter) -> None:
    letter = desk.arrives(reporter.letter())
    desk.opens()
    desk.arrives(reporter.letter(), letter_id=letter)
    assert desk.opens() == 0
    assert desk.one("select count(*) from cases_report where letter = %s", [letter]) == 1


def test_letters_taken_in_one_transaction_wake_the_worker_once(desk: Desk, reporter: Reporter) -> None:
    before = desk.one("select count(*) from procrastinate_jobs where task_name = 'cases.open_letters'")
    for _ in range(3):
        desk.arrives(Reporter().letter())
    assert desk.one("select count(*) from procrastinate_jobs where task_name = 'cases.open_letters'") == before + 1


def held_why(desk: Desk, letter: uuid.UUID) -> str | None:
    why: str | None = desk.one("select held_why from cases_inbox where id = %s", [letter])
    return why


OURS = bytes(LETTER_KEY.public_key)


def put(
    desk: Desk, reporter: Reporter, clear: bytes, parts: tuple[bytes, ...] = (), *, key: bytes = OURS, pepper: bytes = PEPPER
) -> uuid.UUID:
    """As the public face would have received it, or somebody who has not all of its keys."""
    made = uuid.uuid4()
    digest = letter_digest(made, clear, pepper=pepper)
    with as_worker(), connection.cursor() as cursor:
        cursor.execute("select cases_take(%s, %s, %s, %s, %s, %s)", [made, reporter.thread, digest, seal(key, clear), list(parts), now()])
    return made


def test_what_cannot_be_opened_is_held_with_its_reason_and_the_others_go_on(desk: Desk, reporter: Reporter) -> None:
    other_key = put(desk, reporter, reporter.letter().to_bytes(), key=bytes(PrivateKey.generate().public_key))
    no_letter = put(desk, reporter, b"hello")
    other_thread = put(desk, reporter, Reporter().letter().to_bytes())
    other_photos = put(desk, reporter, reporter.letter().to_bytes(), (seal(OURS, PHOTO),))
    never_received = put(desk, reporter, reporter.letter().to_bytes(), pepper=bytes(32))
    nobody_wrote_before = put(desk, reporter, reporter.letter("addition").to_bytes())
    good = desk.arrives(Reporter().letter())
    desk.opens()
    letters = (other_key, no_letter, other_thread, other_photos, never_received, nobody_wrote_before, good)
    assert [held_why(desk, letter) for letter in letters] == [
        "NotForThisKey",
        "NotALetter",
        "OtherContent",
        "OtherContent",
        "OtherContent",
        "case.no-thread",
        None,
    ]
    assert desk.waits_for(desk.cast.agus.id).count("letter-held") == 1
    assert desk.opens() == 0


def test_the_letters_of_a_thread_are_opened_one_after_the_other(desk: Desk, reporter: Reporter) -> None:
    """Also when another worker has the first one open: what is written later is offered to nobody meanwhile."""
    arrived = now()
    addition = desk.arrives(reporter.letter("addition", what="Lantai dua."), at=arrived + timedelta(seconds=1))
    first = desk.arrives(reporter.letter(), at=arrived)
    offered = desk.rows("select id from cases_next_letter()")
    assert offered == [(first,)]
    desk.rows("update cases_inbox set held_why = 'OtherContent' where id = %s returning id", [first])
    assert desk.rows("select id from cases_next_letter()") == [(addition,)]  # one that is held keeps nobody waiting
    desk.rows("update cases_inbox set held_why = null where id = %s returning id", [first])
    desk.opens()
    assert desk.rows('select count(*), count(distinct "case") from cases_report where thread = %s', [reporter.thread]) == [(2, 1)]


def test_held_letters_are_opened_again_once_their_fault_is_mended(desk: Desk, reporter: Reporter) -> None:
    letter = desk.arrives(reporter.letter())
    with as_worker():
        opening.open_waiting(bytes(PrivateKey.generate()))
    assert held_why(desk, letter) == "NotForThisKey"
    assert desk.refused(lambda: opening.try_again(by=desk.cast.dimas.id)) == "case.not-for-this-role"
    assert desk.refused(lambda: opening.try_again(by=desk.cast.agus.id)) is None
    desk.opens()
    assert desk.one("select count(*) from cases_report where letter = %s", [letter]) == 1
    assert "letter-held" not in desk.waits_for(desk.cast.agus.id)


def test_an_answer_ends_the_waiting_for_the_reporter_and_is_told_to_whoever_handles_it(desk: Desk, reporter: Reporter) -> None:
    case, dimas = desk.gets(reporter.letter()), desk.cast.dimas.id
    desk.does(lambda: claims.claim(case, by=dimas))
    desk.reads(case, dimas)
    desk.does(lambda: acts.ask(case, by=dimas, seen=desk.seen(case), text="Di lantai berapa?"))
    assert desk.case(case)["state"] == "waiting_reporter"
    assert desk.gets(reporter.letter("addition", what="Lantai dua.")) == case
    assert desk.case(case)["state"] == "reviewing"
    assert "case-answer" in desk.waits_for(dimas)
    assert [word.step for word in desk.words_to(reporter)] == ["received", "reviewing", "waiting_reporter"]


def test_an_answer_of_another_key_is_not_taken_for_the_reporters(desk: Desk, reporter: Reporter) -> None:
    desk.gets(reporter.letter())
    letter = desk.arrives(replace(reporter.letter("addition"), reporter_key=bytes(PrivateKey.generate().public_key)))
    desk.opens()
    assert held_why(desk, letter) == "case.other-key"


def closed(desk: Desk, reporter: Reporter) -> uuid.UUID:
    case, dimas = desk.gets(reporter.letter()), desk.cast.dimas.id
    desk.does(lambda: claims.claim(case, by=dimas))
    sentence = "closed.nothing-found"
    desk.does(lambda: acts.decide(case, by=dimas, seen=desk.seen(case), kind="not_fact", why="Sudah dicek", sentence=sentence))
    return case


def test_not_done_opens_a_case_once_again_for_somebody_else(desk: Desk, reporter: Reporter) -> None:
    case = closed(desk, reporter)
    assert desk.words_to(reporter)[-1].may_say_not_done
    assert desk.gets(reporter.letter("not_done", what="Masih sama.")) == case
    again = desk.case(case)
    assert (again["state"], again["outcome"], again["handler"]) == ("new", None, None)
    assert again["reopened_at"]
    assert desk.refused(lambda: claims.claim(case, by=desk.cast.dimas.id)) == "case.for-another"
    ratna = desk.cast.ratna.id
    desk.does(lambda: claims.claim(case, by=ratna))
    why, sentence = "Tetap tidak ada", "closed.nothing-found"
    desk.does(lambda: acts.decide(case, by=ratna, seen=desk.seen(case), kind="not_fact", why=why, sentence=sentence))
    assert desk.gets(reporter.letter("not_done", what="Tetap begitu.")) != case


def test_after_not_done_a_nationality_waits_for_the_new_decision(desk: Desk) -> None:
    reporter, ratna = Reporter(), desk.cast.ratna.id
    case = closed(desk, reporter)
    hidden = "select (cases_whole(one) ->> 'nationality_hidden')::boolean from cases_case as one where id = %s"
    assert desk.one(hidden, [case]) is False
    desk.gets(reporter.letter("not_done", what="Masih sama."))
    assert desk.one(hidden, [case]) is True
    desk.does(lambda: claims.claim(case, by=ratna))
    said = {"kind": "not_fact", "why": "Tetap tidak ada", "sentence": "closed.nothing-found"}
    desk.does(lambda: acts.decide(case, by=ratna, seen=desk.seen(case), **said))
    assert desk.one(hidden, [case]) is False


def test_what_is_written_after_the_end_begins_a_case_of_its_own_for_the_same_thread(desk: Desk, reporter: Reporter) -> None:
    case = closed(desk, reporter)
    other = desk.gets(reporter.letter("addition", what="Sekarang di gedung lain."))
    assert other != case
    assert (desk.case(other)["kind"], desk.case(other)["kelurahan"]) == ("activity", "31.74.08.1003")
    assert desk.gets(reporter.letter("addition", what="Dan satu lagi.")) == other


def test_a_list_is_kept_line_by_line(desk: Desk, reporter: Reporter) -> None:
    lines = tuple(Stay(uuid.uuid4(), f"Tamu {n}", "Utopia", f"U{n}000000", now().date(), None) for n in range(3))
    case = desk.gets(reporter.letter("presence", stays=lines))
    rows = desk.rows('select name, document_number, result from cases_stay where "case" = %s order by place', [case])
    assert rows == [(f"Tamu {n}", f"U{n}000000", "not_compared") for n in range(3)]


def test_danger_is_told_to_the_whole_desk_at_once_and_has_a_clock_in_hours(desk: Desk, reporter: Reporter) -> None:
    received = now()
    case = desk.gets(reporter.letter(danger=True), at=received)
    assert "case-danger" in desk.waits_for(desk.cast.dimas.id)
    assert desk.one("select due_at from cases_case where id = %s", [case]) == received + timedelta(hours=2)


def test_an_objection_has_three_times_24_hours_and_goes_past_the_officer_whom_it_is_about(
    desk: Desk, reporter: Reporter, resident_look: tuple[uuid.UUID, str]
) -> None:
    officer, code = resident_look
    received = now()
    case = desk.gets(
        reporter.letter("objection", what="Saya diperiksa.", about=About("checked_wrongly", code.lower().replace("-", " "))), at=received
    )
    assert desk.one("select due_at from cases_case where id = %s", [case]) == received + timedelta(hours=72)
    assert desk.one("select not_for from cases_case where id = %s", [case]) == [officer]


@pytest.fixture
def resident_look(desk: Desk) -> tuple[uuid.UUID, str]:
    """An officer whose page showed a check code."""
    code, officer, look = "7K4-M2Q", desk.cast.ratna.id, uuid.uuid4()
    with connection.cursor() as cursor:
        cursor.execute(
            "insert into audit_look (id, officer, device, ground, purpose) values (%s, %s, %s, %s, 'card')",
            [look, officer, uuid.uuid4(), uuid.uuid4()],
        )
        cursor.execute("insert into audit_answer (look, answer, mac, check_code) values (%s, 'null', '', %s)", [look, code])
    return officer, code
