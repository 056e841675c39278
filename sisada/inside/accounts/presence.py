"""Whether whoever opened a page is still allowed to keep it open: asked every few seconds by the page's event stream."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sisada.foundation.clock import now
from sisada.inside.accounts.access import OfficerRequest
from sisada.inside.accounts.refusals import ask
from sisada.inside.accounts.roles import OfficerId, Role


@dataclass(frozen=True)
class Presence:
    """An officer in one session on one device, as they were when a page was opened."""

    officer: OfficerId
    device: UUID
    session: str
    opened_at: datetime
    roles: Sequence[Role]  # one of them must still be held

    @classmethod
    def of(cls, request: OfficerRequest, *roles: Role) -> "Presence":
        return cls(request.officer.id, request.device, request.session.session_key or "", now(), roles)

    def lasts(self) -> bool:
        """False once the officer is suspended or signed out, sessions or device were ended, or none of the roles is his any more."""
        row = ask("accounts_is_present", self.officer, self.device, self.session, self.opened_at, [role.value for role in self.roles])
        return bool(row[0])
