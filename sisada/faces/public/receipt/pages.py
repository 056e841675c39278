"""What a sender sees once the letter is in the letterbox; and the page where anybody checks a signed receipt."""

from collections.abc import Sequence
from urllib.parse import quote
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from sisada.faces.public import proof
from sisada.faces.public.receipt import qr
from sisada.faces.public.steps.sending import Sent
from sisada.outside.letterbox import receipts
from sisada.outside.letterbox.receipts import NotAReceipt, Receipt


def receipt_page(request: HttpRequest, sent: Sent, *, form: UUID) -> HttpResponse:
    """The code, the promised days and the signed receipt. Shown in answer to the form alone: it has no address of its own."""
    code = " ".join(sent.words)
    shown = {"title": _("Laporan Anda diterima"), "sent": sent, "code": code, "qr": qr.svg(code), "receipt_url": as_file(sent.receipt)}
    return render(request, "public/receipt/receipt.html", shown | follow_up(request, form))


def known_page(request: HttpRequest, words: Sequence[str], *, form: UUID) -> HttpResponse:
    """For a form that was received before and has been changed since: its code, and how to say what has changed."""
    shown = {"title": _("Laporan ini sudah kami terima"), "words": words, "code": " ".join(words)}
    return render(request, "public/receipt/known.html", shown | follow_up(request, form))


def follow_up(request: HttpRequest, form: UUID) -> dict[str, object]:
    """What the button to the thread carries: the proof of the form that was just sent serves it, too."""
    return {"form_id": form, "proof": proof.given(request.POST)}


def as_file(text: str) -> str:
    """An address that a browser saves as a file, without asking anybody for it."""
    return f"data:text/plain;charset=utf-8,{quote(text)}"


class ReceiptForm(forms.Form):
    use_required_attribute = False
    receipt = forms.CharField(
        label=_("Tanda terima"),
        help_text=_("Tempel seluruh teksnya, dari baris pertama sampai tanda tangannya."),
        max_length=receipts.AT_MOST,
        widget=forms.Textarea({"rows": 8, "spellcheck": "false"}),
        error_messages={"required": _("Tempel teks tanda terimanya.")},
    )
    read: Receipt | None = None  # None: not checked yet, or not ours

    def clean_receipt(self) -> str:
        text: str = self.cleaned_data["receipt"]
        try:
            self.read = receipts.verify(text)
        except NotAReceipt:
            raise forms.ValidationError(_("Ini bukan tanda terima dari kantor ini, atau teksnya berubah.")) from None
        return text


@require_http_methods(["GET", "HEAD", "POST"])
def check_receipt(request: HttpRequest) -> HttpResponse:
    """Whether a receipt is this office's, what it says, and the key with which anybody can check it elsewhere."""
    form = ReceiptForm(request.POST) if request.method == "POST" else ReceiptForm()
    form.is_valid()
    shown = {"title": _("Periksa tanda terima"), "form": form, "key": receipts.public_key().hex()}
    return render(request, "public/receipt/check.html", shown)
