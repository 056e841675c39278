"""What waits for one person now. A later capability adds kinds; their words and addresses are the face's to say."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection
from django.db.models import Exists, OuterRef

from sisada.inside.waiting.models import Done, Notice

CHANNEL = "waiting_notice"  # NOTIFY carries the id of the person for whom something waits


@dataclass(frozen=True)
class Waiting:
    id: UUID
    kind: str
    subject: UUID
    since: datetime


def waiting_for(user_id: UUID, at: datetime) -> list[Waiting]:
    """What shows for this person at this instant, the longest waiting first."""
    done = Done.objects.filter(notice=OuterRef("id"))
    shown = Notice.objects.filter(~Exists(done), for_user=user_id, visible_from__lte=at).order_by("visible_from", "id")
    return [Waiting(row.id, row.kind, row.subject, row.visible_from) for row in shown[:50]]


def seen(notice_id: UUID, *, by: UUID) -> None:
    """A notice that only tells something is done once its reader has seen it; one that asks for an answer ends with the answer."""
    with connection.cursor() as cursor:
        cursor.execute("select waiting_seen(%s, %s)", [notice_id, by])
