"""Users by name and address, for whoever says who did what or who may come in. The table itself stays sign_in's."""

from collections.abc import Collection
from uuid import UUID

from sisada.sign_in.models import User

__all__ = ["User", "by_email", "found_or_made", "names_of"]  # the type too: others may name it, never query it


def names_of(ids: Collection[UUID]) -> dict[UUID, str]:
    """The names of these people, former colleagues too."""
    return dict(User.objects.filter(id__in=ids).values_list("id", "name"))


def by_email(email: str) -> User | None:
    """None: nobody signs in by this address."""
    return User.objects.filter(email=email.lower()).first()


def found_or_made(email: str, *, name: str) -> UUID:
    """The user of this address; a new one cannot sign in before an invitation is used."""
    user, _made = User.objects.get_or_create(email=email.lower(), defaults={"name": name, "password": "!"})
    return user.id
