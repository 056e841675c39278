"""Makes the template tags `parts` and `words` known to a face."""

from django.apps import AppConfig


class PartsConfig(AppConfig):
    name = "sisada.foundation.parts"
    label = "parts"
