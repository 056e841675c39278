"""Cases and reviews are about a look or about a finding that nobody used; the standstills of the seal are rows. The function that returned
less goes, since PostgreSQL changes no function's columns."""

import django.db.models.expressions
from django.db import migrations, models


OLD = "drop function if exists oversight_unreviewed();"

OTHER_KEY = """
alter table oversight_case drop constraint oversight_case_pkey;
alter table oversight_case alter column look drop not null;
alter table oversight_case add constraint oversight_case_look_key unique (look);
alter table oversight_case drop constraint oversight_case_id_key;
alter table oversight_case add primary key (id);
"""


class Migration(migrations.Migration):

    dependencies = [
        ('oversight', '0003_case_id'),
    ]

    operations = [
        migrations.RunSQL(OLD, reverse_sql=OLD),
        migrations.CreateModel(
            name='Standstill',
            fields=[
                ('id', models.UUIDField(db_default=django.db.models.expressions.RawSQL('gen_random_uuid()', []), primary_key=True, serialize=False)),
                ('sealed_until', models.DateTimeField()),
                ('noticed_at', models.DateTimeField()),
            ],
            options={
                'db_table': 'oversight_standstill',
            },
        ),
        migrations.CreateModel(
            name='StandstillEnd',
            fields=[
                ('standstill', models.UUIDField(primary_key=True, serialize=False)),
                ('ended_at', models.DateTimeField()),
            ],
            options={
                'db_table': 'oversight_standstill_end',
            },
        ),
        migrations.AddField(
            model_name='case',
            name='finding',
            field=models.UUIDField(null=True, unique=True),
        ),
        migrations.AddField(
            model_name='review',
            name='finding',
            field=models.UUIDField(db_index=True, null=True),
        ),
        # Django makes the new primary key before it drops the old one, which PostgreSQL does not take.
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AlterField(
                    model_name='case',
                    name='look',
                    field=models.UUIDField(null=True, unique=True),
                ),
                migrations.AlterField(
                    model_name='case',
                    name='id',
                    field=models.UUIDField(db_default=django.db.models.expressions.RawSQL('gen_random_uuid()', []), primary_key=True, serialize=False),
                ),
            ],
            database_operations=[migrations.RunSQL(OTHER_KEY)],
        ),
        migrations.AlterField(
            model_name='review',
            name='look',
            field=models.UUIDField(db_index=True, null=True),
        ),
        migrations.AddConstraint(
            model_name='case',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('finding__isnull', True), ('look__isnull', False)), models.Q(('finding__isnull', False), ('look__isnull', True)), _connector='OR'), name='oversight_case_about_one_thing'),
        ),
        migrations.AddConstraint(
            model_name='review',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('finding__isnull', True), ('look__isnull', False)), models.Q(('finding__isnull', False), ('look__isnull', True)), _connector='OR'), name='oversight_review_about_one_thing'),
        ),
    ]
