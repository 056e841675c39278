"""The event stream of an open page. It carries no data: "changed" makes the page ask again under its look."""

from datetime import timedelta
from uuid import UUID

from asgiref.sync import sync_to_async
from django.http import HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from sisada.faces.office import live
from sisada.foundation import words
from sisada.inside.accounts.access import OfficerRequest, open_to
from sisada.inside.accounts.roles import SEES_PERSONS, OfficerId
from sisada.inside.audit.looks import OpenLook, PersonId, end_look, keep_open
from sisada.inside.lookup import find

RENEW_EVERY = timedelta(minutes=9, seconds=30)  # a look lasts ten minutes; the next one is on record before it ends


@open_to(*SEES_PERSONS)
@require_GET
async def person_stream(request: OfficerRequest, person_id: PersonId) -> HttpResponseBase:
    """Follows one person while the page is visible: the script closes the stream when it is hidden. Each ten minutes are a look of
    their own; when it cannot be continued the stream ends, and the page says that its time is over."""
    follow = OpenPage(request.officer.id, request.device, person_id)
    if not await follow.keep_open():
        return HttpResponse(status=204)  # tells an EventSource not to come back
    body = live.events(str(person_id), page=follow, language=words.known(get_language() or "id"))
    return StreamingHttpResponse(body, content_type="text/event-stream", headers={"X-Accel-Buffering": "no"})


class OpenPage:
    """One visible page about one person, and the looks that keep it open."""

    def __init__(self, officer: OfficerId, device: UUID, person_id: PersonId) -> None:
        self.officer = officer
        self.device = device
        self.person_id = person_id
        self.open: OpenLook | None = None

    async def keep_open(self) -> bool:
        """False when the page's time is over. Asks the database only when the present look nears its end."""
        if self.open is None or timezone.now() - self.open.begun_at >= RENEW_EVERY:
            self.open = await sync_to_async(keep_open)(self.officer, self.device, subject=self.person_id)
        return self.open is not None

    async def missed_a_change(self) -> bool:
        return self.open is not None and await sync_to_async(find.changed_since_shown)(self.open.look)

    async def close(self) -> None:
        """The page was hidden, closed or cut off: nothing stays open behind it."""
        if self.open is not None:
            await sync_to_async(end_look)(self.open.look, why="page-closed")
