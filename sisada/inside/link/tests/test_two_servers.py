"""The whole link between two real servers: copied without a gap, killed at any moment, and never silently different."""

import random
import signal
import threading
import time

from psycopg import Connection

from sisada.inside.link.stream import LOCK
from sisada.inside.link.tests.conftest import Link, assert_equal, caught_up, until
from sisada.inside.link.tests.directorate_day import Day, person_id

KILLS = 5
THROW_OUT_UPSTREAM = "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'sisada_link'"
THROW_OUT_INSIDE = "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'"  # whoever holds the pen


def test_a_copy_made_while_changes_flow_joins_the_stream_without_a_gap(directorate: Connection, mirror: Connection, link: Link) -> None:
    day = Day(directorate, seed=1)
    with link.running():
        deadline = time.monotonic() + 1.0
        while time.monotonic() < deadline:
            day.transaction()
            time.sleep(0.005)
        assert_equal(directorate, mirror)


def test_a_link_killed_at_random_moments_loses_nothing_and_doubles_nothing(directorate: Connection, mirror: Connection, link: Link) -> None:
    chance = random.Random(7)  # noqa: S311 - seeded on purpose
    with link.running():
        until(lambda: _phase(mirror) == "streaming")
    position = _position(mirror)
    day = Day(directorate, seed=2)
    stop = threading.Event()
    worker = threading.Thread(target=_keep_going, args=(day, stop))
    worker.start()
    for _ in range(KILLS):
        link.start()
        time.sleep(chance.uniform(0.2, 0.7))
        link.kill()
    stop.set()
    worker.join()
    with link.running():
        assert_equal(directorate, mirror)
    assert _log_since(mirror, position) == [frozenset(map(person_id, keys)) for keys in day.concerned]


def test_a_copy_that_was_killed_begins_anew(directorate: Connection, mirror: Connection, link: Link) -> None:
    for pause_s in (0.22, 0.3, 0.38):
        link.start()
        time.sleep(pause_s)
        link.kill()
        Day(directorate, seed=int(pause_s * 100)).transaction()
    with link.running():
        assert_equal(directorate, mirror)


def test_a_row_that_breaks_a_rule_is_held_while_its_neighbours_flow(directorate: Connection, mirror: Connection, link: Link) -> None:
    with link.running():
        until(lambda: _phase(mirror) == "streaming")
        with directorate.transaction():
            directorate.execute("update orang set tempat_lahir = 'Utopia', versi = versi + 1 where id_orang <= 20")
            directorate.execute("update orang set kewarganegaraan = 'UTOPIA' where id_orang = 7")  # longer than three letters
            directorate.execute("update orang set tgl_lahir = 'infinity' where id_orang = 9")
        caught_up(directorate, mirror)
        held = "select upstream_table, upstream_key, rule from link_quarantine where closed_at is null order by upstream_key"
        assert mirror.execute(held).fetchall() == [("orang", "7", "22001: nationality"), ("orang", "9", "day-outside-calendar: birth_date")]
        assert mirror.execute("select count(*) from registry_person where birth_place = 'Utopia'").fetchone() == (18,)
        directorate.execute(
            "update orang set kewarganegaraan = 'UTO', tgl_lahir = '1980-01-01', versi = versi + 1 where id_orang in (7, 9)"
        )
        assert_equal(directorate, mirror)
        assert mirror.execute(held).fetchall() == []


def test_a_broken_row_in_the_first_copy_is_held_too(directorate: Connection, mirror: Connection, link: Link) -> None:
    directorate.execute("update paspor set negara_penerbit = 'UTOPIA' where id_paspor = 3")
    with link.running():
        until(lambda: _phase(mirror) == "streaming")
    assert mirror.execute("select upstream_table, upstream_key, rule from link_quarantine").fetchall() == [("paspor", "3", "22001: issuer")]
    assert mirror.execute("select count(*) from registry_travel_document").fetchone() == (59,)


def test_a_guarantor_that_changes_concerns_those_it_stands_for(directorate: Connection, mirror: Connection, link: Link) -> None:
    with link.running():
        until(lambda: _phase(mirror) == "streaming")
        position = _position(mirror)
        directorate.execute("update penjamin set surel = 'kantor@contoh.example', versi = versi + 1 where id_penjamin = 1")
        caught_up(directorate, mirror)
        assert _log_since(mirror, position) == [frozenset(person_id(key) for key in range(5, 61, 5))]


def test_listeners_hear_ids_and_one_word_when_many_changed(directorate: Connection, mirror: Connection, link: Link) -> None:
    with link.running():
        until(lambda: _phase(mirror) == "streaming")
        mirror.execute("listen registry_change")
        directorate.execute("update orang set versi = versi + 1 where id_orang = 1")
        assert [note.payload for note in mirror.notifies(timeout=5, stop_after=1)] == [person_id(1)]
        directorate.execute("update orang set versi = versi + 1")
        assert [note.payload for note in mirror.notifies(timeout=5, stop_after=1)] == ["*"]


def test_the_mirror_says_how_old_it_is_by_the_sources_clock_also_when_only_the_heart_beats(
    directorate: Connection, mirror: Connection, link: Link
) -> None:
    age = "select phase, copied_share, source_at is null from link_mirror_age"
    assert mirror.execute(age).fetchone() == ("waiting", 0, True)
    with link.running():
        until(lambda: _phase(mirror) == "streaming")
        before = directorate.execute("select clock_timestamp()").fetchone()
        directorate.execute("update denyut set waktu = now()")
        until(lambda: (mirror.execute("select source_at >= %s from link_state", before).fetchone() or (False,))[0], within_s=3)
    assert mirror.execute(age).fetchone() == ("streaming", 1, False)


def test_a_link_that_both_servers_throw_out_comes_back_by_itself(directorate: Connection, mirror: Connection, link: Link) -> None:
    day = Day(directorate, seed=3)
    with link.running():
        until(lambda: _phase(mirror) == "streaming")
        for throw_out in (THROW_OUT_UPSTREAM, THROW_OUT_INSIDE, THROW_OUT_UPSTREAM):
            (mirror if throw_out is THROW_OUT_INSIDE else directorate).execute(throw_out)
            for _ in range(20):
                day.transaction()
            assert_equal(directorate, mirror)


def test_a_second_link_stops_at_once(mirror: Connection, link: Link, directorate: Connection) -> None:
    with link.running():
        until(lambda: _phase(mirror) == "streaming")
        second = Link(mirror, inside_url=link.inside_url, upstream_url=link.upstream_url)
        code, line = second.ending()
        assert _phase(mirror) == "streaming"  # as the first one says
    assert (code, line.endswith("Tautan lain sudah menulis cermin ini.")) == (2, True)


def test_a_pen_held_by_somebody_who_does_not_write_is_told_to_the_pages(mirror: Connection, link: Link, directorate: Connection) -> None:
    with link.running():
        until(lambda: _phase(mirror) == "streaming")
    mirror.execute("update link_state set checked_at = checked_at - interval '2 minutes'")
    assert mirror.execute("select pg_try_advisory_lock(%s)", [LOCK]).fetchone() == (True,)
    assert link.ending()[0] == 2
    assert mirror.execute("select phase, reason from link_state").fetchone() == ("halted", "link.second-link")


def test_a_link_that_is_asked_to_stop_is_gone_within_two_seconds(mirror: Connection, link: Link, directorate: Connection) -> None:
    with link.running() as process:
        until(lambda: _phase(mirror) == "streaming")
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=2) == 0


def test_a_truncated_table_halts_the_mirror_before_it_is_emptied(directorate: Connection, mirror: Connection, link: Link) -> None:
    with link.running():
        until(lambda: _phase(mirror) == "streaming")
        directorate.execute("truncate visa, alamat")
        code, line = link.ending()
    assert (code, line.endswith("link.truncated: Pusat mengosongkan tabel visa, alamat: cermin menunggu keputusan.")) == (2, True)
    assert mirror.execute("select phase, reason from link_state").fetchone() == ("halted", "link.truncated")
    assert mirror.execute("select count(*) from registry_address").fetchone() == (60,)


def test_a_slot_that_was_lost_halts_and_a_new_copy_mends_it(directorate: Connection, mirror: Connection, link: Link) -> None:
    with link.running():
        until(lambda: _phase(mirror) == "streaming")
    until(lambda: directorate.execute("select from pg_replication_slots where slot_name = 'sisada_link' and active").fetchone() is None)
    directorate.execute("select pg_drop_replication_slot('sisada_link')")
    Day(directorate, seed=5).transaction()
    link.start()
    assert link.ending()[0] == 2
    assert mirror.execute("select phase, reason from link_state").fetchone() == ("halted", "link.slot-lost")
    link.start("copy-anew")
    assert_equal(directorate, mirror)


def test_a_column_that_went_upstream_stops_the_start_with_its_name(directorate: Connection, mirror: Connection, link: Link) -> None:
    directorate.execute("alter table visa rename column indeks to indeks_visa")
    code, line = link.ending()
    assert (code, line.endswith("link.mapping: Kolom visa.indeks tidak ada di basis data pusat.")) == (2, True)


def test_a_column_that_comes_upstream_flows_by_and_one_that_goes_halts(directorate: Connection, mirror: Connection, link: Link) -> None:
    with link.running():
        until(lambda: _phase(mirror) == "streaming")
        directorate.execute("alter table visa add column catatan text")
        directorate.execute(
            "insert into visa (id_visa, id_orang, nomor, indeks, tgl_terbit, catatan) values (1, 1, 'V1', 'C2', now(), 'x')"
        )
        assert_equal(directorate, mirror)
        directorate.execute("alter table visa rename column indeks to indeks_visa")
        directorate.execute("update visa set versi = versi + 1")
        code, line = link.ending()
    assert (code, line.endswith("link.mapping: Kolom visa.indeks di pusat hilang.")) == (2, True)


def test_no_line_of_the_log_names_a_person(directorate: Connection, mirror: Connection, link: Link) -> None:
    directorate.execute("update orang set kewarganegaraan = 'RAHASIA' where id_orang = 1")
    process = link.start()
    until(lambda: _phase(mirror) == "streaming")
    process.send_signal(signal.SIGTERM)
    lines = link.lines()
    assert not [word for word in ("RAHASIA", "Eriksson", "UTO1") if word in lines]


def _keep_going(day: Day, stop: threading.Event) -> None:
    while not stop.is_set():
        day.transaction()
        time.sleep(0.003)


def _phase(mirror: Connection) -> str | None:
    found = mirror.execute("select phase from link_state").fetchone()
    return str(found[0]) if found else None


def _position(mirror: Connection) -> int:
    found = mirror.execute("select position from link_position").fetchone()
    return int(found[0]) if found else 0


def _log_since(mirror: Connection, position: int) -> list[frozenset[str]]:
    """The persons of each transaction of the source, oldest first; a doubled entry would make an array longer than its set."""
    found = mirror.execute(
        "select array_agg(person_id::text) from registry_change where position >= %s group by position order by position", [position]
    ).fetchall()
    assert all(len(persons) == len(set(persons)) for (persons,) in found)
    return [frozenset(persons) for (persons,) in found]
