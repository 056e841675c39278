"""What the settings of every process share. A process serves one face and gets one database role's address."""

from pathlib import Path
from typing import Any

from sisada.foundation.environment import django_database, flag, required

ROOT = Path(__file__).parents[2]
DEMO = flag("SISADA_DEMO")


def databases() -> dict[str, Any]:
    return {"default": django_database(required("DATABASE_URL"))}


# The cache is a table: rate limits are shared by all processes and survive a restart.
CACHES = {
    "default": {
        "BACKEND": "sisada.foundation.cache.JsonTableCache",
        "LOCATION": "foundation_cache",
        # Beyond it a third of what still lasts is dropped: nobody may bring that about by failing often.
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
LANGUAGES = [("id", "Bahasa Indonesia"), ("en", "English")]
LOCALE_PATHS = [ROOT / "sisada" / "locale"]

# One line an event, and never a value: request lines carry paths only, exceptions their type and place (foundation/logs.py).
LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"()": "sisada.foundation.logs.LineFormatter"}},
    "handlers": {"stream": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stream"], "level": "INFO"},
    "loggers": {
        "django.request": {"handlers": ["stream"], "level": "ERROR", "propagate": False},
        "procrastinate": {"level": "WARNING"},  # its INFO lines carry the arguments of jobs
    },
}
