"""Puts the closed days that the kept library names into the table. `migrate` calls it; running it again changes nothing."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from sisada.inside.holidays.shipped import ship


class Command(BaseCommand):
    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002 - Django hands them over
        ship()
