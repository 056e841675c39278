"""The demo's decoys: three invented persons whom its Directorate planted. Whoever opens one alerts the privacy supervisors.

Named by the ids that the mirror gives them, so they are known before the copy holds them.
"""

from uuid import UUID

from sisada.inside.link.mirrored_table import mirrored_id

KEYS = (1_000_045, 1_000_059, 1_000_088)  # of the Directorate's table of persons; nothing else in the demo names them
DECOYS = tuple(UUID(mirrored_id("orang", str(key))) for key in KEYS)


def name_decoys() -> None:
    """As the owner of the inside database; safe to run again."""
    from sisada.inside.audit.models import Decoy

    Decoy.objects.bulk_create([Decoy(person=person) for person in DECOYS], ignore_conflicts=True)
