"""Somebody at the public pages without script: reads a page, fills its form, presses one of its buttons."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any
from uuid import UUID

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client


class Fields(HTMLParser):
    """What a browser would send of a page's form: its hidden and filled fields. `text`: what a reader sees."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.given: dict[str, list[str]] = {}
        self.text = ""
        self._area = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        of = dict(attrs)
        kind, name = of.get("type") or "text", of.get("name") or ""
        chosen = kind not in ("radio", "checkbox", "file") or "checked" in of
        if tag == "input" and name and chosen:
            self.given.setdefault(name, []).append(of.get("value") or "")
        if tag == "textarea":
            self._area = name

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self._area = ""

    def handle_data(self, data: str) -> None:
        self.text += data
        if self._area:
            self.given.setdefault(self._area, []).append(data.removeprefix("\r\n").removeprefix("\n"))


@dataclass
class Walker:
    """`answer`: the page one stands on."""

    address: str = "/lapor/"
    client: Client = field(default_factory=Client)
    answer: Any = None

    def opens(self, query: str = "") -> "Walker":
        self.answer = self.client.get(self.address + query)
        return self

    @property
    def page(self) -> str:
        return str(self.answer.content.decode())

    @property
    def fields(self) -> Fields:
        return Fields(self.page)

    @property
    def step(self) -> str:
        return self.fields.given["langkah"][0]

    def presses(self, go: str = "lanjut", *, files: tuple[bytes, ...] = (), **typed: str) -> "Walker":
        given: dict[str, Any] = dict(self.fields.given) | typed | {"ke": go}
        if files:
            given["berkas"] = [SimpleUploadedFile("IMG_rahasia.jpg", raw) for raw in files]
        self.answer = self.client.post(self.address, given)
        return self

    def reports(self, what: str = "Dua orang berkelahi di lobi.", **more: str) -> "Walker":
        """From the first question to the review."""
        self.opens().presses(danger="tidak").presses(category="order").presses(what=what).presses()
        self.presses(place_text="Lobi menara Contoh", kelurahan="31.74.08.1003").presses(when="tadi malam")
        return self.presses(nationality=more.get("nationality", "")).presses(name=more.get("name", ""))

    @property
    def code(self) -> str:
        """The words on the receipt."""
        return self.fields.given["kode"][0]

    @property
    def form_id(self) -> UUID:
        return UUID(self.fields.given["id"][0])
