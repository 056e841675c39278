from django.db import migrations


class Migration(migrations.Migration):
    """Words to a reporter name the version of the case that they are about."""

    dependencies = [("cases", "0002_where_the_clock_began")]

    operations = [
        migrations.RunSQL("drop function if exists cases_tell(uuid, uuid, text, text, text, text, uuid[], bytea[])", migrations.RunSQL.noop)
    ]
