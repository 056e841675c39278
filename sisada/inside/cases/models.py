"""The tables of reports and cases. Rows are written by SQL functions alone; models exist for migrations and for reading open columns."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.db.models.expressions import RawSQL

NOW = RawSQL("clock_timestamp()", [])
NEW_ID = RawSQL("gen_random_uuid()", [])
KINDS = ("activity", "presence", "objection", "discrepancy")
STATES = ("new", "reviewing", "waiting_reporter", "awaiting_second", "ready", "closed")
OUTCOMES = ("fact", "not_fact", "not_ours", "merged", "answered")


class Inbox(models.Model):
    """A letter as it came, sealed. Id and digest stay for ever: a phone may send again weeks later."""

    id = models.UUIDField(primary_key=True)
    thread = models.UUIDField()
    digest = models.BinaryField()
    sealed = models.BinaryField(null=True)  # null: opened
    parts = ArrayField(models.BinaryField(), null=True)  # the photos, each sealed; null: opened
    received_at = models.DateTimeField()  # by the outside, which answered the reporter with it
    arrived_at = models.DateTimeField(db_default=NOW)
    opened_at = models.DateTimeField(null=True)
    held_why = models.TextField(null=True)  # why it could not become a case; null: it could, or was not tried yet

    class Meta:
        db_table = "cases_inbox"
        indexes = [
            models.Index(fields=["arrived_at"], condition=Q(opened_at=None, held_why=None), name="cases_inbox_unopened"),
            models.Index(fields=["thread", "received_at"], condition=Q(opened_at=None, held_why=None), name="cases_inbox_of_thread"),
        ]


class Poison(models.Model):
    """A letter that could not be taken in, or came a second time with other content: told to the admins, left where it lies."""

    letter = models.UUIDField(primary_key=True)
    why = models.TextField()  # the class of the error, or digest-differs
    held_at = models.DateTimeField(db_default=NOW)

    class Meta:
        db_table = "cases_poison"


class Case(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    office_code = models.TextField()
    year = models.SmallIntegerField()
    number = models.TextField()  # L-0187, anew each year
    kind = models.TextField()
    category = models.TextField(null=True)  # of an activity: work, order, stay, document, other
    danger = models.BooleanField()
    channel = models.TextField()  # public, phone, whatsapp, visit, officer
    kelurahan = models.TextField(null=True)
    photo_count = models.SmallIntegerField(db_default=0)
    received_at = models.DateTimeField()
    state = models.TextField(db_default="new")
    handler = models.UUIDField(null=True)  # who claimed it last; null: nobody yet, or given back
    not_for = ArrayField(models.UUIDField(), db_default=RawSQL("'{}'::uuid[]", []))  # who may not handle it: it is about what they did
    promised_from = models.DateTimeField()  # when the clock of its promises began: received, reopened, or the earlier of two merged
    first_answer_due = models.DateField()
    outcome_due = models.DateField()
    due_at = models.DateTimeField(null=True)  # where the promise is in hours: of danger the first answer, of an objection the outcome
    first_answered_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    outcome = models.TextField(null=True)
    reopened_at = models.DateTimeField(null=True)  # "belum selesai", once
    merged_into = models.UUIDField(null=True, db_index=True)
    reporter_pattern = models.BooleanField(db_default=False)  # many reports about one person: read them with care
    erased_at = models.DateTimeField(null=True)  # what was said in it is gone
    version = models.IntegerField(db_default=1)

    class Meta:
        db_table = "cases_case"
        constraints = [
            models.UniqueConstraint(fields=["office_code", "year", "number"], name="cases_case_number"),
            models.CheckConstraint(condition=Q(kind__in=KINDS), name="cases_case_kind"),
            models.CheckConstraint(condition=Q(state__in=STATES), name="cases_case_state"),
            models.CheckConstraint(condition=Q(outcome=None) | Q(outcome__in=OUTCOMES), name="cases_case_outcome"),
            models.CheckConstraint(
                condition=Q(state="closed", closed_at__isnull=False, outcome__isnull=False)
                | (~Q(state="closed") & Q(closed_at=None, outcome=None)),
                name="cases_case_closed_whole",
            ),
        ]
        indexes = [
            models.Index(fields=["outcome_due", "received_at"], condition=~Q(state="closed"), name="cases_case_open"),  # the queue
            models.Index(fields=["-closed_at", "-id"], condition=Q(state="closed"), name="cases_case_closed"),  # Selesai; retention
            models.Index(fields=["kelurahan", "received_at"], name="cases_case_near"),  # what may be the same
        ]


class Number(models.Model):
    """The last number given in a year. The row is locked while one is given, so that no two cases share one."""

    pk = models.CompositePrimaryKey("office_code", "year")
    office_code = models.TextField()
    year = models.SmallIntegerField()
    last = models.IntegerField()

    class Meta:
        db_table = "cases_number"


class Report(models.Model):
    """What somebody said: the first letter of a case, or a later one. Of a merged case it stays with that case."""

    id = models.UUIDField(primary_key=True, db_default=NEW_ID)
    case = models.UUIDField(db_index=True)
    letter = models.UUIDField(unique=True)  # of one letter one report, however often it is opened
    kind = models.TextField()  # activity, presence, objection, addition, list_change, not_done
    thread = models.UUIDField(null=True, db_index=True)  # null: nobody outside follows it
    reporter_key = models.BinaryField(null=True)  # null: as above, or erased
    language = models.TextField()
    what = models.TextField(null=True)
    when_text = models.TextField(null=True)
    place_text = models.TextField(null=True)
    lat = models.FloatField(null=True)
    lon = models.FloatField(null=True)
    pin_from = models.TextField(null=True)  # map, photo, device
    nationality = models.TextField(null=True)  # hidden until the decision is written
    reporter_name = models.TextField(null=True)
    reporter_contact = models.TextField(null=True)
    about_reason = models.TextField(null=True)  # of an objection
    check_code = models.TextField(null=True)  # of an objection: what the officer's page showed
    received_at = models.DateTimeField()
    xact = models.BigIntegerField(db_default=RawSQL("pg_current_xact_id()::text::bigint", []))  # the transaction that wrote it

    class Meta:
        db_table = "cases_report"


class Photo(models.Model):
    id = models.UUIDField(primary_key=True, db_default=NEW_ID)
    report = models.UUIDField(db_index=True)
    case = models.UUIDField(db_index=True)
    place = models.SmallIntegerField()
    image = models.BinaryField()  # JPEG or WebP, encoded anew outside
    sha256 = models.BinaryField()

    class Meta:
        db_table = "cases_photo"


class Stay(models.Model):
    """A line of somebody's list of who stays with him, and what the mirror says to it, in a code."""

    id = models.UUIDField(primary_key=True, db_default=NEW_ID)
    case = models.UUIDField(db_index=True)
    report = models.UUIDField()
    row = models.UUIDField()  # the reporter's own name for the line, the same in each list
    place = models.SmallIntegerField()  # in the list
    name = models.TextField()
    nationality = models.TextField()
    document_number = models.TextField()
    since = models.DateField(null=True)
    until = models.DateField(null=True)
    result = models.TextField(db_default="not_compared")  # as_recorded, other_address, unknown_number, permit_over, not_compared
    person = models.UUIDField(null=True)  # null: the number is unknown, or was not compared
    compared_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "cases_stay"


class Hold(models.Model):
    """Who reads a case from when until when. The row is a ground of the same id."""

    id = models.UUIDField(primary_key=True, db_default=NEW_ID)
    case = models.UUIDField(db_index=True)
    officer = models.UUIDField()
    kind = models.TextField()  # handler, second
    since = models.DateTimeField(db_default=NOW)
    until = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    why = models.TextField(null=True)  # released, handed-over, decided, closed, reopened; null: runs, or ran out

    class Meta:
        db_table = "cases_hold"
        indexes = [models.Index(fields=["officer"], condition=Q(ended_at=None), name="cases_hold_of_officer")]


class Pause(models.Model):
    """From a question to the reporter until his answer: these days count in no promise."""

    id = models.UUIDField(primary_key=True, db_default=NEW_ID)
    case = models.UUIDField(db_index=True)
    since = models.DateTimeField(db_default=NOW)
    until = models.DateTimeField(null=True)  # null: no answer yet

    class Meta:
        db_table = "cases_pause"


class Event(models.Model):
    """The trail of a case: codes alone, so that it may stay when all words are gone."""

    id = models.BigAutoField(primary_key=True)
    case = models.UUIDField(db_index=True)
    at = models.DateTimeField(db_default=NOW)
    by = models.UUIDField(null=True)  # null: the reporter or the machine
    what = models.TextField()
    detail = models.TextField(null=True)

    class Meta:
        db_table = "cases_event"


class Note(models.Model):
    """The office's own lane. Never shown to a reporter."""

    id = models.UUIDField(primary_key=True, db_default=NEW_ID)
    case = models.UUIDField(db_index=True)
    by = models.UUIDField()
    at = models.DateTimeField(db_default=NOW)
    text = models.TextField()

    class Meta:
        db_table = "cases_note"


class Message(models.Model):
    """The reporter's lane, as the office keeps it. What he wrote stands in his reports."""

    id = models.UUIDField(primary_key=True, db_default=NEW_ID)
    case = models.UUIDField(db_index=True)
    by = models.UUIDField(null=True)  # null: the machine
    at = models.DateTimeField(db_default=NOW)
    step = models.TextField()
    sentence = models.TextField(null=True)
    go_to = models.TextField(null=True)
    text = models.TextField(null=True)

    class Meta:
        db_table = "cases_message"


class Decision(models.Model):
    id = models.UUIDField(primary_key=True, db_default=NEW_ID)
    case = models.UUIDField(db_index=True)
    kind = models.TextField()  # fact, not_fact, not_ours, answered
    ground = models.TextField(null=True)  # why, in the decider's words; null: erased
    by = models.UUIDField()
    at = models.DateTimeField(db_default=NOW)
    second = models.UUIDField(null=True)  # who looked again; null: nobody yet, or nobody must
    second_at = models.DateTimeField(null=True)
    refused_why = models.TextField(null=True)  # null: agreed, not yet looked at, or erased
    agreed = models.BooleanField(null=True)  # null: not yet looked at, or nobody must

    class Meta:
        db_table = "cases_decision"


class LinkedPerson(models.Model):
    """To whom a case is linked, by whom, under which look. A row without a person: looked for, and nobody found."""

    id = models.UUIDField(primary_key=True, db_default=NEW_ID)
    case = models.UUIDField(db_index=True)
    person = models.UUIDField(null=True, db_index=True)
    look = models.UUIDField(null=True)
    by = models.UUIDField(null=True)  # null: the machine, by a number in a list
    at = models.DateTimeField(db_default=NOW)

    class Meta:
        db_table = "cases_person"
        constraints = [models.UniqueConstraint(fields=["case", "person"], nulls_distinct=False, name="cases_person_once")]


class Missed(models.Model):
    """A promise that was not kept, once each. Counted, and told to whoever holds the case."""

    pk = models.CompositePrimaryKey("case", "promise")
    case = models.UUIDField()
    promise = models.TextField()  # first, outcome, hours
    missed_at = models.DateTimeField(db_default=NOW)

    class Meta:
        db_table = "cases_missed"


class Evidence(models.Model):
    """This case's words and photos are needed as evidence: they stay beyond their time."""

    case = models.UUIDField(primary_key=True)
    by = models.UUIDField()
    at = models.DateTimeField(db_default=NOW)
    reference = models.TextField()  # the file it is evidence in

    class Meta:
        db_table = "cases_evidence"


class Discrepancy(models.Model):
    """What stands otherwise in the street than in the mirror: proposed upstream, followed until it comes back through the link."""

    case = models.UUIDField(primary_key=True)
    person = models.UUIDField(null=True)  # null: erased
    field = models.TextField()  # address, name, birth_date, document, permit, sponsor, left, other
    reported = models.TextField(null=True)  # null: erased
    recorded = models.TextField(null=True)  # null: nothing is recorded, or erased
    comparable = models.TextField(null=True)  # what was found as the mirror's keys would hold it; null: compared otherwise, or erased
    state = models.TextField(db_default="open")  # open, proposed, closed, withdrawn
    proposed_at = models.DateTimeField(null=True)
    proposed_by = models.UUIDField(null=True)
    proposal = models.TextField(null=True)  # the signed file; null: not proposed yet, or erased
    closed_at = models.DateTimeField(null=True)
    closed_by_position = models.BigIntegerField(null=True)  # of the change in the link that brought it; null: an officer ended it

    class Meta:
        db_table = "cases_discrepancy"
        constraints = [
            # two who find the same, or a list and an officer, make one; and what a change upstream may settle is found by it
            models.UniqueConstraint(fields=["person", "field"], condition=Q(state__in=("open", "proposed")), name="cases_discrepancy_once"),
            models.CheckConstraint(condition=Q(state__in=("open", "proposed", "closed", "withdrawn")), name="cases_discrepancy_state"),
        ]


class Followed(models.Model):
    """How far the changes of the mirror were followed: one row."""

    id = models.SmallIntegerField(primary_key=True)
    change = models.BigIntegerField()  # registry_change.id

    class Meta:
        db_table = "cases_followed"
        constraints = [models.CheckConstraint(condition=Q(id=1), name="cases_followed_one")]


class Outgoing(models.Model):
    """What is to stand outside, in the shape that crossing carries: words sealed to a reporter, threads and their ends."""

    id = models.UUIDField(primary_key=True, db_default=NEW_ID)
    kind = models.TextField()  # letterbox-box, letterbox-thread, letterbox-thread-end
    body = models.JSONField()
    made_at = models.DateTimeField(db_default=NOW)
    carried_at = models.DateTimeField(null=True)  # null: not yet known to stand outside

    class Meta:
        db_table = "cases_outgoing"
        indexes = [models.Index(fields=["made_at"], condition=Q(carried_at__isnull=True), name="cases_outgoing_waiting")]
