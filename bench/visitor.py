"""An officer with a browser, as far as a server can tell: signs in through the real pages, keeps cookies and connections."""

import base64
import hmac
import http.client
import re
import struct
import time
from dataclasses import dataclass
from http.cookies import SimpleCookie
from urllib.parse import urlencode

from demo.people import PASSWORD, TOTP_SECRET

TOTP_STEP_S = 30
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
GROUND = re.compile(r'name="ground" value="([^"]+)"[^>]*> <span><strong>([^<]+)</strong>')
MOST_STEPS = 6
LONGEST_IDLE_S = 1.0  # the faces close a connection on which nothing is asked for two seconds
REDIRECTS = (301, 302, 303)


@dataclass(frozen=True)
class Page:
    status: int
    url: str
    body: bytes


class Visitor:
    """One person's cookies, and one kept connection to each port asked. Cookies belong to the host, so both faces see them."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.cookies: dict[str, str] = {}
        self._connections: dict[int, http.client.HTTPConnection] = {}
        self._used_at: dict[int, float] = {}

    def sign_in(self, email: str, *, ground: str) -> None:
        """Password, second factor, device, ground. Raises: RuntimeError when the pages lead elsewhere."""
        self._fill("/masuk/", {"login": email, "password": PASSWORD})
        entered = self._fill("/masuk/kode/", {"code": totp(time.time())})
        if entered.url == "/masuk/kode/":  # this code was used already: wait for the next one
            time.sleep(TOTP_STEP_S - time.time() % TOTP_STEP_S + 0.5)
            entered = self._fill("/masuk/kode/", {"code": totp(time.time())})
        choices = GROUND.findall(self.get("/dasar/").body.decode())
        chosen = next((key for key, reference in choices if reference == ground), None)
        if chosen is None:
            raise RuntimeError(f"{email} was led to {entered.url}, not to a choice of {ground}")
        self._fill("/dasar/", {"ground": chosen})

    def _fill(self, url: str, fields: dict[str, str]) -> Page:
        found = TOKEN.search(self.get(url).body.decode())
        return self.post(url, fields | {"csrfmiddlewaretoken": found[1] if found else ""})

    def get(self, url: str, *, port: int | None = None) -> Page:
        return self._follow("GET", url, None, port or self.port)

    def post(self, url: str, fields: dict[str, str], *, port: int | None = None) -> Page:
        return self._follow("POST", url, urlencode(fields), port or self.port)

    def search(self, typed: str, *, port: int) -> Page:
        """What the browser without script does: POST, and the redirect to the results."""
        return self.post("/cari/", {"isian": typed, "csrfmiddlewaretoken": self.cookies["sisada_csrf"]}, port=port)

    def _follow(self, method: str, url: str, body: str | None, port: int) -> Page:
        for _ in range(MOST_STEPS):
            response, read = self._ask(method, url, body, port)
            if response.status not in REDIRECTS:
                return Page(response.status, url, read)
            method, url, body = "GET", response.headers["Location"], None
        raise RuntimeError(f"{url} leads nowhere")

    def _ask(self, method: str, url: str, body: str | None, port: int) -> tuple[http.client.HTTPResponse, bytes]:
        connection = self._connection(port)
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()), "Accept-Language": "id"}
        if body is not None:
            headers |= {"Content-Type": "application/x-www-form-urlencoded", "Origin": f"http://127.0.0.1:{port}"}
        connection.request(method, url, body, headers)
        response = connection.getresponse()
        read = response.read()
        for line in response.headers.get_all("Set-Cookie", []):
            self.cookies |= {name: morsel.value for name, morsel in SimpleCookie(line).items()}
        return response, read

    def _connection(self, port: int) -> http.client.HTTPConnection:
        """The kept one, opened anew when the server may have closed it meanwhile, as a browser does."""
        now = time.monotonic()
        connection = self._connections.setdefault(port, http.client.HTTPConnection("127.0.0.1", port, timeout=30))
        if now - self._used_at.get(port, now) > LONGEST_IDLE_S:
            connection.close()
        self._used_at[port] = now
        return connection


def totp(at: float) -> str:
    """The six digits of the demo's authenticator. Source: RFC 6238, SHA-1, steps of 30 s."""
    digest = hmac.digest(base64.b32decode(TOTP_SECRET), struct.pack(">Q", int(at) // TOTP_STEP_S), "sha1")
    offset = digest[-1] & 15
    return f"{(struct.unpack_from('>I', digest, offset)[0] & 0x7FFFFFFF) % 1_000_000:06d}"
