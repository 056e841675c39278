"""Fresh, filled, refused; a list, a choice and a long text."""

from sisada.foundation.parts.examples import Example
from sisada.foundation.parts.field.example_form import ExampleForm, refused_form


def examples(panel: str) -> list[Example]:
    fresh, refused = ExampleForm(prefix=f"{panel}-baru"), refused_form(f"{panel}-salah")
    return [
        Example("Kosong", {"field": fresh["number"]}),
        Example("Terisi", {"field": refused["number"]}),
        Example("Salah: yang diketik tetap ada", {"field": refused["born_on"]}),
        Example("Pilihan", {"field": fresh["kind"]}),
        Example("Pilihan besar", {"field": fresh["outcome"]}),
        Example("Teks panjang", {"field": fresh["note"]}),
    ]
