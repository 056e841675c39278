"""The dated rows and what happened to them. Rows are written by `load_rules` (the owner) and by SQL functions, and never changed."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.expressions import RawSQL


class Declared(models.Model):
    """What the code says about a rule, so that the database can refuse a row without asking Python. Renewed by every migrate."""

    name = models.TextField(primary_key=True)  # capability.thing
    abouts = ArrayField(models.TextField())  # what it may be about; an empty text: about nothing in particular
    needs_second = models.BooleanField()
    least = models.IntegerField(null=True)  # null: its value is no whole number
    most = models.IntegerField(null=True)

    class Meta:
        db_table = "rules_declared"


class Row(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    name = models.TextField()
    about = models.TextField(db_default="")
    value = models.JSONField()
    valid_from = models.DateField()  # both days count, in the office's zone
    valid_until = models.DateField(null=True)  # null: until a newer row about the same
    source = models.TextField()
    needs_second = models.BooleanField()
    set_by = models.UUIDField(null=True)  # null: it came with a release
    set_at = models.DateTimeField(db_default=RawSQL("clock_timestamp()", []))

    class Meta:
        db_table = "rules_row"
        indexes = [models.Index(fields=["name", "about", "valid_from"], name="rules_row_by_rule")]  # rules_value
        constraints = [
            models.CheckConstraint(
                condition=models.Q(valid_until=None) | models.Q(valid_until__gte=models.F("valid_from")),
                name="rules_row_ends_after_it_begins",
            ),
            models.CheckConstraint(condition=~models.Q(source=""), name="rules_row_names_its_source"),
            models.CheckConstraint(
                condition=models.Q(needs_second=False) | models.Q(set_by__isnull=False), name="rules_row_second_only_after_a_first"
            ),
        ]


class Confirmation(models.Model):
    """The second person said yes."""

    row = models.OneToOneField(Row, on_delete=models.PROTECT, primary_key=True, db_column="row")
    by = models.UUIDField()
    at = models.DateTimeField(db_default=RawSQL("clock_timestamp()", []))

    class Meta:
        db_table = "rules_confirmation"


class Withdrawal(models.Model):
    """Taken back before it began: it never counted."""

    row = models.OneToOneField(Row, on_delete=models.PROTECT, primary_key=True, db_column="row")
    by = models.UUIDField()
    at = models.DateTimeField(db_default=RawSQL("clock_timestamp()", []))

    class Meta:
        db_table = "rules_withdrawal"


class Zone(models.Model):
    """The office's zone (office.toml), for the database's own today. One row, renewed by every migrate."""

    zone = models.TextField(primary_key=True)

    class Meta:
        db_table = "rules_zone"
