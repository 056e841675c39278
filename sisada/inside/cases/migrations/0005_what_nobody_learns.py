from django.db import migrations, models
from django.db.models.expressions import RawSQL


class Migration(migrations.Migration):
    """Which transaction wrote a report: what it says is compared and told only once it stands."""

    dependencies = [("cases", "0004_discrepancies")]

    operations = [
        migrations.AddField(
            model_name="report", name="xact", field=models.BigIntegerField(db_default=RawSQL("pg_current_xact_id()::text::bigint", []))
        ),
        migrations.RunSQL("drop function if exists cases_require_unnamed(uuid, text)", migrations.RunSQL.noop),
        migrations.RunSQL("drop function if exists cases_promised_at(cases_case)", migrations.RunSQL.noop),
    ]
