"""Any SQL as the office face, through its real login: nobody's personal value comes out without a look that is on disk.

The attempts stand in data/attacks.sql. What each says is searched whole: rows, copied lines, notices, errors with all their fields,
notifications. That the search can find is tried too, with looks that are on record.
"""

import uuid
from collections.abc import Callable
from datetime import timedelta

import pytest

from sisada.foundation.clock import now
from sisada.inside.audit.looks import Purpose
from sisada.inside.cases.tests.conftest import CommittedDesk, Reporter
from tests import specimen
from tests.attacker import Attacker, Office, everything_said
from tests.cast import Cast, publish_ground
from tests.injected_sql import Attack, attacks, filled
from tests.specimen import Specimen

MISTYPED = {"42601", "42P01", "42883", "42703", "42704"}  # a syntax error, or what is not there: such an attack would try nothing
ATTACKS = [one for one in attacks() if not one.is_oracle]
ORACLES = [one for one in attacks() if one.is_oracle]
Known = dict[str, str]  # what the attacker was given, by name, as SQL


@pytest.fixture(scope="module")
def victim(committed_once: Office) -> Specimen:
    """Somebody whose every text is nobody else's."""
    return specimen.write(committed_once.cursor(), "korban " + uuid.uuid4().hex[:12].translate(str.maketrans("0123456789", "ghijklmnop")))


def secrets(person: Specimen) -> set[str]:
    return {person.primary, person.primary.split()[-1], person.passport, person.permit, person.niora, person.street, str(person.id), "IHDR"}


@pytest.fixture(scope="module")
def known(committed_once: Office, cast: Cast, victim: Specimen) -> Known:
    owner, sari, rahmat = committed_once, cast.sari, cast.rahmat
    me, other = Attacker(owner, sari, cast.ground), Attacker(owner, rahmat, cast.ground)
    ended_ground = publish_ground(owner, officers=[sari.id])
    looks = {
        "look_over": me.begin(Purpose.CARD, subject=victim.id),
        "look_ended": me.begin(Purpose.CARD, subject=victim.id),
        "look_ground_ended": me.begin(Purpose.CARD, subject=victim.id, ground=ended_ground),
        "look_of_rahmat": other.begin(Purpose.CARD, subject=victim.id),
        "look_search": me.begin_search("Nobody Of This Name"),
        "search_of_rahmat": other.begin_search(victim.passport),
    }
    owner.execute("update audit_look set valid_until = clock_timestamp() where id = %s", [looks["look_over"]])
    owner.execute("insert into audit_look_end (look, why) values (%s, 'page-closed')", [looks["look_ended"]])
    owner.execute("insert into audit_ground_end (ground, ended_by, why) values (%s, %s, 'over')", [ended_ground.id, sari.id])
    ids = {
        "me": sari.id,
        "rahmat": rahmat.id,
        "device": sari.device,
        "ground": cast.ground.id,
        "victim": victim.id,
        "ground_over": publish_ground(owner, officers=[sari.id], valid_until=now() - timedelta(seconds=1)).id,
        "ground_of_rahmat": publish_ground(owner, officers=[rahmat.id]).id,
        "dimas": cast.dimas.id,
        "dimas_device": cast.dimas.device,
        "case": CommittedDesk(owner).case(Reporter().letter()),
        **looks,
    }
    return {name: f"'{one}'::uuid" for name, one in ids.items()} | {
        "passport_itself": victim.passport,
        "name_itself": victim.primary.split()[-1],
    }


@pytest.fixture
def change_the_victim(committed: Office, victim: Specimen) -> Callable[[], None]:
    """What the link does when somebody's record changes upstream."""
    return lambda: (committed.execute("select pg_notify('registry_change', %s)", [str(victim.id)]), None)[1]


def leaked(said: str, statements: tuple[str, ...], person: Specimen) -> set[str]:
    """Values of this person that were said, though the attacker had not put them into the statement."""
    asked, told = " ".join(statements).lower(), said.lower()
    return {secret for secret in secrets(person) if secret.lower() in told and secret.lower() not in asked}


def test_there_are_forty_attacks_and_more_each_by_its_own_name() -> None:
    names = [one.name for one in ATTACKS]
    assert len(names) == len(set(names))
    assert len(names) >= 40


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_no_personal_value_without_a_look_on_record(
    attack: Attack, office_login: Office, known: Known, victim: Specimen, change_the_victim: Callable[[], None]
) -> None:
    office_login.execute("select set_config('attack.look', gen_random_uuid()::text, false)")
    statements = tuple(filled(one, known) for one in attack.statements)
    said = everything_said(office_login, statements, between={"<change_the_victim>": change_the_victim})
    assert leaked(said.text, statements, victim) - ({str(victim.id)} if attack.name == "listen" else set()) == set(), attack.goes_for
    assert attack.names_what_is_not_there or not said.states & MISTYPED, f"{attack.name} tried nothing: {said.text}"


@pytest.mark.parametrize("oracle", ORACLES, ids=lambda oracle: oracle.name)
def test_no_answer_tells_whether_somebody_is_registered(oracle: Attack, office_login: Office, known: Known, victim: Specimen) -> None:
    answers = [_answer(office_login, filled(oracle.statements[0], known), asked=asked) for asked in (victim.id, uuid.uuid4())]
    assert answers[0] == answers[1]
    assert "42601" not in answers[0]


def _answer(office: Office, statement: str, *, asked: uuid.UUID) -> str:
    """What was said, with the id itself blotted out."""
    return everything_said(office, ("begin", statement.replace("<asked>", f"'{asked}'::uuid"), "rollback")).text.replace(str(asked), "…")


def test_the_same_search_finds_what_a_look_on_record_opens(office_login: Office, known: Known, victim: Specimen) -> None:
    """Else the tests above might be blind."""
    begin, read = filled("<begin_look>", known), filled("<read>", known)
    said = everything_said(office_login, (begin, read))
    assert leaked(said.text, (begin, read), victim) >= {victim.passport, victim.niora, victim.street}


def test_each_of_these_ways_tells_once_the_look_is_on_record(office_login: Office, known: Known, victim: Specimen) -> None:
    """Rows, copied lines, cursors, notices and errors: all are searched."""
    office_login.execute(filled("<begin_look>", known).encode())
    read, block = filled("<read>", known), filled("do $$ begin raise {} '%', (select answer from lookup_card(<own>, <me>)); end $$", known)
    for way in (
        (read,),
        (f"copy ({read}) to stdout",),
        ("begin", f"declare kept cursor with hold for {read}", "commit", "fetch kept"),
        (block.replace("{}", "notice"),),
        (block.replace("{}", "exception"),),
    ):
        assert victim.niora in everything_said(office_login, way).text, way


def test_a_block_that_commits_in_between_reads_and_leaves_its_look(
    office_login: Office, known: Known, victim: Specimen, committed: Office
) -> None:
    before = looks_about(committed, victim)
    office_login.execute("set synchronous_commit = off")
    block = """do $$ declare look uuid; begin
        look := audit_begin_look(<me>, <device>, <ground>, 'card', <victim>, null); commit;
        raise notice '%', (select answer from lookup_card(look, <me>)); rollback; end $$"""
    said = everything_said(office_login, (filled(block, known),))
    assert victim.niora in said.text
    assert looks_about(committed, victim) == before + 1


def looks_about(owner: Office, person: Specimen) -> int:
    row = owner.execute("select count(*) from audit_look where subject = %s", [person.id]).fetchone()
    assert row is not None
    return int(row[0])
