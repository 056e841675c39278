"""What comes up for review, what was found, about whom a trail was asked. SQL functions alone insert rows; none is changed."""

import uuid

from django.db import models
from django.db.models.expressions import RawSQL


class Case(models.Model):
    """A look that somebody must look at: drawn at random, a direct finding, or a decoy. Its own id stands in addresses: a
    look's would open what the look opens."""

    id = models.UUIDField(unique=True, db_default=RawSQL("gen_random_uuid()", []))
    look = models.UUIDField(primary_key=True)
    why = models.TextField()  # random, finding, decoy
    drawn_at = models.DateTimeField(db_default=RawSQL("clock_timestamp()", []))

    class Meta:
        db_table = "oversight_case"
        indexes = [models.Index(fields=["drawn_at", "look"], name="oversight_case_oldest")]  # the queue, oldest first


class Review(models.Model):
    """One supervisor's finding about one look. A second one may follow; the newest counts."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_default=RawSQL("gen_random_uuid()", []))
    look = models.UUIDField(db_index=True)
    reviewer = models.UUIDField()
    outcome = models.TextField()  # justified, unclear, misuse
    remark = models.TextField()
    reviewed_at = models.DateTimeField(db_default=RawSQL("clock_timestamp()", []))

    class Meta:
        db_table = "oversight_review"
        constraints = [
            models.CheckConstraint(condition=models.Q(outcome__in=["justified", "unclear", "misuse"]), name="oversight_review_outcome")
        ]


class AskedPerson(models.Model):
    """Whom the number in a trail's question meant when it was read: so that a trail shows who read it."""

    pk = models.CompositePrimaryKey("look", "person")
    look = models.UUIDField()
    person = models.UUIDField(db_index=True)  # the trails that were read about this person

    class Meta:
        db_table = "oversight_asked_person"
