import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="case", name="promised_from", field=models.DateTimeField(default=django.utils.timezone.now), preserve_default=False
        ),
        migrations.AddField(model_name="stay", name="place", field=models.SmallIntegerField(default=0), preserve_default=False),
    ]
