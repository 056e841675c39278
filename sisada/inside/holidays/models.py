"""Declarations about days. Written by SQL functions alone, never changed."""

from django.db import models
from django.db.models.expressions import RawSQL


class Day(models.Model):
    """One declaration: this day is closed, or no longer. The newest about a day counts."""

    id = models.UUIDField(primary_key=True, db_default=RawSQL("gen_random_uuid()", []))
    day = models.DateField()
    name = models.TextField()  # as the decree calls it, in Indonesian
    kind = models.TextField()  # public, cuti-bersama
    withdrawn = models.BooleanField()
    source = models.TextField()
    set_by = models.UUIDField(null=True)  # null: it came from the library
    set_at = models.DateTimeField(db_default=RawSQL("clock_timestamp()", []))

    class Meta:
        db_table = "holidays_day"
        indexes = [models.Index(fields=["day", "-set_at"], name="holidays_day_newest")]
        constraints = [
            models.CheckConstraint(condition=models.Q(kind__in=["public", "cuti-bersama"]), name="holidays_day_kind_is_known"),
            models.CheckConstraint(condition=~models.Q(name="") & ~models.Q(source=""), name="holidays_day_says_what_and_why"),
        ]


class Outgoing(models.Model):
    """What the public pages are to know. Carried by `crossing`, which asks every such table alike."""

    id = models.UUIDField(primary_key=True, db_default=RawSQL("gen_random_uuid()", []))
    kind = models.TextField()
    body = models.JSONField()
    made_at = models.DateTimeField(db_default=RawSQL("clock_timestamp()", []))
    carried_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "holidays_outgoing"
        indexes = [models.Index(fields=["made_at"], condition=models.Q(carried_at__isnull=True), name="holidays_outgoing_waiting")]
