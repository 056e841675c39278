"""What stands outside of a report: ciphertext, times and random ids. The public face has no right on these tables but its functions."""

import uuid

from django.db import models
from django.db.models.expressions import RawSQL

AT_ONCE = RawSQL("clock_timestamp()", [])
KINDS_OF_HOLIDAY = ("public", "cuti-bersama")
AUTHORS = ("reporter", "office")


class LetterThread(models.Model):
    """All that one word code opens. Made with the first letter, or by inside when somebody reports at the desk."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    code_index = models.BinaryField(unique=True)  # HMAC of what Argon2id made of the words: neither tells a word
    reporter_key = models.BinaryField()  # X25519, the public half of the code's own key
    received_at = models.DateTimeField(db_default=AT_ONCE)

    class Meta:
        db_table = "letterbox_thread"


class LetterThreadEnd(models.Model):
    """From here on the thread's code answers as if it had never been. Stays, so that a late box or a resent letter does not revive it."""

    thread = models.UUIDField(primary_key=True)
    ended_at = models.DateTimeField()

    class Meta:
        db_table = "letterbox_thread_end"


class Letter(models.Model):
    """One letter to the office, sealed to inside's key. The row outlives its content: a phone resends weeks later."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)  # made with the form, so that sending twice is sending once
    thread = models.UUIDField(db_index=True)  # the sweep deletes by thread
    sealed = models.BinaryField(null=True)  # null: carried and swept
    digest = models.BinaryField()  # keyed (post.py): the same letter sealed again has other bytes and the same digest
    received_at = models.DateTimeField(db_default=AT_ONCE)
    carried_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "letterbox_letter"
        indexes = [
            # what the passage asks for every half second
            models.Index(fields=["received_at"], condition=models.Q(carried_at__isnull=True), name="letterbox_letter_waiting"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(sealed__isnull=False) | models.Q(carried_at__isnull=False), name="letterbox_letter_kept_until_carried"
            ),
        ]


class LetterPart(models.Model):
    """One photo of a letter, re-encoded and sealed apart, in the order in which the letter names it."""

    pk = models.CompositePrimaryKey("letter", "place")
    letter = models.UUIDField()
    place = models.SmallIntegerField()
    sealed = models.BinaryField()

    class Meta:
        db_table = "letterbox_part"
        constraints = [
            models.CheckConstraint(condition=models.Q(place__gte=0, place__lte=4), name="letterbox_part_at_most_five"),
        ]


class Box(models.Model):
    """What a reporter may read again: his own words or the office's, sealed to the key of his code."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)  # the letter's own id for own words; made inside for the office's
    thread = models.UUIDField(db_index=True)
    author = models.TextField()
    sealed = models.BinaryField()
    made_at = models.DateTimeField()

    class Meta:
        db_table = "letterbox_box"
        constraints = [
            models.CheckConstraint(condition=models.Q(author__in=AUTHORS), name="letterbox_box_known_author"),
        ]


class Holiday(models.Model):
    """A closed day of the office, as inside published it. Only added to: the newest row of a day counts."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    day = models.DateField()
    name = models.TextField()
    kind = models.TextField()
    withdrawn = models.BooleanField()
    set_at = models.DateTimeField()

    class Meta:
        db_table = "letterbox_holiday"
        indexes = [models.Index(fields=["day", "-set_at"], name="letterbox_holiday_newest")]
        constraints = [
            models.CheckConstraint(condition=models.Q(kind__in=KINDS_OF_HOLIDAY), name="letterbox_holiday_known_kind"),
        ]


class SpentProof(models.Model):
    """A proof of work that came back, until it would have expired anyway. It serves one form, which may be sent more than once."""

    proof = models.BinaryField(primary_key=True)  # the challenge's own signature: random to whoever does not sign
    form = models.UUIDField()
    sends = models.SmallIntegerField()
    expires_at = models.DateTimeField(db_index=True)  # each spending sweeps a few of those that are over

    class Meta:
        db_table = "letterbox_proof"


class Budget(models.Model):
    """How much of the present ten minutes those without a proof have used up, all together: a number and no sender."""

    pk = models.CompositePrimaryKey("lane", "window_at")
    lane = models.TextField()
    window_at = models.DateTimeField()
    taken = models.IntegerField()

    class Meta:
        db_table = "letterbox_budget"
