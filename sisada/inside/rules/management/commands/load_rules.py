"""Puts the rules of this release into the table. `migrate` calls it; running it again changes nothing."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from sisada.inside.rules import shipped
from sisada.inside.rules.declared import all_rules


class Command(BaseCommand):
    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002 - Django hands them over
        shipped.load(all_rules(), shipped.read_all())
