"""Opens a thread by its code and takes what its reporter writes back. The code is sent with every form and kept nowhere."""

from collections.abc import Sequence
from uuid import UUID, uuid4

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from sisada.faces.public import proof
from sisada.faces.public.follow import thread_page
from sisada.faces.public.follow.code_form import CodeForm
from sisada.faces.public.limits import PHOTOS
from sisada.faces.public.steps import uploads
from sisada.faces.public.steps.answers import one_line_feed
from sisada.foundation import word_code
from sisada.foundation.ids import uuid_or_none
from sisada.foundation.letter import Letter
from sisada.foundation.word_code import Derived
from sisada.outside.letterbox import keys, post
from sisada.outside.letterbox.post import SealedPhoto
from sisada.outside.letterbox.thread import Thread, open_thread
from sisada.outside.letterbox.work.admission import admit
from sisada.outside.letterbox.work.budget import Lane
from sisada.outside.letterbox.work.refusals import MustWait, ProofRefused

GO, ID = "ke", "id"
WRITE, NOT_DONE = "tulis", "belum-selesai"
NOTHING_OPENED = _("Kode ini tidak membuka laporan apa pun. Periksa ketujuh katanya dan urutannya.")


class WriteBack(forms.Form):
    use_required_attribute = False
    what = forms.CharField(
        label=_("Tulis kepada kantor"),
        max_length=4000,
        widget=forms.Textarea({"rows": 5}),
        error_messages={"required": _("Tulis dulu yang ingin Anda sampaikan.")},
    )

    def clean_what(self) -> str:
        return one_line_feed(self.cleaned_data["what"])


@require_http_methods(["GET", "HEAD", "POST"])
def follow(request: HttpRequest) -> HttpResponse:
    form = CodeForm(request.POST) if request.method == "POST" else CodeForm()
    if not form.is_valid():
        return code_page(request, form)
    try:
        admit(proof.given(request.POST), lane=Lane.CODE, form=form_id(request))
    except (ProofRefused, MustWait) as problem:
        return code_page(request, form, refused=proof.refusal(problem))
    code = word_code.derive(form.cleaned_data["kode"], pepper=keys.code_pepper())
    thread = open_thread(code)
    if thread is None:  # wrong, deleted, expired: one answer, after the same work
        form.add_error("kode", NOTHING_OPENED)
        return code_page(request, form)
    return write_back(request, form, code, thread) if request.POST.get(GO) in (WRITE, NOT_DONE) else opened(request, form, thread)


def form_id(request: HttpRequest) -> UUID:
    """The id of the form that was sent: its proof of work is bound to it, and a letter in it has it as its own."""
    return uuid_or_none(request.POST.get(ID, "")) or uuid4()


def code_page(request: HttpRequest, form: CodeForm, *, refused: "Sequence[str | Promise]" = ()) -> HttpResponse:
    work = proof.fresh() if refused else proof.field(request.POST)
    shown = {"title": _("Ikuti laporan saya"), "form": form, "refused": refused, "id": form_id(request), "proof": work}
    return render(request, "public/follow/code.html", shown)


def opened(request: HttpRequest, form: CodeForm, thread: Thread, *, more: dict[str, object] | None = None) -> HttpResponse:
    """`more` for the page: `form`, what was typed and refused; `written`, that something just was. None: neither."""
    shown = {"title": _("Laporan Anda"), "code": " ".join(form.cleaned_data["kode"]), "form": WriteBack()}
    carried = {"id": uuid4(), "proof": proof.fresh()}  # another form: the proof of the last one serves no other
    return render(request, "public/follow/thread.html", shown | carried | (more or {}) | thread_page.shown(thread))


def write_back(request: HttpRequest, form: CodeForm, code: Derived, thread: Thread) -> HttpResponse:
    writing, work = WriteBack(request.POST), proof.given(request.POST)
    if not writing.is_valid():
        return opened(request, form, thread, more={"form": writing})
    taken, refused = uploads.sealed(request.FILES.getlist(uploads.FILES), form=form_id(request), proof=work, room=PHOTOS)
    if refused:
        return opened(request, form, thread, more={"form": writing, "refused": refused})
    try:
        admit(work, lane=Lane.LETTER, form=form_id(request))
    except (ProofRefused, MustWait) as problem:
        return opened(request, form, thread, more={"form": writing, "refused": proof.refusal(problem)})
    photos = [one.photo for one in taken]
    post.receive(letter_back(request, writing, thread, photos), letter_id=form_id(request), code=None, photos=photos)
    return opened(request, form, open_thread(code) or thread, more={"written": True})


def letter_back(request: HttpRequest, writing: WriteBack, thread: Thread, photos: Sequence[SealedPhoto]) -> Letter:
    not_done = request.POST.get(GO) == NOT_DONE and thread_page.may_say_not_done(thread)
    return Letter(
        kind="not_done" if not_done else "addition",
        thread=thread.id,
        reporter_key=thread.reporter_key,
        language=get_language(),
        what=writing.cleaned_data["what"],
        photos=tuple(photo.sha256 for photo in photos),
    )
