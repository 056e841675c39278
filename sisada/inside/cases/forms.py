"""What the desk types about a case; parsed once, here. What the reporter will read is always chosen by a sentence, and shown whole."""

from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sisada.foundation.ids import uuid_or_none
from sisada.inside.cases.case_words import GO_TO
from sisada.inside.cases.sentences import ANSWERED, ASK, DONE, FACT, NOT_FACT, NOT_OURS

LONGEST = 2000
UNREAD_BY_REPORTER = _("Pelapor tidak membaca ini.")
NEUTRAL = _("Tanpa nama orang dan tanpa kebangsaan.")
WORDS = forms.Textarea({"rows": 3, "maxlength": LONGEST})


class SeenForm(forms.Form):
    """An act on what a page showed: `seen` is the version that it showed."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    @property
    def version(self) -> int:
        return int(self.cleaned_data["seen"])


class NoteForm(forms.Form):
    text = forms.CharField(label=_("Catatan untuk rekan"), widget=WORDS, max_length=LONGEST, help_text=UNREAD_BY_REPORTER)


class MessageForm(SeenForm):
    """A question or a message: the same lane, two buttons."""

    sentence = forms.ChoiceField(label=_("Pertanyaan yang sudah ada"), choices=[("", _("Tulis sendiri")), *ASK.items()], required=False)
    text = forms.CharField(label=_("Yang akan dibaca pelapor"), widget=WORDS, max_length=LONGEST, required=False, help_text=NEUTRAL)

    def clean(self) -> dict[str, Any]:
        """A sentence alone is enough: it is what he reads."""
        cleaned = super().clean() or {}
        if not cleaned.get("text", "").strip():
            chosen = ASK.get(cleaned.get("sentence", ""))
            if chosen is None:
                self.add_error("text", _("Tulis dulu isinya."))
            else:
                cleaned["text"] = str(chosen)
        return cleaned


DECISIONS: dict[str, tuple[Promise, Promise]] = {
    "fact": (_("Fakta"), _("ditindaklanjuti, sesudah mata kedua setuju")),
    "not_fact": (_("Bukan fakta"), _("laporan selesai")),
    "not_ours": (_("Bukan wewenang"), _("laporan selesai, pelapor diberi tahu harus ke mana")),
    "answered": (_("Dijawab"), _("daftar atau keberatan selesai dijawab")),
}


class DecisionForm(SeenForm):
    """What the report comes to. Each decision has sentences of its own; the one that belongs to it counts."""

    kind = forms.ChoiceField(label=_("Putusan"), widget=forms.RadioSelect)
    why = forms.CharField(label=_("Alasan"), widget=WORDS, max_length=LONGEST, help_text=UNREAD_BY_REPORTER)
    not_fact = forms.ChoiceField(
        label=_("Yang akan dibaca pelapor"), widget=forms.RadioSelect, choices=list(NOT_FACT.items()), required=False
    )
    not_ours = forms.ChoiceField(
        label=_("Yang akan dibaca pelapor"),
        widget=forms.RadioSelect,
        choices=list(NOT_OURS.items()),
        initial=next(iter(NOT_OURS)),
        required=False,
    )
    answered = forms.ChoiceField(
        label=_("Yang akan dibaca pelapor"), widget=forms.RadioSelect, choices=list(ANSWERED.items()), required=False
    )
    go_to = forms.ChoiceField(label=_("Ke mana"), choices=[("", _("Tidak disebut")), *GO_TO.items()], required=False)
    text = forms.CharField(
        label=_("Tambahan untuk pelapor, bila perlu"), widget=WORDS, max_length=LONGEST, required=False, help_text=NEUTRAL
    )

    def __init__(self, *args: Any, case_kind: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = [kind for kind in DECISIONS if kind != "answered" or case_kind in ("presence", "objection")]
        self.fields["kind"].choices = [(kind, DECISIONS[kind][0]) for kind in kinds]  # type: ignore[attr-defined]  # a choice field has them

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        kind = cleaned.get("kind")
        if kind and kind != "fact" and not cleaned.get(kind):
            self.add_error(kind, _("Pilih kalimat yang akan dibaca pelapor."))
        return cleaned

    @property
    def decided(self) -> dict[str, Any]:
        """As `acts.decide` takes it."""
        kind = self.cleaned_data["kind"]
        return {
            "kind": kind,
            "why": self.cleaned_data["why"],
            "sentence": self.cleaned_data.get(kind) or None,
            "go_to": self.cleaned_data["go_to"] or None if kind == "not_ours" else None,
            "text": self.cleaned_data["text"] or None if kind != "fact" else None,
        }


class CloseForm(SeenForm):
    sentence = forms.ChoiceField(label=_("Yang akan dibaca pelapor"), widget=forms.RadioSelect, choices=list(DONE.items()))


class AgreeForm(SeenForm):
    sentence = forms.ChoiceField(label=_("Yang akan dibaca pelapor"), widget=forms.RadioSelect, choices=list(FACT.items()))


class DisagreeForm(SeenForm):
    why = forms.CharField(label=_("Mengapa tidak"), widget=WORDS, max_length=LONGEST, help_text=UNREAD_BY_REPORTER)


class MergeForm(SeenForm):
    into = forms.UUIDField()


class HandOverForm(forms.Form):
    to = forms.ChoiceField(label=_("Kepada"))

    def __init__(self, *args: Any, colleagues: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].choices = [("", _("Pilih rekan")), *colleagues]  # type: ignore[attr-defined]  # a choice field has them


class EvidenceForm(forms.Form):
    reference = forms.CharField(
        label=_("Nomor berkas"), max_length=80, help_text=_("Berkas yang memerlukannya. Isi laporan tidak dihapus.")
    )


class NotOursManyForm(forms.Form):
    """Those that were marked in the queue, each with the version that the queue showed."""

    why = forms.CharField(label=_("Alasan, untuk semuanya"), widget=WORDS, max_length=LONGEST, help_text=UNREAD_BY_REPORTER)
    many_go_to = forms.ChoiceField(label=_("Ke mana"), choices=[("", _("Tidak disebut")), *GO_TO.items()], required=False)

    @property
    def marked(self) -> dict[UUID, int]:
        """By case; what is no case with a version is left out."""
        if not isinstance(self.data, QueryDict):
            return {}  # not sent yet
        said = [text.partition(":") for text in self.data.getlist("laporan")]
        read = [(uuid_or_none(case), version) for case, _colon, version in said]
        return {case: int(version) for case, version in read if case and version.isascii() and version.isdigit() and len(version) < 8}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.marked:
            raise ValidationError(_("Tandai dulu laporannya."))
        return cleaned

    @property
    def decided(self) -> dict[str, Any]:
        """As `acts.not_ours_many` takes it."""
        return {"why": self.cleaned_data["why"], "sentence": next(iter(NOT_OURS)), "go_to": self.cleaned_data["many_go_to"] or None}
