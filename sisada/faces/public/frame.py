"""What every page of the public face shows around its content: whose it is, its languages, and where to ask."""

from typing import Any

from django.http import HttpRequest

from sisada.faces.public.languages import spoken_here
from sisada.foundation.office import office


def frame(request: HttpRequest) -> dict[str, Any]:
    return {"office": office(), "languages": list(spoken_here(request))}
