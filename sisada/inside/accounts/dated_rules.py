"""How long an invitation and a proposal are good."""

from django.utils.translation import gettext_lazy as _

from sisada.inside.rules.declared import Rule
from sisada.inside.rules.readings import WholeNumber

HEADING = _("Akun")

RULES = (
    Rule(
        name="accounts.invitation-hours",
        words=_("Undangan"),
        reading=WholeNumber(unit=_("jam"), least=1, most=168),
        two_persons=True,
        changes=_("Berapa lama kode undangan berlaku sesudah dibuat."),
    ),
    Rule(
        name="accounts.proposal-days",
        words=_("Usul perubahan akun"),
        reading=WholeNumber(unit=_("hari"), least=1, most=30),
        two_persons=True,
        changes=_("Berapa lama usul perubahan akun menunggu orang kedua; sesudahnya harus diusulkan lagi."),
    ),
)
