"""What the link knows about itself. It alone writes; the pages read state, copy and freshness (grants.sql). No row names a person."""

from django.db import models


class Position(models.Model):
    """Where reading goes on, of which source. One row, written in the transaction that stores what lies before it."""

    id = models.SmallIntegerField(primary_key=True, default=1)
    system_id = models.TextField()  # the source's own name of itself: another one is another database
    timeline = models.IntegerField()  # rises when the source is restored or a standby takes over
    slot = models.TextField()
    position = models.BigIntegerField()

    class Meta:
        db_table = "link_position"
        constraints = (models.CheckConstraint(condition=models.Q(id=1), name="link_position_one_row"),)


class State(models.Model):
    """How the mirror is, for the pages. One row."""

    id = models.SmallIntegerField(primary_key=True, default=1)
    phase = models.TextField()  # copying, streaming, halted
    source_at = models.DateTimeField(null=True)  # the source's time of the newest change or heartbeat applied; null: none yet
    checked_at = models.DateTimeField()  # when the source was last heard
    position = models.BigIntegerField()
    reason = models.TextField(null=True)  # while halted: a code of standstill.py
    sentence = models.TextField(null=True)  # while halted: what happened, for whoever must act

    class Meta:
        db_table = "link_state"
        constraints = (models.CheckConstraint(condition=models.Q(id=1), name="link_state_one_row"),)


class Copy(models.Model):
    """How far the initial copy of one table has come."""

    table_name = models.TextField(primary_key=True)  # ours
    rows_done = models.BigIntegerField(default=0)
    rows_expected = models.BigIntegerField()
    finished_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "link_copy"


class Quarantine(models.Model):
    """One row of the source that our side could not take. Its neighbours flow; a later good row with its key closes it. Never a value."""

    id = models.BigAutoField(primary_key=True)
    upstream_table = models.TextField()
    upstream_key = models.TextField()
    rule = models.TextField()  # the rule broken: our own word or an SQLSTATE, then our column or constraint
    position = models.BigIntegerField()  # the commit position of the transaction that brought it
    first_seen_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "link_quarantine"
        constraints = (
            # one open entry for each row, however often it comes broken
            models.UniqueConstraint(
                fields=["upstream_table", "upstream_key"], condition=models.Q(closed_at=None), name="link_quarantine_open"
            ),
        )


class Freshness(models.Model):
    """How late the changes of one minute came: from the source's commit to ours."""

    minute = models.DateTimeField(primary_key=True)
    worst_ms = models.IntegerField()
    median_ms = models.IntegerField()
    changes = models.IntegerField()  # transactions of the source

    class Meta:
        db_table = "link_freshness"
