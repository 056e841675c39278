"""A small `make prove-streams`: three times as many open pages as the face has connections."""

from tests.proofs.prove_streams import prove


def test_other_pages_answer_while_sixty_are_open_and_a_session_has_only_its_share() -> None:
    report = prove(60)
    assert report.during.failed == 0
    assert report.alive == 60
    assert report.holds()
