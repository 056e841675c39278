"""An opened decoy has a number of its own, and a list is put on record with tickets: the function that took none goes, since a function
with other arguments would stand beside it."""

import django.db.models.expressions
from django.db import migrations, models


OLD = """
drop function if exists audit_show(uuid, uuid, uuid[], jsonb);
"""


class Migration(migrations.Migration):

    dependencies = [
        ('audit', '0004_decoy'),
    ]

    operations = [
        migrations.RunSQL(OLD, reverse_sql=OLD),
        migrations.CreateModel(
            name='DecoyOpened',
            fields=[
                ('id', models.UUIDField(db_default=django.db.models.expressions.RawSQL('gen_random_uuid()', []), primary_key=True, serialize=False)),
                ('look', models.UUIDField(unique=True)),
                ('opened_at', models.DateTimeField(db_default=django.db.models.expressions.RawSQL('clock_timestamp()', []))),
            ],
            options={
                'db_table': 'audit_decoy_opened',
            },
        ),
    ]
