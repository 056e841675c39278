"""The tests of this face have its own rights and no others: what passes here passes in front of the street."""

import pytest
from django.db import ProgrammingError, connection, transaction


@pytest.mark.django_db
def test_tests_speak_as_the_face_does_and_read_no_letter() -> None:
    with connection.cursor() as cursor:
        cursor.execute("select current_user")
        assert cursor.fetchone() == ("sisada_public",)
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            cursor.execute("select id from letterbox_letter")
