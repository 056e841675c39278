"""Draws return a ticket with each person: functions whose rows change are made anew by the files that run after this."""

from django.db import migrations

OLD = """
drop function if exists lookup_candidates(uuid, uuid);
drop function if exists lookup_area_page(uuid, uuid);
"""


class Migration(migrations.Migration):
    dependencies = [("lookup", "0001_initial")]
    operations = [migrations.RunSQL(OLD, reverse_sql=OLD)]
