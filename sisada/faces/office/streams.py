"""The event stream of an open page. It carries no data: "changed" makes the page ask again under its look."""

from asgiref.sync import sync_to_async
from django.http import HttpResponse, HttpResponseBase, StreamingHttpResponse
from datetime import timedelta

from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from sisada.faces.office import live
from sisada.foundation import words
from sisada.inside.accounts.access import OfficerRequest, open_to
from sisada.inside.accounts.roles import SEES_PERSONS
from sisada.inside.audit.looks import PersonId, open_look
from sisada.inside.lookup import find

LOOK_LASTS = timedelta(minutes=10)


@open_to(*SEES_PERSONS)
@require_GET
async def person_stream(request: OfficerRequest, person_id: PersonId) -> HttpResponseBase:
    """Follows one person as long as the look is open; without an open look there is nothing to follow."""
    opened = await sync_to_async(open_look)(request.officer.id, request.device, subject=person_id)
    if opened is None:
        return HttpResponse(status=204)  # tells an EventSource not to come back
    over_at = opened.begun_at + LOOK_LASTS
    body = live.events(
        str(person_id),
        until=lambda: timezone.now() >= over_at,
        missed=lambda: sync_to_async(find.changed_since_shown)(opened.look),
        language=words.known(get_language() or "id"),
    )
    return StreamingHttpResponse(body, content_type="text/event-stream", headers={"X-Accel-Buffering": "no"})
