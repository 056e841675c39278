"""The letters of a thread are opened one after the other, and each is held against its digest: `cases_next_letter` gives one column more."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0005_what_nobody_learns")]
    operations = [
        migrations.AddIndex(
            model_name="inbox",
            index=models.Index(
                condition=models.Q(("held_why", None), ("opened_at", None)), fields=["thread", "received_at"], name="cases_inbox_of_thread"
            ),
        ),
        migrations.RunSQL("drop function if exists cases_next_letter()", migrations.RunSQL.noop),
    ]
