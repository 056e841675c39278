"""A made-up form for the living page: one field of each kind."""

from django import forms


class ExampleForm(forms.Form):
    number = forms.CharField(label="Nomor paspor", help_text="Seperti tertulis di paspor", widget=forms.TextInput({"class": "number"}))
    born_on = forms.CharField(label="Tanggal lahir")
    kind = forms.ChoiceField(
        label="Jenis dasar", choices=[("sp", "Surat perintah"), ("temuan", "Temuan langsung"), ("dokumen", "Dokumen di tangan")]
    )
    outcome = forms.ChoiceField(
        label="Alamat", choices=[("sesuai", "Sesuai dengan data"), ("beda", "Berbeda")], widget=forms.RadioSelect, initial="sesuai"
    )
    note = forms.CharField(label="Catatan", help_text="Apa yang terlihat, bukan dugaan", widget=forms.Textarea({"rows": 2}), required=False)

    def clean_born_on(self) -> str:
        raise forms.ValidationError("Bulan 13 tidak ada. Tulis 1 sampai 12.")


def refused_form(prefix: str) -> ExampleForm:
    """The form as it stands after it was sent with a month that does not exist."""
    sent = {"number": "L898902C3", "born_on": "12.13.1974", "kind": "sp", "outcome": "beda", "note": ""}
    form = ExampleForm({f"{prefix}-{name}": value for name, value in sent.items()}, prefix=prefix)
    form.full_clean()
    return form
