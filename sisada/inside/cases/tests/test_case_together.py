"""What belongs together, what comes too late, what is kept how long, and what the figures say."""

import hashlib
import json
import random
import uuid
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import Any
from uuid import UUID

import pytest

from sisada.foundation.clock import now, office_today
from sisada.foundation.envelope import open_sealed
from sisada.foundation.letter import read_letter
from sisada.foundation.own_words import require_marked
from sisada.inside.cases import acts, claims, figures, intake, promising, queue, retention, similar
from sisada.inside.cases.queue import Filter
from sisada.inside.cases.refusals import call
from sisada.inside.cases.tests.conftest import Desk, Reporter, as_worker
from tests.office_role import as_office
from tests.specimen import Specimen
from tests.street_keys import PEPPER

PHOTO = b"a photo, encoded anew outside"
DAY = timedelta(days=1)


def claimed(desk: Desk, reporter: Reporter, **said: Any) -> UUID:
    case = desk.gets(reporter.letter(**said))
    desk.does(lambda: claims.claim(case, by=desk.cast.dimas.id))
    return case


def ended(desk: Desk, case: UUID) -> None:
    said = {"kind": "not_fact", "why": "Sudah dicek", "sentence": "closed.nothing-found"}
    desk.does(lambda: acts.decide(case, by=desk.cast.dimas.id, seen=desk.seen(case), **said))


def merged(desk: Desk, part: UUID, whole: UUID) -> None:
    desk.does(lambda: acts.merge(part, by=desk.cast.dimas.id, seen=desk.seen(part), into=whole))


def test_what_is_merged_is_answered_together_and_a_later_letter_goes_to_the_whole(desk: Desk) -> None:
    one, other = Reporter(), Reporter()
    part, whole = claimed(desk, one), claimed(desk, other)
    merged(desk, part, whole)
    assert (desk.case(part)["state"], desk.case(part)["outcome"]) == ("closed", "merged")
    desk.reads(whole, desk.cast.dimas.id)
    desk.does(lambda: acts.message(whole, by=desk.cast.dimas.id, text="Kami ke sana besok."))
    assert [words[-1].text for words in (desk.words_to(one), desk.words_to(other))] == ["Kami ke sana besok."] * 2
    letter = desk.arrives(one.letter("addition", what="Terima kasih."))
    desk.opens()
    assert desk.one('select "case" from cases_report where letter = %s', [letter]) == whole
    assert desk.refused(lambda: claims.claim(part, by=desk.cast.dimas.id)) == "case.merged"


def decided_fact(desk: Desk, case: UUID) -> None:
    desk.does(lambda: acts.decide(case, by=desk.cast.dimas.id, seen=desk.seen(case), kind="fact", why="Dilihat sendiri"))


def test_what_nobody_judged_is_not_merged_into_what_is_decided(desk: Desk) -> None:
    part, whole = claimed(desk, Reporter(), danger=True), claimed(desk, Reporter())
    decided_fact(desk, whole)
    assert desk.case(whole)["state"] == "awaiting_second"
    dimas = desk.cast.dimas.id
    assert desk.refused(lambda: acts.merge(part, by=dimas, seen=desk.seen(part), into=whole)) == "case.not-now"
    desk.does(lambda: claims.claim_second(whole, by=desk.cast.ratna.id))
    desk.does(lambda: acts.agree(whole, by=desk.cast.ratna.id, seen=desk.seen(whole), sentence="acting.followed-up"))
    assert desk.refused(lambda: acts.merge(part, by=dimas, seen=desk.seen(part), into=whole)) == "case.not-now"


def test_nobody_merges_into_what_he_may_not_handle(desk: Desk) -> None:
    part, whole = claimed(desk, Reporter()), desk.gets(Reporter().letter())
    desk.rows("update cases_case set not_for = %s where id = %s returning id", [[desk.cast.dimas.id], whole])
    assert desk.refused(lambda: acts.merge(part, by=desk.cast.dimas.id, seen=desk.seen(part), into=whole)) == "case.for-another"


def test_whoever_judged_a_case_before_does_not_handle_it_after_not_done(desk: Desk) -> None:
    reporter = Reporter()
    case, ratna = claimed(desk, reporter), desk.cast.ratna.id
    decided_fact(desk, case)
    desk.does(lambda: claims.claim_second(case, by=ratna))
    desk.does(lambda: acts.agree(case, by=ratna, seen=desk.seen(case), sentence="acting.followed-up"))
    desk.does(lambda: claims.claim(case, by=desk.cast.dimas.id))
    desk.does(lambda: acts.close(case, by=desk.cast.dimas.id, seen=desk.seen(case), sentence="closed.done"))
    assert desk.gets(reporter.letter("not_done", what="Masih sama.")) == case
    assert {desk.refused(partial(claims.claim, case, by=by)) for by in (desk.cast.dimas.id, ratna)} == {"case.for-another"}


def test_a_word_goes_to_everybody_who_follows_or_is_not_said(desk: Desk) -> None:
    """Else a first promise would be kept on paper, and nobody told."""
    case, dimas = claimed(desk, Reporter()), desk.cast.dimas.id
    follower = desk.rows("select thread from cases_followers(%s)", [case])[0][0]
    for step, threads, sealed in [
        ("message", [], []),
        ("message", [follower], []),
        ("message", [uuid.uuid4()], [b"x"]),
        ("ended", [follower], [b"x"]),
    ]:
        said = [case, dimas, None, step, "closed.done", None, None, threads, sealed]
        assert desk.refused(partial(call, "cases_tell", *said)) == "case.not-to-all"
    assert desk.case(case)["first_answered_at"] is None


def test_twenty_reports_about_one_person_are_one_case_with_a_note(desk: Desk, eriksson: Specimen) -> None:
    whole = claimed(desk, Reporter())
    desk.rows('insert into cases_person ("case", person, look, by) values (%s, %s, %s, %s) returning id',
              [whole, eriksson.id, uuid.uuid4(), desk.cast.dimas.id])  # fmt: skip
    for count in range(2, 21):
        assert not desk.case(whole)["reporter_pattern"], count
        part = claimed(desk, Reporter())
        merged(desk, part, whole)
    assert desk.case(whole)["reporter_pattern"]


SWAPS = (("Utopia", "Atlantis"), ("Ahmad", "John"), ("masjid", "gereja"))


def test_nationality_name_and_religion_swapped_in_500_reports_move_nothing(desk: Desk) -> None:
    chance = random.Random(7)  # noqa: S311 - the same each time
    received = now() - 30 * DAY
    for number in range(500):
        reporter = Reporter()
        words: dict[str, Any] = {
            "what": f"{chance.choice(['Ahmad', 'John'])} dekat {chance.choice(['masjid', 'gereja'])}",
            "danger": chance.random() < 0.1,
        }
        letter = reporter.letter(nationality=chance.choice(["Utopia", "Atlantis"]), category=chance.choice(["work", "stay"]), **words)
        desk.arrives(letter, at=received + number * timedelta(minutes=chance.randint(1, 60)))
    desk.opens()
    before = _order_and_scores(desk)
    assert len(before[0]) > 50
    for one, other in SWAPS:
        swapped = "replace(replace(replace({0}, %s, '§'), %s, %s), '§', %s)"
        sets = ", ".join(f"{column} = {swapped.format(column)}" for column in ("what", "nationality", "reporter_name"))
        desk.rows(f"update cases_report set {sets} returning id", [one, other, one, other] * 3)
    assert _order_and_scores(desk) == before


def _order_and_scores(desk: Desk) -> tuple[list[UUID], list[int]]:
    """The whole queue in its order, and how similar each is to the next."""
    rows: list[queue.QueueRow] = []
    after: UUID | None = None
    with as_office():
        while page := queue.waiting(Filter.UNREAD, officer=desk.cast.dimas.id, after=after):
            rows, after = rows + page, page[-1].id
    facts = [similar.Facts(row.category, row.kelurahan, row.received_at) for row in rows]
    distances = dict(desk.rows("select one.id, cases_metres(one.id, %s) from cases_case as one", [rows[0].id]))
    scores = [similar.points(one, other, metres=distances[row.id]) for one, other, row in zip(facts, facts[1:], rows, strict=False)]
    return [row.id for row in rows], scores


def test_the_queue_goes_by_danger_and_promise_and_each_filter_shows_its_own(desk: Desk) -> None:
    dimas = desk.cast.dimas.id
    later, sooner, danger = (desk.gets(Reporter().letter(danger=dangerous), at=now() - age) for dangerous, age in
                             ((False, 0 * DAY), (False, 8 * DAY), (True, 0 * DAY)))  # fmt: skip
    shown = [row.id for row in desk.does(lambda: queue.waiting(Filter.UNREAD, officer=dimas)) if row.id in (later, sooner, danger)]
    assert shown == [danger, sooner, later]
    assert desk.does(lambda: claims.claim_next(by=dimas, most=2)) == [danger, sooner]
    mine = desk.does(lambda: queue.waiting(Filter.MINE, officer=dimas))
    assert [row.id for row in mine] == [danger, sooner]
    assert desk.does(lambda: queue.counts(officer=dimas)).mine == 2
    ended(desk, sooner)
    assert sooner in [row.id for row in desk.does(lambda: queue.waiting(Filter.CLOSED, officer=dimas))]


def test_a_promise_that_is_missed_is_counted_once_and_told_to_the_handler_then_to_the_superiors(desk: Desk, reporter: Reporter) -> None:
    case, cast = claimed(desk, reporter), desk.cast

    def noted() -> tuple[list[str], bool, bool]:
        with as_worker():
            call("cases_note_missed")
        missed = desk.rows('select promise from cases_missed where "case" = %s order by promise', [case])
        told_dimas, told_ratna = ("case-late" in desk.waits_for(who.id) for who in (cast.dimas, cast.ratna))
        return [row[0] for row in missed], told_dimas, told_ratna

    assert noted() == ([], False, False)
    desk.time_passes(10 * DAY, of=case)
    desk.rows("update cases_hold set until = until + interval '10 days' where \"case\" = %s returning id", [case])
    assert noted() == (["first", "outcome"], True, False)
    assert desk.waits_for(cast.dimas.id).count("case-late") == 1
    desk.time_passes(timedelta(hours=5), of=case)
    assert noted() == (["first", "outcome"], True, True)
    ended(desk, case)
    assert noted() == (["first", "outcome"], False, False)


def test_a_case_nobody_took_is_late_for_the_whole_desk(desk: Desk, reporter: Reporter) -> None:
    case = desk.gets(reporter.letter(), at=now() - 10 * DAY)
    with as_worker():
        call("cases_note_missed")
    assert "case-late" in desk.waits_for(desk.cast.dimas.id)
    assert desk.case(case)["state"] == "new"


def test_a_day_declared_closed_late_moves_open_promises_and_tells_their_reporters(desk: Desk, reporter: Reporter) -> None:
    case = desk.gets(reporter.letter())
    first, due = (date.fromisoformat(desk.case(case)[name]) for name in ("first_answer_due", "outcome_due"))
    desk.rows(
        "insert into holidays_day (day, name, kind, withdrawn, source) values (%s, 'x', 'cuti-bersama', false, 'x') returning id", [due]
    )
    with as_worker():
        assert promising.count_again(case) == 1
        assert promising.count_again(case) == 0
    moved = date.fromisoformat(desk.case(case)["outcome_due"])
    assert (date.fromisoformat(desk.case(case)["first_answer_due"]), moved > due) == (first, True)
    assert (desk.words_to(reporter)[-1].step, desk.words_to(reporter)[-1].promised_on) == ("promise_moved", moved)


def test_while_the_reporter_is_asked_the_outcome_moves_on(desk: Desk, reporter: Reporter) -> None:
    case = claimed(desk, reporter)
    desk.reads(case, desk.cast.dimas.id)
    desk.does(lambda: acts.ask(case, by=desk.cast.dimas.id, seen=desk.seen(case), text="Di mana?"))
    before = date.fromisoformat(desk.case(case)["outcome_due"])
    desk.time_passes(7 * DAY, of=case)
    desk.gets(reporter.letter("addition", what="Di sana."))
    moved = date.fromisoformat(desk.case(case)["outcome_due"]) - (before - 7 * DAY)
    assert moved >= 5 * DAY


def test_what_was_said_is_deleted_after_its_time_and_the_thread_outside_ends(desk: Desk, reporter: Reporter) -> None:
    photo = hashlib.sha256(PHOTO).hexdigest()
    case = desk.gets(reporter.letter(photos=(photo,), nationality="Utopia"), photos=(PHOTO,))
    desk.does(lambda: claims.claim(case, by=desk.cast.dimas.id))
    desk.does(lambda: acts.note_down(case, by=desk.cast.dimas.id, text="catatan"))
    ended(desk, case)
    desk.time_passes(89 * DAY, of=case)
    assert erased(desk, case) is False
    desk.time_passes(2 * DAY, of=case)
    assert erased(desk, case) is True
    words = "coalesce(what, when_text, place_text, nationality) is not null"
    left = desk.one(f'select count(*) from cases_report where "case" = %s and {words}', [case])
    tables = [desk.one(f'select count(*) from {table} where "case" = %s', [case]) for table in ("cases_photo", "cases_note", "cases_stay")]
    assert (left, tables) == (0, [0, 0, 0])
    ends = desk.rows("select body ->> 'thread' from cases_outgoing where kind = 'letterbox-thread-end'")
    assert (str(reporter.thread),) in ends
    assert desk.refused(lambda: claims.claim(case, by=desk.cast.dimas.id)) == "case.not-there"
    desk.arrives(reporter.letter("addition", what="Halo?"))
    desk.opens()
    assert desk.one("select held_why from cases_inbox where thread = %s and held_why is not null", [reporter.thread]) == "case.no-thread"


def erased(desk: Desk, case: UUID) -> bool:
    with as_worker():
        retention.erase_what_is_over()
    return desk.case(case)["erased_at"] is not None


def test_what_a_look_kept_of_it_is_deleted_too_and_the_seal_knows_of_it(desk: Desk, reporter: Reporter) -> None:
    case = claimed(desk, reporter)
    ended(desk, case)
    look = desk.one("insert into audit_look (officer, device, ground, purpose, subject) values (%s, %s, %s, 'case', %s) returning id",
                    [desk.cast.dimas.id, desk.cast.dimas.device, case, case])  # fmt: skip
    answer = desk.one(
        "insert into audit_answer (look, answer, mac, check_code) values (%s, %s, '', 'x') returning id", [look, '{"what": "x"}']
    )
    desk.rows("insert into audit_seal values (9000000001, 'audit_answer', %s, '', '', '') returning number", [str(answer)])
    desk.rows("insert into audit_salt values (9000000001, '') returning number")
    desk.time_passes(91 * DAY, of=case)
    assert erased(desk, case) is True
    assert desk.one("select answer::text from audit_answer where id = %s", [answer]) == "null"
    assert desk.one("select why from audit_erasure where row_key = %s", [str(answer)]) == "case-retention"


def test_a_day_that_would_be_closed_says_how_many_reports_it_moves(desk: Desk, reporter: Reporter) -> None:
    case = desk.gets(reporter.letter())
    due = date.fromisoformat(desk.case(case)["outcome_due"])
    said = desk.does(lambda: promising.moved_by(due))
    assert said
    assert "bergeser satu hari kerja" in said
    assert desk.does(lambda: promising.moved_by(due + 3650 * DAY)) is None
    assert desk.does(lambda: promising.moved_by(due + (5 - due.weekday()) * DAY)) is None  # a Saturday


def test_evidence_stays_and_a_thread_lives_as_long_as_its_last_case(desk: Desk, reporter: Reporter) -> None:
    case, ratna = desk.gets(reporter.letter()), desk.cast.ratna.id
    desk.does(lambda: claims.claim(case, by=ratna))
    assert desk.refused(lambda: acts.keep_as_evidence(case, by=ratna, reference="tanpa nomor")) == "case.reference-without-number"
    desk.does(lambda: acts.keep_as_evidence(case, by=ratna, reference="BAP 12/2026"))
    said = {"kind": "not_fact", "why": "Sudah dicek", "sentence": "closed.nothing-found"}
    desk.does(lambda: acts.decide(case, by=ratna, seen=desk.seen(case), **said))
    desk.time_passes(200 * DAY, of=case)
    assert erased(desk, case) is False
    other, again = Reporter(), None
    first = claimed(desk, other)
    ended(desk, first)
    again = desk.gets(other.letter("addition", what="Lagi."))
    desk.time_passes(100 * DAY, of=first)
    assert (erased(desk, first), desk.case(again)["erased_at"]) == (True, None)
    ends = desk.rows("select body ->> 'thread' from cases_outgoing where kind = 'letterbox-thread-end'")
    assert (str(other.thread),) not in ends


def test_a_report_at_the_counter_is_a_case_whose_code_works_outside(desk: Desk, reporter: Reporter) -> None:
    letter_id, letter = uuid.uuid4(), reporter.letter()

    def take() -> intake.TakenDown:
        return intake.take_down(letter_id, letter, by=desk.cast.dimas.id, channel="phone", code_index=b"i" * 32)

    made = desk.does(take)
    assert desk.does(take).case == made.case
    other: dict[str, Any] = {"by": desk.cast.dimas.id, "channel": "phone", "code_index": b"j" * 32}
    for taken in (letter, replace(letter, thread=uuid.uuid4()), replace(letter, reporter_key=bytes(Reporter().key.public_key))):
        again = desk.refused(partial(intake.take_down, uuid.uuid4(), taken, **other))
        assert again == "case.thread-known"  # another reporter's letters would come to whoever took it down
    assert desk.case(made.case)["channel"] == "phone"
    assert made.first_answer_due > office_today()
    rows = desk.rows(
        "select kind, body::text from cases_outgoing where coalesce(body ->> 'thread', body ->> 'id') = %s order by kind",
        [str(reporter.thread)],
    )
    boxes = {json.loads(body).get("author", kind): json.loads(body) for kind, body in rows}
    assert set(boxes) == {"reporter", "office", "letterbox-thread"}
    assert boxes["letterbox-thread"]["code_index"] == "\\x" + (b"i" * 32).hex()
    own = open_sealed(bytes(reporter.key), bytes.fromhex(boxes["reporter"]["sealed"].removeprefix("\\x")))
    assert read_letter(require_marked(own, thread=reporter.thread, pepper=PEPPER)) == letter
    assert reporter.reads(boxes["office"]).step == "received"


def test_the_figures_count_times_outcomes_and_what_was_missed(desk: Desk) -> None:
    since = now() + 300 * DAY  # other tests' cases are not in it
    for hours in (1, 2, 30):
        case = claimed(desk, Reporter())
        ended(desk, case)
        desk.rows("update cases_case set received_at = %s, first_answered_at = %s, closed_at = %s where id = %s returning id",
                  [since, since + timedelta(hours=hours), since + timedelta(hours=2 * hours), case])  # fmt: skip
    found = desk.does(lambda: figures.figures(since, since + DAY))
    assert (found.received, found.closed, found.not_upheld, found.missed_first) == (3, 3, 3, 0)
    assert (found.first_answer_median_h, found.outcome_median_h) == (2.0, 4.0)
    assert found.first_answer_p90_h == pytest.approx(24.4)
