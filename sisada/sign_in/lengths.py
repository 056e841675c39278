"""What is typed into a form is shown again at its field's length, however much was sent: at the door, which stands open to everybody,
and in Audit."""

from typing import Any

from django import forms

LONGEST = 320  # where the field says nothing: of an address of e-mail


class ShowsAgainInShort(forms.Form):
    """Mixed into a form of single texts. What is too long is cut one sign after its field's end, so that it is still too long.

    Passwords are never shown again, and stay whole.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.is_bound:
            self.data = {name: self._cut(name, str(sent)) for name, sent in self.data.items()}

    def _cut(self, name: str, sent: str) -> str:
        field = self.fields.get(name)
        if field is None or isinstance(field.widget, forms.PasswordInput):
            return sent
        return sent[: (getattr(field, "max_length", None) or LONGEST) + 1]
