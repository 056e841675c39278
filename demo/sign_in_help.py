"""In demo mode the sign-in pages say whom one can be, and the code that an authenticator app would show now."""

import base64
import hashlib
import hmac
import struct
import sys
import time
from typing import Any

from django.http import HttpRequest

from demo.people import PASSWORD, PEOPLE, TOTP_SECRET

PERIOD_S = 30


def code_now(at: float | None = None) -> str:
    """The six digits of the demo's second factor at this moment. Source: RFC 6238."""
    counter = struct.pack(">Q", int(time.time() if at is None else at) // PERIOD_S)
    digest = hmac.new(base64.b32decode(TOTP_SECRET), counter, hashlib.sha1).digest()
    offset = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[offset : offset + 4])[0] & 0x7FFFFFFF) % 1_000_000:06d}"


def sign_in_help(request: HttpRequest) -> dict[str, Any]:
    """A context processor of demo mode alone (faces/office/settings.py)."""
    if not request.path.startswith("/masuk/"):
        return {}
    return {"demo_people": PEOPLE, "demo_password": PASSWORD, "demo_code": code_now()}


if __name__ == "__main__":
    sys.stdout.write(f"{code_now()}\n")
