"""The tables of orders and findings. Rows are inserted by SQL functions alone; what became of an order is a row beside it."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import BrinIndex
from django.db import models
from django.db.models.expressions import RawSQL
from django.db.models.functions import Coalesce


def recent(instant: str, name: str) -> BrinIndex:
    """For the sealer, which asks every second what was written last (docs/seal.md)."""
    return BrinIndex(fields=[instant], name=name, pages_per_range=16)


class Order(models.Model):
    """A surat perintah as drawn up. It has a number once it is approved."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    office_code = models.TextField()
    purpose = models.TextField()
    officers = ArrayField(models.UUIDField())
    area_codes = ArrayField(models.TextField())
    place = models.TextField()  # for the header: the areas' names, or what people call the place
    persons = ArrayField(models.UUIDField(), null=True)  # null: whomever the officers meet in the areas
    persons_named = models.GeneratedField(  # how many, for whoever signs: a number names nobody
        expression=Coalesce(models.Func("persons", function="cardinality"), 0), output_field=models.IntegerField(), db_persist=True
    )
    valid_from = models.DateTimeField()
    valid_until = models.DateTimeField()
    finding = models.UUIDField(null=True)  # the direct finding that this order follows; null: none
    drawn_by = models.UUIDField()
    drawn_at = models.DateTimeField(db_default=RawSQL("clock_timestamp()", []))

    class Meta:
        db_table = "orders_order"
        constraints = [
            models.CheckConstraint(condition=models.Q(valid_until__gt=models.F("valid_from")), name="orders_order_ends_after_it_begins"),
            models.CheckConstraint(condition=~models.Q(officers=[]), name="orders_order_names_officers"),
            models.CheckConstraint(condition=~models.Q(area_codes=[]), name="orders_order_names_areas"),
        ]
        indexes = [
            models.Index(fields=["-drawn_at", "-id"], name="orders_order_newest"),  # the list, paged by key
            models.Index(fields=["finding"], condition=models.Q(finding__isnull=False), name="orders_order_of_finding"),  # did one follow?
        ]


class Approval(models.Model):
    """The signature. From here on the order is a ground, under its own id."""

    order = models.UUIDField(primary_key=True)
    number = models.TextField(unique=True)
    approver = models.UUIDField()
    capacity = models.TextField()  # definitif, plh, plt
    approved_at = models.DateTimeField(db_default=RawSQL("clock_timestamp()", []))

    class Meta:
        db_table = "orders_approval"
        indexes = [recent("approved_at", "orders_approval_recent")]


class Refusal(models.Model):
    order = models.UUIDField(primary_key=True)
    refused_by = models.UUIDField()
    why = models.TextField()
    refused_at = models.DateTimeField(db_default=RawSQL("clock_timestamp()", []))

    class Meta:
        db_table = "orders_refusal"
        indexes = [recent("refused_at", "orders_refusal_recent")]


class Cancellation(models.Model):
    order = models.UUIDField(primary_key=True)
    cancelled_by = models.UUIDField()
    why = models.TextField()
    cancelled_at = models.DateTimeField(db_default=RawSQL("clock_timestamp()", []))

    class Meta:
        db_table = "orders_cancellation"
        indexes = [recent("cancelled_at", "orders_cancellation_recent")]


class Number(models.Model):
    """The last number given in a year. The row is locked while one is given, so that no two orders share one."""

    pk = models.CompositePrimaryKey("office_code", "year")
    office_code = models.TextField()
    year = models.SmallIntegerField()
    last = models.IntegerField()

    class Meta:
        db_table = "orders_number"


class Finding(models.Model):
    """What an officer reports on the spot, before anybody's data is opened."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    officer = models.UUIDField()
    device = models.UUIDField()
    letter = models.CharField(max_length=1)  # a, b or c of art. 30
    sentence = models.TextField()
    place = models.TextField()
    reported_at = models.DateTimeField(db_default=RawSQL("clock_timestamp()", []))
    answer_until = models.DateTimeField()  # nobody may answer later: the moment in the street is over

    class Meta:
        db_table = "orders_finding"
        constraints = [models.CheckConstraint(condition=models.Q(letter__in=["a", "b", "c"]), name="orders_finding_letter")]
        indexes = [models.Index(fields=["-reported_at", "-id"], name="orders_finding_newest")]  # the list, paged by key


class FindingAnswer(models.Model):
    """The superior's answer. Approved: the look opens, and the clock to the urgent order starts."""

    finding = models.UUIDField(primary_key=True)
    answered_by = models.UUIDField()
    capacity = models.TextField()  # definitif, plh, plt
    approved = models.BooleanField()
    answered_at = models.DateTimeField(db_default=RawSQL("clock_timestamp()", []))
    order_due_at = models.DateTimeField(null=True)  # null: not approved

    class Meta:
        db_table = "orders_finding_answer"
        indexes = [recent("answered_at", "orders_finding_answer_recent")]


class Rota(models.Model):
    """Who answers findings, in which turn, on which days. Without a row for the day: all superiors, then the head."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    officer = models.UUIDField()
    turn = models.SmallIntegerField()
    valid_from = models.DateField()
    valid_until = models.DateField()
    set_by = models.UUIDField()
    set_at = models.DateTimeField(db_default=RawSQL("clock_timestamp()", []))

    class Meta:
        db_table = "orders_rota"
        constraints = [
            models.CheckConstraint(condition=models.Q(valid_until__gte=models.F("valid_from")), name="orders_rota_ends_after_it_begins"),
            models.CheckConstraint(condition=models.Q(turn__gte=1, turn__lte=9), name="orders_rota_turn"),
        ]


class RotaEnd(models.Model):
    """A row of the rota that was taken back: from that moment on it counts no more."""

    rota = models.UUIDField(primary_key=True)
    ended_by = models.UUIDField()
    ended_at = models.DateTimeField(db_default=RawSQL("clock_timestamp()", []))

    class Meta:
        db_table = "orders_rota_end"
