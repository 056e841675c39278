"""What was decided about people: roles, proposals, invitations, suspensions. Rows alone, never edited: an end is a row of its own.

Written by the SQL functions beside (sql/), which check that the actor is an admin today; nobody else may write here.
"""

import uuid

from django.db import models
from django.db.models.expressions import RawSQL

AT_ONCE = RawSQL("clock_timestamp()", [])
ROLES = ["petugas", "atasan", "meja", "kepala", "pengawas", "admin"]
CAPACITIES = ["definitif", "plh", "plt"]


class Name(models.Model):
    """What somebody is called from then on, written whenever a user gets a name (accounts_keep_name): so a trail's names are sealed."""

    id = models.UUIDField(primary_key=True, db_default=RawSQL("gen_random_uuid()", []))
    user_id = models.UUIDField(db_index=True)
    name = models.TextField()
    set_at = models.DateTimeField(db_default=AT_ONCE)

    class Meta:
        db_table = "accounts_name"


class RoleHeld(models.Model):
    """One person in one role. Never deleted: who was head last March stays answerable."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user_id = models.UUIDField(db_index=True)
    role = models.TextField()  # roles.Role
    capacity = models.TextField(default="definitif")  # roles.Capacity
    valid_from = models.DateField()
    valid_until = models.DateField(null=True)  # last day; null: until further notice
    set_by = models.UUIDField(null=True)  # null: set when the office was installed
    set_at = models.DateTimeField(db_default=AT_ONCE)
    why = models.TextField(db_default="")

    class Meta:
        db_table = "accounts_role_held"
        constraints = [
            models.CheckConstraint(condition=models.Q(role__in=ROLES), name="accounts_role_held_known_role"),
            models.CheckConstraint(condition=models.Q(capacity__in=CAPACITIES), name="accounts_role_held_known_capacity"),
        ]


class RoleEnd(models.Model):
    """A role ends before its own last day, or had none. Of several ends the earliest counts."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    role_held = models.ForeignKey(RoleHeld, on_delete=models.PROTECT, db_column="role_held")
    ended_on = models.DateField()  # the first day without the role
    ended_by = models.UUIDField()
    ended_at = models.DateTimeField(db_default=AT_ONCE)
    why = models.TextField()

    class Meta:
        db_table = "accounts_role_end"


class Invitation(models.Model):
    """A one-time code by which somebody sets password and second factor. Of one person's invitations the newest counts."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user_id = models.UUIDField()
    code_hash = models.BinaryField(unique=True)  # keyed: whoever reads the table cannot try codes
    made_by = models.UUIDField(null=True)  # null: made when the office was installed
    made_at = models.DateTimeField(db_default=AT_ONCE)
    valid_until = models.DateTimeField()
    why = models.TextField()

    class Meta:
        db_table = "accounts_invitation"
        indexes = [models.Index(fields=["user_id", "made_at"], name="accounts_invitation_of_user")]  # the newest of one person


class InvitationUse(models.Model):
    invitation = models.OneToOneField(Invitation, on_delete=models.PROTECT, primary_key=True, db_column="invitation")
    used_at = models.DateTimeField(db_default=AT_ONCE)

    class Meta:
        db_table = "accounts_invitation_use"


class Proposal(models.Model):
    """A change that needs a second person: a role begins, one of those who watch ends, or who ever held one is invited anew."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.TextField()  # proposals.Kind
    user_id = models.UUIDField(db_index=True)
    role = models.TextField()
    capacity = models.TextField(null=True)  # null: kind is not "grant"
    valid_from = models.DateField(null=True)  # as above
    valid_until = models.DateField(null=True)
    role_held = models.ForeignKey(RoleHeld, null=True, on_delete=models.PROTECT, db_column="role_held")  # null: kind is not "end"
    ended_on = models.DateField(null=True)  # as above
    invitation = models.ForeignKey(
        Invitation, null=True, on_delete=models.PROTECT, db_column="invitation"
    )  # null: kind is not "invitation"
    proposed_by = models.UUIDField()
    proposed_at = models.DateTimeField(db_default=AT_ONCE)
    why = models.TextField()

    class Meta:
        db_table = "accounts_role_proposal"
        constraints = [
            models.CheckConstraint(condition=models.Q(kind__in=["grant", "end", "invitation"]), name="accounts_role_proposal_known_kind"),
        ]


class Decision(models.Model):
    """What became of a proposal: confirmed or refused by the second person, or withdrawn by the first."""

    proposal = models.OneToOneField(Proposal, on_delete=models.PROTECT, primary_key=True, db_column="proposal")
    outcome = models.TextField()
    decided_by = models.UUIDField()
    decided_at = models.DateTimeField(db_default=AT_ONCE)
    why = models.TextField()

    class Meta:
        db_table = "accounts_role_decision"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(outcome__in=["confirmed", "refused", "withdrawn"]), name="accounts_role_decision_known_outcome"
            ),
        ]


class Suspension(models.Model):
    """Somebody is kept out until an end row lifts it; sign_in_user.is_active follows, in the same function."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user_id = models.UUIDField(db_index=True)
    begun_by = models.UUIDField()
    begun_at = models.DateTimeField(db_default=AT_ONCE)
    why = models.TextField()

    class Meta:
        db_table = "accounts_suspension"


class SuspensionEnd(models.Model):
    suspension = models.OneToOneField(Suspension, on_delete=models.PROTECT, primary_key=True, db_column="suspension")
    ended_by = models.UUIDField()
    ended_at = models.DateTimeField(db_default=AT_ONCE)
    why = models.TextField()

    class Meta:
        db_table = "accounts_suspension_end"


class AccessEnd(models.Model):
    """An admin ended somebody's sessions, or revoked one device."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user_id = models.UUIDField(db_index=True)
    device = models.UUIDField(null=True)  # null: every session
    ended_by = models.UUIDField()
    ended_at = models.DateTimeField(db_default=AT_ONCE)
    why = models.TextField()

    class Meta:
        db_table = "accounts_access_end"
