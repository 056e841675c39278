"""The office face as an ASGI application: built files with their hashes, Django behind them, and streams that end when the server stops."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sisada.faces.office.settings")
django.setup()

from django.conf import settings  # noqa: E402 - Django must be set up before anything of it is imported
from servestatic import ServeStaticASGI  # noqa: E402

from sisada.faces.office.live import end_streams_with_the_server  # noqa: E402
from sisada.faces.office.well_formed import OfficeHandler  # noqa: E402
from sisada.foundation.environment import key, key_from_file  # noqa: E402

key("SISADA_CODE_PEPPER")  # the desk makes codes for callers: a malformed key stops the start, not the first call
key_from_file("SISADA_WORD_KEY_FILE")  # and signs its words to reporters

KEPT_S = 365 * 86400  # a built file's name changes with its content

application = end_streams_with_the_server(
    ServeStaticASGI(OfficeHandler(), root=settings.STATIC_ROOT, prefix=settings.STATIC_URL, max_age=KEPT_S, autorefresh=False)
)
