"""Settings, read from the environment once. Each variable is documented in docs/self-hosting.md.

Nothing here decides anything about contact; that is rules/ and the frame.
"""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import unquote, urlsplit

from intersession.instance import instance_secret

PACKAGE = Path(__file__).parent


def env(name: str, default: str = "") -> str:
    """Return the setting `INTERSESSION_<name>`, or what the file named by `INTERSESSION_<name>_FILE` holds."""
    if path := os.environ.get(f"INTERSESSION_{name}_FILE"):
        return Path(path).read_text().strip()
    return os.environ.get(f"INTERSESSION_{name}", default)


def database(url: str, home: Path) -> dict[str, object]:
    """Turn `postgresql://user:password@host:port/name` or an empty string (SQLite under `home`) into Django's form."""
    if not url:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": str(home / "intersession.sqlite3"),
            # A file, so that tests of two at once lock as they would in earnest; in memory they would not.
            "TEST": {"NAME": str(home / "test.sqlite3")},
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                # FULL: an acknowledged message survives a power cut (research: NORMAL may lose it).
                # secure_delete: an erased row's bytes are overwritten (docs/self-hosting.md).
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; "
                "PRAGMA secure_delete=ON;",
            },
        }
    parts = urlsplit(url)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "OPTIONS": dict(pair.split("=", 1) for pair in parts.query.split("&") if "=" in pair),
    }


HOME = Path(env("HOME", "var/intersession")).absolute()
DATABASES = {"default": database(env("DATABASE_URL"), HOME)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

SECRET_KEY = instance_secret(HOME, "django")
ORIGIN = env("ORIGIN", "http://127.0.0.1:8000").rstrip("/")
SECURE = ORIGIN.startswith("https://")
DEBUG = False
DEMO = env("DEMO") == "yes"
ALLOWED_HOSTS = [urlsplit(ORIGIN).hostname or "127.0.0.1", *filter(None, env("HOSTS").split(","))]
CSRF_TRUSTED_ORIGINS = [ORIGIN]
CSRF_COOKIE_SECURE = SECURE
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
# A name with __Host- is refused by browsers unless it came over TLS from this very host.
LOGIN_COOKIE = "__Host-login" if SECURE else "login"
DEVICE_COOKIE = "__Host-device" if SECURE else "device"
CSRF_FAILURE_VIEW = "intersession.portal.errors.csrf_failed"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if env("BEHIND_PROXY") == "yes" else None
DATA_UPLOAD_MAX_MEMORY_SIZE = 262_144
EXIT_URL = env("EXIT_URL", "https://www.wikipedia.org/")

INSTALLED_APPS = ["intersession.apps.Intersession"]
MIDDLEWARE = [
    # First, around the files too: a page with COEP runs a Worker only when the Worker's file says COEP itself.
    "intersession.portal.headers.security_headers",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # A page of letters is a quarter of its size. No other site can ask for one in a reader's name (SameSite=Strict), the
    # form token is masked anew each time, and the length gets noise: packing tells nobody anything.
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.common.CommonMiddleware",
    "intersession.portal.moved.wake_streams",
    "intersession.portal.busy.SayBusy",
    "intersession.portal.signed_in.signed_in",
    "django.middleware.csrf.CsrfViewMiddleware",
]
ROOT_URLCONF = "intersession.urls"
APPEND_SLASH = False
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "templates"],
        "OPTIONS": {"context_processors": ["intersession.portal.context.page"]},
    }
]

WHITENOISE_ROOT = None
# Built files carry a hash of their content in their name.
WHITENOISE_IMMUTABLE_FILE_TEST = r"^/static/built/.+-[0-9A-Za-z]{8,}\.(js|css)$"
STATIC_URL = "/static/"
STATIC_ROOT = PACKAGE / "static"
WHITENOISE_AUTOREFRESH = env("DEMO") == "dev"

USE_TZ = True
TIME_ZONE = "UTC"
USE_I18N = False
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("de", "Deutsch")]

SMTP_URL = env("SMTP_URL", "")
MAIL_FROM = env("MAIL_FROM", "")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"routes": {"()": "intersession.portal.log_routes.RoutesOnly"}},
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "loggers": {"django.request": {"filters": ["routes"]}, "django.security.csrf": {"filters": ["routes"]}},
    "root": {"handlers": ["console"], "level": env("LOG_LEVEL", "WARNING")},
}
