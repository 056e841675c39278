"""What the tests of objections share with those of the whole face."""

from sisada.faces.public.tests.conftest import room_for_all
from sisada.outside.letterbox.tests.conftest import at_the_street, owner

__all__ = ["at_the_street", "owner", "room_for_all"]
