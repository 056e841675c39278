"""The demo's people: accounts with fixed passwords and second factors, and the orders they work under. Only in demo mode.

python -m demo.people        (as the owner of the inside database; safe to run again)
"""

import uuid
from dataclasses import dataclass
from datetime import date, timedelta

NAMESPACE = uuid.UUID("6f2f4c0e-4d1b-4d55-9a57-5f0c6f6b1a00")
PASSWORD = "sisada-contoh-2026"  # noqa: S105 - the demo's, printed at every start; demo mode refuses a real upstream
TOTP_SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"  # noqa: S105 - as above


@dataclass(frozen=True)
class DemoPerson:
    key: str
    name: str
    role: str
    words: str

    @property
    def email(self) -> str:
        return f"{self.key}@kantor.example"

    @property
    def id(self) -> uuid.UUID:
        return uuid.uuid5(NAMESPACE, self.key)


PEOPLE = (
    DemoPerson("sari", "Sari Nastiti", "petugas", "petugas lapangan / field officer"),
    DemoPerson("rahmat", "Rahmat Hidayat", "petugas", "petugas lapangan / field officer"),
    DemoPerson("ratna", "Ratna Dewi", "atasan", "atasan / superior"),
    DemoPerson("dimas", "Dimas Prakoso", "meja", "meja / desk"),
    DemoPerson("wirawan", "Wirawan", "kepala", "kepala kantor / head of the office"),
    DemoPerson("lestari", "Lestari", "pengawas", "pengawas privasi / privacy supervisor"),
    DemoPerson("agus", "Agus Salim", "admin", "admin"),
)


@dataclass(frozen=True)
class DemoOrder:
    reference: str
    place: str
    areas: tuple[str, ...]
    officers: tuple[str, ...]


ORDERS = (
    DemoOrder("SP 0412/XI/2026", "Rawajati", ("31.74.08.1003", "31.74.08.1002"), ("sari", "rahmat", "ratna")),
    DemoOrder("SP 0415/XI/2026", "Pancoran, Tebet", ("31.74.08", "31.74.01"), ("sari", "ratna", "wirawan", "dimas")),
)
ALL_PURPOSES = ["card", "search", "area-list"]


def make_people(today: date) -> None:
    """Accounts, roles and grounds of the demo, as they should be today. What exists is left alone."""
    from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
    from allauth.mfa.totp.internal.auth import TOTP
    from django.contrib.auth.hashers import make_password

    from sisada.inside.accounts.models import RoleHeld
    from sisada.sign_in.models import User

    for person in PEOPLE:
        user, made = User.objects.get_or_create(
            id=person.id, defaults={"email": person.email, "name": person.name, "password": make_password(PASSWORD)}
        )
        if not made:
            continue
        RoleHeld.objects.create(user_id=user.id, role=person.role, valid_from=today - timedelta(days=30))
        TOTP.activate(user, TOTP_SECRET)
        RecoveryCodes.activate(user)


def publish_grounds(today: date) -> None:
    """The demo's orders, in force for a month around today."""
    from datetime import datetime, time

    from sisada.foundation.office import office
    from sisada.inside.audit.models import Ground

    first, last = today - timedelta(days=7), today + timedelta(days=30)
    for order in ORDERS:
        Ground.objects.update_or_create(
            id=uuid.uuid5(NAMESPACE, order.reference),
            defaults={
                "kind": "order",
                "reference": order.reference,
                "place": order.place,
                "officers": [person.id for person in PEOPLE if person.key in order.officers],
                "purposes": ALL_PURPOSES,
                "area_codes": list(order.areas),
                "persons": None,
                "valid_from": datetime.combine(first, time.min, tzinfo=office().zone),
                "valid_until": datetime.combine(last, time.max, tzinfo=office().zone),
            },
        )


if __name__ == "__main__":
    import django

    django.setup()
    from sisada.foundation.clock import office_today

    make_people(office_today())
    publish_grounds(office_today())
