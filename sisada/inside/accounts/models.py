"""Roles held, with dates. What a role may do is said where it is done (`access.open_to`, grounds)."""

import uuid

from django.db import models


class RoleHeld(models.Model):
    """One person in one role. Ends by its date, never by deletion: who was head last March stays answerable."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user_id = models.UUIDField(db_index=True)
    role = models.TextField()  # roles.Role
    capacity = models.TextField(default="definitif")  # definitif, plh, plt
    valid_from = models.DateField()
    valid_until = models.DateField(null=True)  # last day; null: until further notice

    class Meta:
        db_table = "accounts_role_held"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(role__in=["petugas", "atasan", "meja", "kepala", "pengawas", "admin"]), name="accounts_role_held_known_role"
            ),
            models.CheckConstraint(condition=models.Q(capacity__in=["definitif", "plh", "plt"]), name="accounts_role_held_known_capacity"),
        ]
