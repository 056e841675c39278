"""The keys by which a person is found, and the marks that others put on a card.

The link writes the keys in the transaction that brings the person (grants.sql). Parts and numbers are folded by `name_folding` and
`document_numbers`; a search asks with the same functions.
"""

from django.contrib.postgres.indexes import OpClass
from django.db import models
from django.db.models import Q
from django.db.models.expressions import RawSQL


class NamePart(models.Model):
    """One folded part of one recorded name. A name's parts may be asked in any order, the last as a prefix."""

    id = models.BigAutoField(primary_key=True)
    name_id = models.UUIDField(db_index=True)
    person_id = models.UUIDField()
    part = models.TextField()

    class Meta:
        db_table = "lookup_name_part"
        indexes = [
            # text_pattern_ops: a prefix is found by the index in any collation
            models.Index(OpClass("part", name="text_pattern_ops"), models.F("person_id"), name="lookup_name_part_prefix"),
        ]


class Number(models.Model):
    """One document, permit or NIORA number: as written, and folded so that a misread still finds it."""

    row_id = models.UUIDField(primary_key=True)  # the registry row that holds it
    person_id = models.UUIDField(db_index=True)
    kind = models.TextField()  # document, permit, niora
    exact = models.TextField()  # upper case, without blanks, dots, hyphens
    folded = models.TextField()

    class Meta:
        db_table = "lookup_number"
        indexes = [models.Index(fields=["folded"], name="lookup_number_folded")]


class Mark(models.Model):
    """What a card says beside the mirror: these data are in question. Put and ended by the functions of whoever looks into it."""

    id = models.UUIDField(primary_key=True, db_default=RawSQL("gen_random_uuid()", []))
    person = models.UUIDField()
    kind = models.TextField()  # disputed, discrepancy
    about = models.TextField(null=True)  # of a discrepancy: which field
    since = models.DateTimeField(db_default=RawSQL("clock_timestamp()", []))
    until = models.DateTimeField(null=True)  # null: still in question
    subject = models.UUIDField(db_index=True)  # the case in which somebody looks into it

    class Meta:
        db_table = "lookup_mark"
        indexes = [models.Index(fields=["person"], name="lookup_mark_of_person")]  # a card asks for its person's
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=("disputed", "discrepancy")), name="lookup_mark_kind"),
            models.UniqueConstraint(fields=["person", "subject"], condition=Q(until=None), name="lookup_mark_once"),
        ]
