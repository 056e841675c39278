"""The device a session runs on: a random key in a cookie, registered at the first sign-in with second factor."""

import hashlib
import re
import secrets
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sisada.sign_in.models import Device, User

COOKIE = "sisada_perangkat"
COOKIE_AGE_S = 400 * 24 * 3600  # the longest that browsers keep
BROWSERS = (("Firefox", "Firefox"), ("Edg", "Edge"), ("Chrome", "Chrome"), ("Safari", "Safari"))
SYSTEMS = (("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "Mac"), ("Linux", "Linux"))


@dataclass(frozen=True)
class KnownDevice:
    """A device as its owner sees it: never its key, nor the key's hash."""

    id: UUID
    label: str
    registered_at: datetime


def new_key() -> str:
    return secrets.token_urlsafe(32)


def hash_of(key: str) -> bytes:
    return hashlib.sha256(key.encode()).digest()


def recognise(user: User, key: str) -> Device | None:
    """This user's device with that key. None: unknown here, or revoked."""
    return Device.objects.filter(user=user, key_hash=hash_of(key), revoked_at=None).first()


def register(user: User, key: str, *, user_agent: str) -> Device:
    return Device.objects.create(user=user, key_hash=hash_of(key), label=label_of(user_agent))


def is_in_use(user: User, device_id: UUID) -> bool:
    return Device.objects.filter(id=device_id, user=user, revoked_at=None).exists()


def in_use_by(user_id: UUID) -> list[KnownDevice]:
    """The user's devices that were not revoked, the newest first."""
    rows = Device.objects.filter(user_id=user_id, revoked_at=None).order_by("-registered_at").values("id", "label", "registered_at")
    return [KnownDevice(**row) for row in rows]


def label_of(user_agent: str) -> str:
    """'Chrome, Android': enough to recognise one's own phone, too little to follow anybody."""
    browser = next((name for sign, name in BROWSERS if sign in user_agent), "Browser")
    system = next((name for sign, name in SYSTEMS if re.search(sign, user_agent)), "?")
    return f"{browser}, {system}"
