"""The outside as one database: what its owner migrates. Its faces come with what the public and Timpora may do."""

from sisada.foundation import settings as shared
from sisada.foundation.environment import required

SISADA_SIDE = "outside"
SISADA_COLUMNS = shared.ROOT / "sisada" / "outside" / "columns.toml"
SISADA_READERS = ("sisada_public", "sisada_timpora")

SECRET_KEY = required("SISADA_SECRET_KEY")
DATABASES = shared.databases()
CACHES = shared.CACHES
LOGGING = shared.LOGGING
USE_TZ = True
INSTALLED_APPS = ["sisada.foundation", "sisada.outside.published", "sisada.outside.letterbox"]
