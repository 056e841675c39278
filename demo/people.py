"""The demo's people: accounts with fixed passwords and second factors, and the orders they work under. Only in demo mode.

python -m demo.people        (as the owner of the inside database; safe to run again)
"""

import uuid
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

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
    purpose: str
    areas: tuple[str, ...]
    officers: tuple[str, ...]


ORDERS = (
    DemoOrder(
        "SP 0412/XI/2026",
        place="Rawajati",
        purpose="Pengawasan apartemen di Rawajati dan Kalibata",
        areas=("31.74.08.1003", "31.74.08.1002"),
        officers=("sari", "rahmat", "ratna"),
    ),
    DemoOrder(
        "SP 0415/XI/2026",
        place="Pancoran, Tebet",
        purpose="Pengawasan rutin Pancoran dan Tebet",
        areas=("31.74.08", "31.74.01"),
        officers=("sari", "ratna", "wirawan", "dimas"),
    ),
)
LAST_NUMBER = 415  # of this year, so that the next order is SP 0416


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


def approve_orders(today: date) -> None:
    """The demo's orders, signed by its head and in force for a month around today, as long as an order may last. What exists stays."""
    from sisada.foundation.office import office
    from sisada.inside.audit.models import Ground
    from sisada.inside.orders.models import Approval, Number, Order

    ids = {person.key: person.id for person in PEOPLE}
    begins = datetime.combine(today - timedelta(days=7), time.min, tzinfo=office().zone)
    ends = datetime.combine(today + timedelta(days=23), time.max, tzinfo=office().zone)
    for order in ORDERS:
        order_id, officers = uuid.uuid5(NAMESPACE, order.reference), [ids[key] for key in order.officers]
        window = {"officers": officers, "area_codes": list(order.areas), "place": order.place, "valid_from": begins, "valid_until": ends}
        drawn = {"office_code": office().code, "purpose": order.purpose, "drawn_by": ids["dimas"], **window}
        if not Order.objects.get_or_create(id=order_id, defaults=drawn)[1]:
            continue
        Approval.objects.create(order=order_id, number=order.reference, approver=ids["wirawan"], capacity="definitif")
        purposes = ["search", "card", "area-list"]
        signed = {"kind": "order", "reference": order.reference, "purposes": purposes, "published_by": ids["wirawan"]}
        Ground.objects.create(id=order_id, **signed, **window)
    Number.objects.get_or_create(office_code=office().code, year=today.year, defaults={"last": LAST_NUMBER})


if __name__ == "__main__":
    import django

    django.setup()
    from demo.decoys import name_decoys
    from sisada.foundation.clock import office_today

    make_people(office_today())
    approve_orders(office_today())
    name_decoys()
