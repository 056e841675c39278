"""The witness of the seal (docs/seal.md). Nobody may change or delete a row, the carrier neither."""

from django.db import models
from django.db.models.expressions import RawSQL


class AuditKey(models.Model):
    """A public key of the sealer, as it was first announced."""

    key_id = models.TextField(primary_key=True)
    public_key = models.BinaryField()
    received_at = models.DateTimeField(db_default=RawSQL("clock_timestamp()", []))

    class Meta:
        db_table = "published_audit_key"


class AuditHead(models.Model):
    """A checkpoint as the sealer signed it. Two of one number may stand here: that is the proof of a forked chain."""

    hash = models.BinaryField(primary_key=True)
    number = models.BigIntegerField(db_index=True)  # a verifier reads them in this order
    count = models.BigIntegerField()
    chain = models.BinaryField()
    complete_until = models.DateTimeField()
    signed_at = models.DateTimeField()
    previous = models.BinaryField()
    key_id = models.TextField()
    signature = models.BinaryField()
    received_at = models.DateTimeField(db_default=RawSQL("clock_timestamp()", []))  # by a clock that the inside cannot set

    class Meta:
        db_table = "published_audit_head"
