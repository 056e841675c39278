"""What an admin does to accounts. Every function is one SQL function, which checks the actor and leaves a row; nothing is edited.

A taken-over office process could still name any admin as the actor, since one database role speaks for all officers: what it does
then stands in the history under that admin's name, and every role that is given needs a second name, too.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID, uuid4

from sisada.inside.accounts.invitation_codes import Code
from sisada.inside.accounts.refusals import ask
from sisada.inside.accounts.roles import Capacity, OfficerId, Role


class Outcome(StrEnum):
    CONFIRMED = "confirmed"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"  # by whoever proposed it


@dataclass(frozen=True)
class RoleGiven:
    role: Role
    capacity: Capacity
    valid_from: date
    valid_until: date | None  # last day. None: until further notice


@dataclass(frozen=True)
class Invited:
    """An invitation just made. Its code is shown once, and is kept nowhere."""

    user_id: UUID
    code: Code
    valid_until: datetime
    waits: bool  # a second person must confirm it before it opens anything


def grant_role(user_id: UUID, given: RoleGiven, *, by: OfficerId, why: str) -> None:
    """Propose a role, whichever it is: it counts once a second person has confirmed it.

    Raises: Refused.
    """
    ask("accounts_grant_role", by, user_id, given.role, given.capacity, given.valid_from, given.valid_until, why)


def end_role(role_held: UUID, *, on: date, by: OfficerId, why: str) -> bool:
    """End a role: `on` is the first day without it. True: it ends; False: a second person must confirm it first.

    Raises: Refused.
    """
    return bool(ask("accounts_end_role", by, role_held, on, why)[0] == "ended")


def decide(proposal: UUID, outcome: Outcome, *, by: OfficerId, why: str) -> None:
    """Raises: Refused."""
    ask("accounts_decide", by, proposal, outcome, why)


def invite(email: str, name: str, *, roles: Sequence[RoleGiven], by: OfficerId, why: str) -> Invited:
    """Make a person, propose these roles, and make the invitation by which that person comes in.

    Raises: Refused.
    """
    user_id, code = uuid4(), Code.new()
    rows = [{"role": one.role, "capacity": one.capacity, "valid_from": one.valid_from, "valid_until": one.valid_until} for one in roles]
    row = ask("accounts_invite", by, user_id, email, name, json.dumps(rows, default=str), code.kept(), why)
    return Invited(user_id, code, row[0], waits=False)


def renew(user_id: UUID, *, by: OfficerId, why: str) -> Invited:
    """A new invitation for somebody who lost password or second factor; the old ones hold until it is used.

    Raises: Refused.
    """
    code = Code.new()
    valid_until, waits = ask("accounts_renew", by, user_id, code.kept(), why)
    return Invited(user_id, code, valid_until, waits)


def suspend(user_id: UUID, *, by: OfficerId, why: str) -> None:
    """Raises: Refused."""
    ask("accounts_suspend", by, user_id, why)


def lift_suspension(user_id: UUID, *, by: OfficerId, why: str) -> None:
    """Raises: Refused."""
    ask("accounts_lift_suspension", by, user_id, why)


def end_sessions(user_id: UUID, *, by: OfficerId, why: str) -> None:
    """Raises: Refused."""
    ask("accounts_end_sessions", by, user_id, why)


def revoke_device(device: UUID, *, by: OfficerId, why: str) -> None:
    """Raises: Refused."""
    ask("accounts_revoke_device", by, device, why)


def revoke_own_device(device: UUID, *, of: OfficerId) -> None:
    """Its sessions end at their next request. Nothing happens to a device of somebody else."""
    ask("accounts_revoke_own_device", of, device)
