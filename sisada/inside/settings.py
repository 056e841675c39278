"""The inside as one database: what its owner migrates, and what the office face and the worker build upon."""

from sisada.foundation import settings as shared
from sisada.foundation.environment import required
from sisada.foundation.office import office

SISADA_SIDE = "inside"
SISADA_COLUMNS = shared.ROOT / "sisada" / "inside" / "columns.toml"
SISADA_READERS = ("sisada_office",)
DEMO = shared.DEMO

SECRET_KEY = required("SISADA_SECRET_KEY")
DATABASES = shared.databases()
CACHES = shared.CACHES
PASSWORD_HASHERS = shared.PASSWORD_HASHERS
LOGGING = shared.LOGGING
LANGUAGES = shared.LANGUAGES
LOCALE_PATHS = shared.LOCALE_PATHS
LANGUAGE_CODE = "id"
TIME_ZONE = str(office().zone)
USE_TZ = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "sign_in.User"
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"
# allauth refuses to load without these, also where nobody signs in.
MIDDLEWARE = ["allauth.account.middleware.AccountMiddleware"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]

# Ours stand in import order (STYLE): their .sql files run in this order too.
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "django.contrib.postgres",
    "django.contrib.staticfiles",
    "sisada.sign_in",  # before allauth, whose pages it draws anew
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "procrastinate.contrib.django",
    "sisada.foundation",
    "sisada.foundation.parts",
    "sisada.areas",
    "sisada.inside.work",
    "sisada.inside.rules",
    "sisada.inside.holidays",
    "sisada.inside.accounts",
    "sisada.inside.waiting",
    "sisada.inside.audit",
    "sisada.inside.orders",
    "sisada.inside.registry",
    "sisada.inside.lookup",
    "sisada.inside.oversight",
    "sisada.inside.link",
    "sisada.inside.cases",
]
