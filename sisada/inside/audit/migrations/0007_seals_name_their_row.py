"""A seal names its row in the chain, and what was shown keeps its row when the person is erased."""

from django.db import migrations, models
from django.db.models.expressions import RawSQL

# Both forms of the chain cannot be told apart by themselves, so a house begins in the new one or not at all (docs/decisions/0020).
ONLY_BEFORE_THE_FIRST_SEAL = """
do $$ begin
    if exists (select from audit_seal) then
        raise exception 'Rows are sealed here in the form of before the first release, which this release does not read. '
            'Begin with an empty database inside and outside; docs/decisions/0020 says why.';
    end if;
end $$;
"""
NO_WAY_BACK = "do $$ begin if exists (select from audit_seal) then raise exception 'Seals of the new form cannot be read by the old one.'; end if; end $$;"

SHOWN = """
alter table audit_look_shown drop constraint audit_look_shown_pkey;
alter table audit_look_shown alter column person drop not null, alter column match drop not null, add primary key (id);
alter table audit_look_shown add constraint audit_look_shown_once unique (look, person);
"""
SHOWN_BEFORE = """
alter table audit_look_shown drop constraint audit_look_shown_once;
alter table audit_look_shown drop constraint audit_look_shown_pkey;
alter table audit_look_shown alter column person set not null, alter column match set not null, add primary key (look, person);
"""


class Migration(migrations.Migration):

    dependencies = [
        ('audit', '0006_key_endorsement'),
    ]

    operations = [
        migrations.RunSQL(ONLY_BEFORE_THE_FIRST_SEAL, reverse_sql=NO_WAY_BACK),
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunSQL(SHOWN, reverse_sql=SHOWN_BEFORE)],
            state_operations=[
                migrations.RemoveField('lookshown', 'pk'),
                migrations.AlterField('lookshown', 'id', models.UUIDField(
                    db_default=RawSQL('gen_random_uuid()', []), primary_key=True, serialize=False)),
                migrations.AlterField('lookshown', 'person', models.UUIDField(db_index=True, null=True)),
                migrations.AlterField('lookshown', 'match', models.JSONField(null=True)),
                migrations.AddConstraint('lookshown', models.UniqueConstraint(fields=('look', 'person'), name='audit_look_shown_once')),
            ],
        ),
    ]
