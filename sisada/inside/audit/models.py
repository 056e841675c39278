"""The tables of looks. Rows are inserted by SQL functions alone and never changed; models exist for migrations and for reading grounds."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import BrinIndex
from django.db import models
from django.db.models.expressions import RawSQL


class FullTransactionId(models.Field):  # type: ignore[type-arg]  # never read in Python
    """PostgreSQL's xid8: the transaction that wrote the row, which never wraps around."""

    def db_type(self, connection: object) -> str:  # noqa: ARG002 - Django hands it over; we speak to one engine
        return "xid8"


def recent(instant: str, name: str) -> BrinIndex:
    """For the sealer, which asks every second what was written last: rows lie in the order of time, so a few bytes for each 16 pages do."""
    return BrinIndex(fields=[instant], name=name, pages_per_range=16)


class Ground(models.Model):
    """What allows a look: who, on whom or where, for what, from when until when. Published as a row by its owner."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    kind = models.TextField()  # order, document, desk-task, finding, review, own-request; later assignment and case
    reference = models.TextField()  # the number that people call it by: SP 0412/XI/2026
    place = models.TextField()  # for the header: "Rawajati"
    officers = ArrayField(models.UUIDField())
    purposes = ArrayField(models.TextField())  # card, search, area-list, trail
    area_codes = ArrayField(models.TextField())  # a list of persons must lie in one of them
    persons = ArrayField(models.UUIDField(), null=True)  # null: whomever the officer meets
    names_persons = models.GeneratedField(
        expression=models.Q(persons__isnull=False),  # type: ignore[arg-type]  # Django takes a Q there; its stubs do not know
        output_field=models.BooleanField(),
        db_persist=True,
    )
    valid_from = models.DateTimeField()
    valid_until = models.DateTimeField()
    published_by = models.UUIDField(null=True)  # whoever answers for it: the approver of an order, the officer himself; null: the machine
    published_at = models.DateTimeField(db_default=RawSQL("clock_timestamp()", []))

    class Meta:
        db_table = "audit_ground"
        constraints = [
            models.CheckConstraint(condition=models.Q(valid_until__gt=models.F("valid_from")), name="audit_ground_ends_after_it_begins")
        ]


class GroundEnd(models.Model):
    """A ground that was ended before its time. Grounds are never edited: what a look stood on stays readable."""

    ground = models.UUIDField(primary_key=True)
    ended_at = models.DateTimeField(db_default=RawSQL("clock_timestamp()", []))
    ended_by = models.UUIDField()
    why = models.TextField()

    class Meta:
        db_table = "audit_ground_end"


class Look(models.Model):
    id = models.UUIDField(primary_key=True, db_default=RawSQL("gen_random_uuid()", []))  # random: knowing one look tells no other
    officer = models.UUIDField()
    device = models.UUIDField()
    ground = models.UUIDField()
    purpose = models.TextField()
    subject = models.UUIDField(null=True)  # the person of a card; null: a search or list, which has a query
    query = models.JSONField(null=True)
    continues = models.UUIDField(null=True)  # the first look of a page that stayed open; null: this is one
    begun_at = models.DateTimeField(db_default=RawSQL("clock_timestamp()", []))
    valid_until = models.DateTimeField(db_default=RawSQL("clock_timestamp() + interval '10 minutes'", []))
    xact = FullTransactionId(db_default=RawSQL("pg_current_xact_id()", []))

    class Meta:
        db_table = "audit_look"
        indexes = [
            models.Index(fields=["officer", "begun_at"], name="audit_look_officer"),  # an officer's own looks; his open look on a subject
            models.Index(fields=["subject", "begun_at"], name="audit_look_subject"),  # who opened this person
            recent("begun_at", "audit_look_recent"),
        ]


class LookShown(models.Model):
    """One person whom a search or list disclosed, at which place in it. That somebody was shown stays, also when whom is erased."""

    look = models.UUIDField()
    person = models.UUIDField(null=True, db_index=True)  # who saw this person; null: erased
    place = models.SmallIntegerField()
    match = models.JSONField(null=True)  # why it was shown, in codes: match.py of lookup; null: erased
    xact = FullTransactionId(db_default=RawSQL("pg_current_xact_id()", []))
    id = models.UUIDField(primary_key=True, db_default=RawSQL("gen_random_uuid()", []))  # its seal's key: names nobody
    shown_at = models.DateTimeField(db_default=RawSQL("clock_timestamp()", []))

    class Meta:
        db_table = "audit_look_shown"
        constraints = [models.UniqueConstraint(fields=["look", "person"], name="audit_look_shown_once")]
        indexes = [recent("shown_at", "audit_look_shown_recent")]


class LookEnd(models.Model):
    look = models.UUIDField(primary_key=True)
    ended_at = models.DateTimeField(db_default=RawSQL("clock_timestamp()", []))
    why = models.TextField()  # signed-out, page-closed

    class Meta:
        db_table = "audit_look_end"
        indexes = [recent("ended_at", "audit_look_end_recent")]


class Refusal(models.Model):
    """A look, or a reading under one, that was refused: asked for what, on which ground, and why not. What was not there is a trace too."""

    id = models.BigAutoField(primary_key=True)
    officer = models.UUIDField()
    device = models.UUIDField(null=True)  # null: refused while reading; the look names the device
    ground = models.UUIDField(null=True)
    look = models.UUIDField(null=True)
    purpose = models.TextField()
    subject = models.UUIDField(null=True)
    query = models.JSONField(null=True)
    code = models.TextField()
    refused_at = models.DateTimeField(db_default=RawSQL("clock_timestamp()", []))

    class Meta:
        db_table = "audit_refusal"
        indexes = [
            models.Index(fields=["officer", "refused_at"], name="audit_refusal_officer"),
            recent("refused_at", "audit_refusal_recent"),
        ]


class CandidateRead(models.Model):
    """One call that drew scoring rows for a search, and how many: at most three a look."""

    id = models.BigAutoField(primary_key=True)
    look = models.UUIDField(db_index=True)
    read_at = models.DateTimeField(db_default=RawSQL("clock_timestamp()", []))
    rows = models.IntegerField()

    class Meta:
        db_table = "audit_candidate_read"


class Answer(models.Model):
    """Exactly what a reading function returned under a look. The page shows the check code."""

    id = models.BigAutoField(primary_key=True)
    look = models.UUIDField(db_index=True)
    answered_at = models.DateTimeField(db_default=RawSQL("clock_timestamp()", []))
    answer = models.JSONField()
    mac = models.BinaryField()
    check_code = models.TextField(db_index=True)

    class Meta:
        db_table = "audit_answer"
        indexes = [recent("answered_at", "audit_answer_recent")]


class Decoy(models.Model):
    """A person whom the Directorate planted, by our id. Never in counts, letters or orders; opening one alerts the supervisors."""

    person = models.UUIDField(primary_key=True)
    named_at = models.DateTimeField(db_default=RawSQL("clock_timestamp()", []))

    class Meta:
        db_table = "audit_decoy"


class DecoyOpened(models.Model):
    """A look that opened a decoy, under the number by which supervisors are told of it at once."""

    id = models.UUIDField(primary_key=True, db_default=RawSQL("gen_random_uuid()", []))
    look = models.UUIDField(unique=True)
    opened_at = models.DateTimeField(db_default=RawSQL("clock_timestamp()", []))

    class Meta:
        db_table = "audit_decoy_opened"


class Key(models.Model):
    """The key under which answers are authenticated. Readable by the owner alone."""

    id = models.SmallIntegerField(primary_key=True)
    key = models.BinaryField()

    class Meta:
        db_table = "audit_key"


class Seal(models.Model):
    """One sealed row's place in the chain (docs/seal.md). Written by the sealer alone; holds nothing personal, and stays for ever."""

    number = models.BigIntegerField(primary_key=True)  # 1, 2, 3 … without a gap
    kind = models.TextField()  # the table of the sealed row
    key = models.TextField()  # the row's own, as text
    personal_digest = models.BinaryField(null=True)  # null: the table has nothing personal
    leaf = models.BinaryField()
    chain = models.BinaryField()

    class Meta:
        db_table = "audit_seal"
        constraints = [models.UniqueConstraint(fields=["key", "kind"], name="audit_seal_once")]  # also for the sealer: is it sealed yet


class Salt(models.Model):
    """What keeps a personal digest from being guessed. Deleted together with the text that it salts."""

    number = models.BigIntegerField(primary_key=True)  # the seal's
    salt = models.BinaryField()

    class Meta:
        db_table = "audit_salt"


class Checkpoint(models.Model):
    """The sealer's signature, each minute, under all that was sealed until then."""

    number = models.BigIntegerField(primary_key=True)
    count = models.BigIntegerField()  # how many rows are sealed: the number of the last one
    chain = models.BinaryField()
    complete_until = models.DateTimeField()  # whatever was committed before this instant is among them
    signed_at = models.DateTimeField()
    previous = models.BinaryField()  # the hash of the checkpoint before
    key_id = models.TextField()
    signature = models.BinaryField()

    class Meta:
        db_table = "audit_checkpoint"


class SealingKey(models.Model):
    """A public key whose checkpoints are to be believed. Its other half is in the sealer's own file."""

    key_id = models.TextField(primary_key=True)
    public_key = models.BinaryField()
    begun_at = models.DateTimeField()

    class Meta:
        db_table = "audit_sealing_key"


class KeyEndorsement(models.Model):
    """A signing key that handed over to the next one, in its own signature. docs/seal.md says what is signed."""

    key_id = models.TextField(primary_key=True)  # the new key's
    public_key = models.BinaryField()
    endorsed_by = models.TextField(unique=True)  # the old key's id: it hands over once
    last_number = models.BigIntegerField()  # the old key's last checkpoint
    last_hash = models.BinaryField()
    signature = models.BinaryField()
    endorsed_at = models.DateTimeField(db_default=RawSQL("clock_timestamp()", []))

    class Meta:
        db_table = "audit_key_endorsement"


class Erasure(models.Model):
    """The personal part of a sealed row was deleted, by which rule. Sealed itself: what is missing without one was tampered with."""

    id = models.UUIDField(primary_key=True, db_default=RawSQL("gen_random_uuid()", []))
    kind = models.TextField()
    row_key = models.TextField()
    why = models.TextField()
    erased_at = models.DateTimeField(db_default=RawSQL("clock_timestamp()", []))

    class Meta:
        db_table = "audit_erasure"


class Outgoing(models.Model):
    """What is to be published outside, in the shape that crossing carries. Written in the transaction that makes it true."""

    id = models.UUIDField(primary_key=True, db_default=RawSQL("gen_random_uuid()", []))
    kind = models.TextField()  # audit-key, audit-head
    body = models.JSONField()
    made_at = models.DateTimeField(db_default=RawSQL("clock_timestamp()", []))
    carried_at = models.DateTimeField(null=True)  # null: not yet known to stand outside

    class Meta:
        db_table = "audit_outgoing"
        indexes = [models.Index(fields=["made_at"], condition=models.Q(carried_at__isnull=True), name="audit_outgoing_waiting")]
