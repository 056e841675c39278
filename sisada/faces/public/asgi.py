"""The public face as an ASGI application: built files with their hashes, and Django behind them."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sisada.faces.public.settings")
django.setup()

from django.conf import settings  # noqa: E402 - Django must be set up before anything of it is imported
from servestatic import ServeStaticASGI  # noqa: E402

from sisada.faces.public.bodies import BoundedBodies  # noqa: E402
from sisada.faces.public.dear import proof_of  # noqa: E402
from sisada.foundation.utf8_request import Utf8Handler  # noqa: E402
from sisada.outside.letterbox.work.arrivals import InTime  # noqa: E402
from sisada.outside.letterbox.work.door import Door  # noqa: E402

KEPT_S = 365 * 86400  # a built file's name changes with its content

application = ServeStaticASGI(
    InTime(BoundedBodies(Door(Utf8Handler(), proof_of=proof_of))),
    root=settings.STATIC_ROOT,
    prefix=settings.STATIC_URL,
    max_age=KEPT_S,
    autorefresh=False,
)
