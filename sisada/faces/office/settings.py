"""The office face: the inside, seen by the role `sisada_office`, over HTTP."""

from typing import Any

from sisada.foundation import settings as shared
from sisada.foundation.environment import flag, require_loopback, words
from sisada.foundation.office import office
from sisada.inside import settings as inside

SISADA_SIDE = inside.SISADA_SIDE
SISADA_COLUMNS = inside.SISADA_COLUMNS
SISADA_READERS = inside.SISADA_READERS
DEMO = shared.DEMO
# The living page of all parts, and nothing else, is for those who build: never in production.
PARTS_PAGE = DEMO
PLAIN_HTTP = flag("SISADA_PLAIN_HTTP")

SECRET_KEY = inside.SECRET_KEY
DATABASES = inside.DATABASES
CACHES = inside.CACHES
PASSWORD_HASHERS = inside.PASSWORD_HASHERS
LOGGING = inside.LOGGING
LANGUAGES = inside.LANGUAGES
LOCALE_PATHS = inside.LOCALE_PATHS
LANGUAGE_CODE = inside.LANGUAGE_CODE
TIME_ZONE = inside.TIME_ZONE
USE_TZ = inside.USE_TZ
DEFAULT_AUTO_FIELD = inside.DEFAULT_AUTO_FIELD
AUTH_USER_MODEL = inside.AUTH_USER_MODEL
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = inside.PROCRASTINATE_AUTODISCOVER_MODULE_NAME
INSTALLED_APPS = [*inside.INSTALLED_APPS, "sisada.faces.office"]

ALLOWED_HOSTS = words("SISADA_HOSTS", default="localhost,127.0.0.1")
if DEMO:
    require_loopback(ALLOWED_HOSTS, because="The demo, with its known passwords,")
if PLAIN_HTTP:
    require_loopback(ALLOWED_HOSTS, because="Plain HTTP")
ROOT_URLCONF = "sisada.faces.office.urls"
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "sisada.faces.office.middleware.PrivatePages",
    "sisada.faces.office.well_formed.WellFormed",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "sisada.faces.office.middleware.OfficeMiddleware",
]
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [shared.ROOT / "sisada" / "faces" / "office" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "sisada.faces.office.frame.frame",
            ],
        },
    }
]
if DEMO:  # the demo's accounts and their present code stand on the sign-in pages; nothing of it is loaded otherwise
    TEMPLATES[0]["OPTIONS"]["context_processors"].append("demo.sign_in_help.sign_in_help")
STATIC_URL = "/statis/"
STATIC_ROOT = shared.ROOT / "sisada" / "faces" / "office" / "static"
STATICFILES_DIRS: list[Any] = []

# Sign-in (allauth): password and second factor; no sign-up, no reset by e-mail.
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator", "OPTIONS": {"user_attributes": ("name", "email")}},
]
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
ACCOUNT_ADAPTER = "sisada.sign_in.adapter.SignInAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = inside.ACCOUNT_USER_MODEL_USERNAME_FIELD
ACCOUNT_LOGIN_METHODS = inside.ACCOUNT_LOGIN_METHODS
ACCOUNT_SIGNUP_FIELDS = inside.ACCOUNT_SIGNUP_FIELDS
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_REDIRECT_URL = "/masuk/"
ACCOUNT_REAUTHENTICATION_TIMEOUT = 900
ACCOUNT_RATE_LIMITS = {"login": "60/m/ip", "login_failed": "30/m/ip,5/300s/key", "reauthenticate": "10/m/user", "invitation": "20/m/ip"}
ACCOUNT_FORMS = {"login": "sisada.sign_in.forms.SignInForm", "reauthenticate": "sisada.sign_in.forms.PasswordAgainForm"}
MFA_FORMS = {
    "authenticate": "sisada.sign_in.forms.SecondFactorForm",
    "reauthenticate": "sisada.sign_in.forms.CodeAgainForm",
    "activate_totp": "sisada.sign_in.forms.FirstCodeForm",
    "add_webauthn": "sisada.sign_in.forms.PasskeyForm",
    "authenticate_webauthn": "sisada.sign_in.forms.PasskeyAsSecondFactorForm",
    "reauthenticate_webauthn": "sisada.sign_in.forms.PasskeyAgainForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_USER_VERIFICATION = "required"  # a found phone that is not unlocked opens nothing
MFA_RATE_LIMITS = {"webauthn_login": "60/m/ip"}  # a whole office comes from one address
MFA_ALLOW_UNVERIFIED_EMAIL = True  # an admin gave the address; it is a name to sign in by, and nothing is sent to it
MFA_PASSKEY_SIGNUP_ENABLED = False
MFA_TOTP_ISSUER = office().short_name
MFA_ADAPTER = "sisada.sign_in.adapter.SecondFactorAdapter"
LOGIN_URL = "/masuk/"
LOGIN_REDIRECT_URL = "/"

SESSION_COOKIE_NAME = "sisada_sesi"
SESSION_COOKIE_AGE = 12 * 3600  # a session never outlasts a long shift
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = not PLAIN_HTTP
CSRF_COOKIE_NAME = "sisada_csrf"
CSRF_COOKIE_SECURE = not PLAIN_HTTP
CSRF_FAILURE_VIEW = "sisada.faces.office.problems.csrf_failed"
LANGUAGE_COOKIE_NAME = "sisada_bahasa"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"  # nothing goes to others; "no-referrer" would make browsers send Origin: null with forms
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]  # a reporter's photo never touches the disk
FILE_UPLOAD_MAX_MEMORY_SIZE = 64_000_000  # five photos; what is larger is not read
