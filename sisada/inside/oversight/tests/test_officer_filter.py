"""Whoever looked can be asked about, also after he left."""

import uuid
from datetime import timedelta

from django.test import Client

from sisada.foundation.clock import now
from sisada.inside.accounts.roles import Role
from tests.attacker import Office
from tests.cast import Cast, hire


def test_former_and_suspended_colleagues_stand_behind_the_present_ones(supervisor: Client, committed: Office, cast: Cast) -> None:
    left = hire(committed, f"left-{uuid.uuid4()}", "Aaron", role=Role.PETUGAS, until=(now() - timedelta(days=2)).date())
    suspended = hire(committed, f"suspended-{uuid.uuid4()}", "Abdul", role=Role.PETUGAS)
    committed.execute("update sign_in_user set is_active = false where id = %s", [suspended.id])
    choices = dict(supervisor.get("/audit/").context["form"].fields["officer"].choices)
    assert choices[str(left.id)] == "Aaron (tidak aktif)"
    assert choices[str(suspended.id)] == "Abdul (tidak aktif)"
    assert choices[str(cast.sari.id)] == cast.sari.name
    order = list(choices)
    assert order.index(str(cast.sari.id)) < order.index(str(left.id))
    assert supervisor.post("/audit/", {"officer": str(left.id)}).status_code == 302
