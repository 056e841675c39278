"""Opens without script."""

from sisada.foundation.parts.examples import Example

ITEMS = [
    {"label": "Gawai dan kunci", "icon": "account", "href": "#isi"},
    {"label": "Bantuan", "icon": "help", "href": "#isi"},
    {"label": "Keluar", "icon": "sign-out", "post": "#isi"},
]


def examples(_panel: str) -> list[Example]:
    return [Example("Tertutup; tekan untuk membuka", {"title": "Sari N.", "line": "Petugas · bertugas sampai 16.00", "items": ITEMS})]
