"""A draw for an MRZ returns sex, issuer and end as well: a function whose rows change is made anew by the file that runs after this."""

from django.db import migrations

OLD = "drop function if exists lookup_candidates(uuid, uuid);"


class Migration(migrations.Migration):
    dependencies = [("lookup", "0002_draws_give_tickets")]
    operations = [migrations.RunSQL(OLD, reverse_sql=OLD)]
