"""Ids as they come from forms and addresses."""

from uuid import UUID


def uuid_or_none(text: str) -> UUID | None:
    """None: the text names nothing that could be there."""
    try:
        return UUID(text)
    except ValueError:
        return None
