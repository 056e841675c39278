"""What comes up for review, what was found, about whom a trail was asked, when the seal stood still.

SQL functions alone insert rows; none is changed."""

import uuid

from django.contrib.postgres.indexes import BrinIndex
from django.db import models
from django.db.models.expressions import RawSQL

ABOUT_ONE_THING = models.Q(look__isnull=False, finding__isnull=True) | models.Q(look__isnull=True, finding__isnull=False)


def recent(instant: str, name: str) -> BrinIndex:
    """For the sealer, which asks every second what was written last (docs/seal.md)."""
    return BrinIndex(fields=[instant], name=name, pages_per_range=16)


class Case(models.Model):
    """Something that somebody must look at: a look drawn at random, under a direct finding, or at a decoy; or an approved finding under
    which nobody looked. Its own id stands in addresses: a look's would open what the look opens."""

    id = models.UUIDField(primary_key=True, db_default=RawSQL("gen_random_uuid()", []))
    look = models.UUIDField(null=True, unique=True)
    finding = models.UUIDField(null=True, unique=True)  # the finding, and its ground: both have one id
    why = models.TextField()  # random, finding, decoy, unused-finding
    drawn_at = models.DateTimeField(db_default=RawSQL("clock_timestamp()", []))

    class Meta:
        db_table = "oversight_case"
        constraints = [models.CheckConstraint(condition=ABOUT_ONE_THING, name="oversight_case_about_one_thing")]
        indexes = [models.Index(fields=["drawn_at", "look"], name="oversight_case_oldest")]  # the queue, oldest first


class Review(models.Model):
    """One supervisor's finding about one look, or about a direct finding that nobody used. A second one may follow; the newest counts."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_default=RawSQL("gen_random_uuid()", []))
    look = models.UUIDField(null=True, db_index=True)
    finding = models.UUIDField(null=True, db_index=True)
    reviewer = models.UUIDField()
    outcome = models.TextField()  # justified, unclear, misuse
    remark = models.TextField()
    reviewed_at = models.DateTimeField(db_default=RawSQL("clock_timestamp()", []))

    class Meta:
        db_table = "oversight_review"
        constraints = [
            models.CheckConstraint(condition=models.Q(outcome__in=["justified", "unclear", "misuse"]), name="oversight_review_outcome"),
            models.CheckConstraint(condition=ABOUT_ONE_THING, name="oversight_review_about_one_thing"),
        ]
        indexes = [recent("reviewed_at", "oversight_review_recent")]


class AskedPerson(models.Model):
    """Whom the number in a trail's question meant when it was read: so that a trail shows who read it."""

    id = models.UUIDField(primary_key=True, db_default=RawSQL("gen_random_uuid()", []))  # its seal's key: names nobody
    look = models.UUIDField()
    person = models.UUIDField(null=True, db_index=True)  # the trails that were read about this person; null: erased
    asked_at = models.DateTimeField(db_default=RawSQL("clock_timestamp()", []))

    class Meta:
        db_table = "oversight_asked_person"
        constraints = [models.UniqueConstraint(fields=["look", "person"], name="oversight_asked_person_once")]
        indexes = [recent("asked_at", "oversight_asked_person_recent")]


class Standstill(models.Model):
    """The seal stood still: noticed by the worker, told to supervisors and admins by this id."""

    id = models.UUIDField(primary_key=True, db_default=RawSQL("gen_random_uuid()", []))
    sealed_until = models.DateTimeField()  # all until then is sealed, and nothing after it
    noticed_at = models.DateTimeField()

    class Meta:
        db_table = "oversight_standstill"


class StandstillEnd(models.Model):
    """Sealing went on."""

    standstill = models.UUIDField(primary_key=True)
    ended_at = models.DateTimeField()

    class Meta:
        db_table = "oversight_standstill_end"
