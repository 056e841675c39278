"""What every page of the public face shows around its content: whose it is, its languages, and where to ask."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import get_language

from sisada.faces.public.languages import spoken_here, tag_of
from sisada.foundation.office import office


def frame(request: HttpRequest) -> dict[str, Any]:
    return {"office": office(), "language_tag": tag_of(get_language() or "id"), "languages": list(spoken_here(request))}
