"""Whom a trail's question meant has an id and an instant, so that it can be sealed; and the sealer finds the newest rows by an index."""

import uuid

from django.contrib.postgres.indexes import BrinIndex
from django.db import migrations, models
from django.db.models.expressions import RawSQL

ASKED = """
alter table oversight_asked_person drop constraint oversight_asked_person_pkey;
alter table oversight_asked_person alter column person drop not null, add column id uuid not null default gen_random_uuid() primary key,
    add column asked_at timestamptz not null default clock_timestamp();
alter table oversight_asked_person add constraint oversight_asked_person_once unique (look, person);
"""
ASKED_BEFORE = """
alter table oversight_asked_person drop constraint oversight_asked_person_once;
alter table oversight_asked_person drop column id, drop column asked_at, alter column person set not null, add primary key (look, person);
"""


class Migration(migrations.Migration):
    dependencies = [("oversight", "0005_own_trail_says_its_grounds")]
    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunSQL(ASKED, reverse_sql=ASKED_BEFORE)],
            state_operations=[
                migrations.RemoveField("askedperson", "pk"),
                migrations.AddField("askedperson", "id", models.UUIDField(
                    db_default=RawSQL("gen_random_uuid()", []), default=uuid.uuid4, primary_key=True, serialize=False), preserve_default=False),
                migrations.AddField("askedperson", "asked_at", models.DateTimeField(db_default=RawSQL("clock_timestamp()", []))),
                migrations.AlterField("askedperson", "person", models.UUIDField(db_index=True, null=True)),
                migrations.AddConstraint("askedperson", models.UniqueConstraint(fields=("look", "person"), name="oversight_asked_person_once")),
            ],
        ),
        migrations.AddIndex("askedperson", BrinIndex(fields=["asked_at"], name="oversight_asked_person_recent", pages_per_range=16)),
        migrations.AddIndex("review", BrinIndex(fields=["reviewed_at"], name="oversight_review_recent", pages_per_range=16)),
    ]
