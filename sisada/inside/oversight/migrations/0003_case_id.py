"""A case has an id of its own: functions whose rows change are made anew by the files that run after this."""

import django.db.models.expressions
from django.db import migrations, models


OLD = """
drop function if exists oversight_queue(uuid, uuid);
drop function if exists oversight_unreviewed();
"""


class Migration(migrations.Migration):

    dependencies = [
        ('oversight', '0002_asked_person'),
    ]

    operations = [
        migrations.RunSQL(OLD, reverse_sql=OLD),
        migrations.AddField(
            model_name='case',
            name='id',
            field=models.UUIDField(db_default=django.db.models.expressions.RawSQL('gen_random_uuid()', []), unique=True),
        ),
    ]
