"""The mirrored tables. Written by the link alone (grants.sql); everybody else reads persons through `lookup`.

Ids are uuid5 of (source, upstream table, upstream key), so a new full copy keeps every link to a person.
Days are calendar dates in the zone of the office that issued them; instants are UTC.
"""

from django.db import models


class Mirrored(models.Model):
    """What every mirrored row says about its origin."""

    id = models.UUIDField(primary_key=True)
    upstream_key = models.BigIntegerField()
    version = models.BigIntegerField()
    source_at = models.DateTimeField()

    class Meta:
        abstract = True


class OfPerson(Mirrored):
    """A mirrored row about one person. No foreign key: the person may arrive later than the row."""

    person_id = models.UUIDField(db_index=True)

    class Meta:
        abstract = True


class Person(Mirrored):
    niora = models.TextField()
    sex = models.CharField(max_length=1, null=True)  # M, F, X; null: not stated
    birth_date = models.DateField(null=True)  # null: the day is not known, birth_year may be
    birth_year = models.SmallIntegerField(null=True)
    birth_place = models.TextField(null=True)
    nationality = models.CharField(max_length=3)
    category = models.TextField()  # ordinary, diplomatic, affidavit, refugee
    civil_state = models.TextField()  # ordinary, deceased, naturalised
    civil_state_since = models.DateField(null=True)
    office_code = models.TextField()

    class Meta:
        db_table = "registry_person"
        indexes = [models.Index(fields=["birth_date"], name="registry_person_birth")]  # a search by birth date alone


class Name(OfPerson):
    primary_name = models.TextField()
    secondary_name = models.TextField(null=True)
    kind = models.TextField()  # passport, earlier, alias
    valid_from = models.DateField(null=True)
    valid_until = models.DateField(null=True)

    class Meta:
        db_table = "registry_name"


class Photo(OfPerson):
    image = models.BinaryField()
    taken_on = models.DateField(null=True)

    class Meta:
        db_table = "registry_photo"


class TravelDocument(OfPerson):
    kind = models.TextField()  # national, official, diplomatic, travel
    number = models.TextField()
    issuer = models.CharField(max_length=3)
    nationality = models.CharField(max_length=3)
    issued_on = models.DateField(null=True)
    valid_until = models.DateField(null=True)
    state = models.TextField()  # valid, replaced, lost, withheld

    class Meta:
        db_table = "registry_travel_document"


class Visa(OfPerson):
    number = models.TextField()
    index_code = models.TextField()
    issued_on = models.DateField()
    valid_until = models.DateField(null=True)

    class Meta:
        db_table = "registry_visa"


class StayPermit(OfPerson):
    number = models.TextField()
    kind = models.TextField()  # BVK, VOA, ITK, ITAS, ITAP, PERALIHAN, DIPLOMATIK, DINAS, AFFIDAVIT
    index_code = models.TextField(null=True)
    extension = models.SmallIntegerField()  # 0: the first one
    valid_from = models.DateField()
    valid_until = models.DateField(null=True)  # null: no end date
    report_due_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)  # ended before its date
    ended_by = models.TextField(null=True)  # exit, cancelled, conversion, death, naturalised
    office_code = models.TextField()

    class Meta:
        db_table = "registry_stay_permit"


class Application(OfPerson):
    permit_id = models.UUIDField(null=True)  # null: about a first permit
    kind = models.TextField()  # extension, conversion, bridging, re-entry, exit
    filed_on = models.DateField()
    state = models.TextField()  # pending, granted, rejected, withdrawn
    decided_on = models.DateField(null=True)

    class Meta:
        db_table = "registry_application"


class ReentryPermit(OfPerson):
    number = models.TextField()
    valid_from = models.DateField()
    valid_until = models.DateField(null=True)

    class Meta:
        db_table = "registry_reentry_permit"


class Guarantor(Mirrored):
    kind = models.TextField()  # organisation, citizen, mission
    name = models.TextField()
    email = models.TextField(null=True)
    second_email = models.TextField(null=True)
    phone = models.TextField(null=True)
    address = models.TextField(null=True)
    kelurahan_code = models.TextField(null=True)

    class Meta:
        db_table = "registry_guarantor"


class Guarantee(OfPerson):
    guarantor_id = models.UUIDField(db_index=True)
    role = models.TextField()  # penjamin, penanggung-jawab
    valid_from = models.DateField()
    valid_until = models.DateField(null=True)

    class Meta:
        db_table = "registry_guarantee"


class Address(OfPerson):
    street = models.TextField(null=True)
    building = models.TextField(null=True)
    tower = models.TextField(null=True)
    floor = models.TextField(null=True)
    unit = models.TextField(null=True)
    rt = models.TextField(null=True)
    rw = models.TextField(null=True)
    kelurahan_code = models.TextField(null=True)  # null: the Directorate could not place it
    as_written = models.TextField(null=True)
    valid_from = models.DateField()
    valid_until = models.DateField(null=True)

    class Meta:
        db_table = "registry_address"
        indexes = [
            # an area's list: the people whose present address lies in one kelurahan
            models.Index(fields=["kelurahan_code", "person_id"], condition=models.Q(valid_until=None), name="registry_address_present"),
        ]


class Crossing(OfPerson):
    person_id = models.UUIDField()  # indexed below, with the time: the last crossing decides
    direction = models.TextField()  # in, out
    crossed_at = models.DateTimeField()
    checkpoint = models.TextField()

    class Meta:
        db_table = "registry_crossing"
        indexes = [models.Index(fields=["person_id", "crossed_at"], name="registry_crossing_last")]


class WatchEntry(OfPerson):
    kind = models.TextField()  # pencegahan, penangkalan
    instruction = models.TextField()
    valid_from = models.DateField()
    valid_until = models.DateField(null=True)

    class Meta:
        db_table = "registry_watch_entry"


class Change(models.Model):
    """What changed, as a table: planning, discrepancies and open pages follow it with cursors of their own."""

    id = models.BigAutoField(primary_key=True)
    position = models.BigIntegerField()  # the commit position of the upstream transaction, as a number
    person_id = models.UUIDField()
    tables = models.JSONField()  # our table names that changed for this person in that transaction
    source_at = models.DateTimeField()  # the upstream commit
    arrived_at = models.DateTimeField()

    class Meta:
        db_table = "registry_change"
        indexes = [
            models.Index(fields=["person_id"], name="registry_change_person"),
            models.Index(fields=["position"], name="registry_change_position"),
        ]
