"""Ways in which somebody who may everything inside (an administrator, root) could falsify who looked at whom.

Each is played as far as such a person can: whatever can be recomputed is recomputed. The only thing they do not have is the
sealer's key, and the outside.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from nacl.signing import SigningKey

from sisada.inside.audit import seal_endorsement, seal_rotation, seal_round
from sisada.inside.audit.seal_endorsement import Endorsement
from sisada.inside.audit.seal_key import Key
from sisada.verify.findings import Code
from sisada.verify.hashes import next_chain
from tests.seal.house import MORNING, House, copy_of, drop

A_LOOK = "(select id from audit_look order by begun_at limit 1 offset 2)"


@dataclass(frozen=True)
class Tampering:
    """What is done, and what must be found: by the inside alone, or only with the witness outside."""

    do: Callable[[House], None]
    found: Code
    needs_witness: bool = False


def edit(house: House) -> None:
    """Another officer was it."""
    house.admin.execute(f"update audit_look set officer = gen_random_uuid() where id = {A_LOOK}")


def delete(house: House) -> None:
    """The look never happened: neither row nor seal, and the chain recomputed over what is left."""
    house.admin.execute(f"delete from audit_seal where kind = 'audit_look' and key = {A_LOOK}::text")
    house.admin.execute("delete from audit_salt where number not in (select number from audit_seal)")
    house.admin.execute(f"delete from audit_look where id = {A_LOOK}")
    rechain(house)


def insert(house: House) -> None:
    """A look that never happened, dated back to the morning; the sealer takes it up as it would any other."""
    house.look(MORNING + timedelta(minutes=12))
    house.seal()


def swap(house: House) -> None:
    """Two looks exchange their officers' work: each gets the other's person."""
    house.admin.execute(
        """update audit_look as one set subject = other.subject from audit_look as other
        where (one.begun_at, other.begun_at) in ((%(a)s, %(b)s), (%(b)s, %(a)s))""",
        {"a": MORNING, "b": MORNING + timedelta(minutes=10)},
    )


def cut_tail(house: House) -> None:
    """The last half hour never was: rows, seals and checkpoints."""
    house.admin.execute("delete from audit_checkpoint where number > 3")
    house.admin.execute("delete from audit_seal where number > (select max(count) from audit_checkpoint)")
    house.admin.execute("delete from audit_salt where number not in (select number from audit_seal)")
    _delete_rows_without_seal(house)


def backdate(house: House) -> None:
    """A look is put a week back, before the day that is being asked about."""
    house.admin.execute(f"update audit_look set begun_at = begun_at - interval '7 days' where id = {A_LOOK}")


def fork(house: House) -> None:
    """The end is rewritten, and the sealer, which knows no better, signs it anew."""
    cut_tail(house)
    for number in range(3, 6):
        house.minute(MORNING + timedelta(minutes=10 * number, seconds=7))


def old_backup(house: House) -> None:
    """Yesterday's copy is put in place of today's, and nothing is done after it."""
    older = copy_of(house, "run_seal_older")
    for number in range(6, 9):
        house.minute(MORNING + timedelta(minutes=10 * number))
    house.close()
    older.close()
    house.inside.copy(older.name, house.name)
    drop(older)


def key_swap(house: House) -> None:
    """A key of one's own, and every checkpoint signed anew over an edited and resealed history."""
    house.admin.execute("delete from audit_sealing_key")
    house.admin.execute("delete from audit_checkpoint")
    house.admin.execute("delete from audit_outgoing")
    house.admin.execute("delete from audit_salt")
    house.admin.execute("delete from audit_seal")
    house.admin.execute(f"update audit_look set officer = gen_random_uuid() where id = {A_LOOK}")
    house.close()
    house.key = Key(SigningKey(bytes(31) + b"\x02"))
    house.seal()
    house.sign(MORNING + timedelta(hours=1))


def _sign_anew(house: House, another: Key) -> None:
    """The last checkpoints, over an edited history, under a key of one's own."""
    house.admin.execute("delete from audit_checkpoint where number > 3")
    house.admin.execute("insert into audit_sealing_key values (%s, %s, clock_timestamp())", [another.id, another.public])
    house.key = another
    for number in range(3, 6):
        house.sign(MORNING + timedelta(minutes=10 * number, seconds=30))


def unendorsed_key(house: House) -> None:
    """One's own key takes over as if it had been changed, and endorses itself, since the old key's signature cannot be made."""
    mine = Key(SigningKey(bytes(31) + b"\x03"))
    _endorse(house, mine, by=mine, in_the_name_of=mine.id)
    _sign_anew(house, mine)


def false_endorsement(house: House) -> None:
    """The same, in the old key's name with one's own signature."""
    mine = Key(SigningKey(bytes(31) + b"\x03"))
    _endorse(house, mine, by=mine, in_the_name_of=house.key.id)
    _sign_anew(house, mine)


def old_key_signs_on(house: House) -> None:
    """A key that was changed was stolen afterwards: it signs what the new one never did."""
    old = house.key
    house.rotate(Key(SigningKey(bytes(31) + b"\x04")))
    house.minute(MORNING + timedelta(hours=1))
    house.key = old
    house.minute(MORNING + timedelta(hours=2))


def _endorse(house: House, new: Key, *, by: Key, in_the_name_of: str) -> None:
    number, hash_ = seal_round.last_checkpoint(house.admin)
    made = Endorsement(new.public, in_the_name_of, number, hash_)
    values = [new.id, new.public, in_the_name_of, number, hash_, seal_endorsement.sign(made, by.signing)]
    house.admin.execute(seal_rotation.ADD, values)


def clock_back(house: House) -> None:
    """The machine's clock is put a day back, and one looks under yesterday's date; later it is put right."""
    yesterday = MORNING - timedelta(days=1)
    house.look(yesterday)
    seal_round.seal_all(house.sealer, since=seal_round.EVER, rest=lambda _: None)
    house.sign(yesterday + timedelta(seconds=30))
    house.minute(MORNING + timedelta(hours=2))


def edit_shown_list(house: House) -> None:
    """The search showed somebody else."""
    house.admin.execute("update audit_look_shown set person = gen_random_uuid() where shown_at = %s", [MORNING])


def edit_ground(house: House) -> None:
    """The order covered that officer all along."""
    house.admin.execute("update audit_ground set officers = officers || gen_random_uuid() where published_at = %s", [MORNING])


def withhold(house: House) -> None:
    """The last heads are called carried and never leave the house, so that the end may be rewritten later."""
    for number in range(6, 9):
        house.look(at := MORNING + timedelta(minutes=10 * number))
        house.seal()
        house.sign(at + timedelta(seconds=30))
    house.admin.execute("update audit_outgoing set carried_at = clock_timestamp() where carried_at is null")
    house.carry()


def _delete_rows_without_seal(house: House) -> None:
    for table, key in (
        ("audit_ground", "id"),
        ("audit_look", "id"),
        ("audit_look_shown", "id"),
        ("audit_answer", "id"),
        ("audit_look_end", "look"),
        ("audit_refusal", "id"),
    ):
        has_seal = f"select from audit_seal where kind = '{table}' and key = held.{key}::text"
        house.admin.execute(f"delete from {table} as held where not exists ({has_seal})".encode())


def rechain(house: House) -> None:
    """Number and chain all seals anew, as if those that are missing had never been."""
    seals = house.admin.execute("select number, kind, key, leaf from audit_seal order by number").fetchall()
    chain = bytes(32)
    for number, (before, kind, key, leaf) in enumerate(seals, start=1):
        chain = next_chain(chain, number=number, table=kind, key=key, leaf_=leaf)
        house.admin.execute("update audit_seal set number = %s, chain = %s where number = %s", [number, chain, before])
        house.admin.execute("update audit_salt set number = %s where number = %s", [number, before])


TAMPERINGS = {
    "edit": Tampering(edit, Code.ROW_CHANGED),
    "delete": Tampering(delete, Code.NOT_AS_SIGNED),
    "insert": Tampering(insert, Code.LATE),
    "swap": Tampering(swap, Code.TEXT_CHANGED),
    "cut tail": Tampering(cut_tail, Code.CUT, needs_witness=True),
    "backdate": Tampering(backdate, Code.ROW_CHANGED),
    "fork": Tampering(fork, Code.FORK, needs_witness=True),
    "old backup": Tampering(old_backup, Code.CUT, needs_witness=True),
    "key swap": Tampering(key_swap, Code.REWRITTEN, needs_witness=True),
    "unendorsed key": Tampering(unendorsed_key, Code.KEY_NOT_BELIEVED),
    "false endorsement": Tampering(false_endorsement, Code.ENDORSEMENT),
    "old key signs on": Tampering(old_key_signs_on, Code.KEY_OUT_OF_TIME),
    "clock back": Tampering(clock_back, Code.CLOCK_BACK),
    "shown-list edit": Tampering(edit_shown_list, Code.TEXT_CHANGED),
    "ground edit": Tampering(edit_ground, Code.ROW_CHANGED),
    "withhold": Tampering(withhold, Code.NOT_CARRIED, needs_witness=True),
}
