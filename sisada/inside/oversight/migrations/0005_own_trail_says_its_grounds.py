"""An officer's own trail says the kind of each ground: functions whose rows change are made anew by the files that run after this."""

from django.db import migrations

OLD = """
drop function if exists oversight_own_looks(uuid);
drop function if exists oversight_looks_at_officer(uuid);
"""


class Migration(migrations.Migration):
    dependencies = [("oversight", "0004_unused_findings_and_standstills")]
    operations = [migrations.RunSQL(OLD, reverse_sql=OLD)]
