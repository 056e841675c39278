"""Makes the first head, privacy supervisor or admin of an office, who later are each other's second person. Run by the database's owner.

django first_person --role admin --name "Nama" --email nama@kantor.go.id
"""

from argparse import ArgumentParser
from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from sisada.foundation.clock import now, office_today
from sisada.inside.accounts.invitation_codes import Code
from sisada.inside.accounts.models import Invitation, RoleHeld
from sisada.inside.accounts.roles import NEED_SECOND
from sisada.inside.rules import read as rules
from sisada.sign_in import users

WHY = "saat pemasangan"


class Command(BaseCommand):
    help = "Make the first kepala, pengawas or admin, and print the invitation's code. Refused once somebody has held the role."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--role", required=True, choices=[role.value for role in NEED_SECOND])
        parser.add_argument("--name", required=True)
        parser.add_argument("--email", required=True)

    @transaction.atomic
    def handle(self, *, role: str, name: str, email: str, **_: Any) -> None:
        if RoleHeld.objects.filter(role=role).exists():
            raise CommandError(f"Somebody has held the role {role} already: another one is proposed on Akun.")
        user_id = users.found_or_made(email, name=name)
        RoleHeld.objects.create(user_id=user_id, role=role, valid_from=office_today(), why=WHY)
        code = Code.new()
        hours = rules.value("accounts.invitation-hours", on=office_today())
        Invitation.objects.create(user_id=user_id, code_hash=code.kept(), valid_until=now() + timedelta(hours=hours), why=WHY)
        self.stdout.write(f"{email}: {code.grouped()} ({hours} h, /undangan/)\n")
