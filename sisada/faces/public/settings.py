"""The public face: the outside, seen by the role `sisada_public`, over HTTP. It has no users, sessions or cookies."""

from typing import Any

from sisada.faces.public.limits import BODY_BYTES, FIELDS_BYTES, PHOTOS
from sisada.foundation import settings as shared
from sisada.foundation.environment import flag, require_loopback, words
from sisada.foundation.office import office
from sisada.outside import settings as outside
from sisada.outside.letterbox import keys

SISADA_SIDE = outside.SISADA_SIDE
SISADA_COLUMNS = outside.SISADA_COLUMNS
SISADA_READERS = outside.SISADA_READERS
PLAIN_HTTP = flag("SISADA_PLAIN_HTTP")

SECRET_KEY = outside.SECRET_KEY
DATABASES = outside.DATABASES
CACHES = outside.CACHES
# Nothing that a sender chose is logged: of an error its type and its place in the code (foundation/logs.py), of a refused host nothing.
# A logger without a handler would fall back on Python's own, which writes everything: so one that writes nothing.
LOGGING = shared.LOGGING | {
    "handlers": shared.LOGGING["handlers"] | {"nothing": {"class": "logging.NullHandler"}},
    "loggers": shared.LOGGING["loggers"] | {"django.security": {"handlers": ["nothing"], "propagate": False}},
}
LANGUAGES = [*shared.LANGUAGES, ("zh", "中文"), ("ko", "한국어"), ("ja", "日本語")]  # the last three: languages.py
LOCALE_PATHS = shared.LOCALE_PATHS
LANGUAGE_CODE = "id"
TIME_ZONE = str(office().zone)
USE_TZ = outside.USE_TZ
INSTALLED_APPS = [*outside.INSTALLED_APPS, "sisada.foundation.parts", "sisada.faces.public"]

ALLOWED_HOSTS = words("SISADA_HOSTS", default="localhost,127.0.0.1")
if shared.DEMO:
    require_loopback(ALLOWED_HOSTS, because="The demo, with its known passwords,")
if PLAIN_HTTP:
    require_loopback(ALLOWED_HOSTS, because="Plain HTTP")
ROOT_URLCONF = "sisada.faces.public.urls"
# No CsrfViewMiddleware: it protects what a browser may do because it carries a cookie. Here nobody carries anything; whatever another
# site could make a visitor's browser send, that site could send itself. Its cookie would be the only one of this face.
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "sisada.faces.public.middleware.PublicPages",
    "sisada.faces.public.middleware.InTheLanguageOfTheAddress",
    "django.middleware.common.CommonMiddleware",
    "sisada.faces.public.middleware.Problems",
]
keys.require()
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["django.template.context_processors.request", "sisada.faces.public.frame.frame"]},
    }
]
STATIC_URL = "/statis/"
STATIC_ROOT = shared.ROOT / "sisada" / "faces" / "public" / "static"

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"  # nothing goes to others; "no-referrer" would make browsers send Origin: null with forms
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
# Everything that arrives stays in memory: a body up to the largest that asgi.py lets through, and no handler that writes files.
DATA_UPLOAD_MAX_MEMORY_SIZE = FIELDS_BYTES
DATA_UPLOAD_MAX_NUMBER_FIELDS = 12_000
DATA_UPLOAD_MAX_NUMBER_FILES = PHOTOS
FILE_UPLOAD_MAX_MEMORY_SIZE = BODY_BYTES
FILE_UPLOAD_HANDLERS = ["sisada.outside.letterbox.work.uploads.InMemory"]
