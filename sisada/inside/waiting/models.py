"""Notices and their ends."""

import uuid

from django.db import models
from django.db.models.expressions import RawSQL


class Notice(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_default=RawSQL("gen_random_uuid()", []))
    for_user = models.UUIDField()
    kind = models.TextField()  # order, finding, finding-approved …; words and address stand in the face
    subject = models.UUIDField(db_index=True)  # what ends its notices: the answer to this
    visible_from = models.DateTimeField()
    visible_until = models.DateTimeField(null=True)  # null: until somebody answers
    made_at = models.DateTimeField(db_default=RawSQL("clock_timestamp()", []))

    class Meta:
        db_table = "waiting_notice"
        indexes = [models.Index(fields=["for_user", "visible_from"], name="waiting_notice_for_user")]  # what waits for one person


class Done(models.Model):
    notice = models.UUIDField(primary_key=True)
    done_by = models.UUIDField()  # not always whom it was for: a colleague may have answered first
    done_at = models.DateTimeField(db_default=RawSQL("clock_timestamp()", []))

    class Meta:
        db_table = "waiting_done"
