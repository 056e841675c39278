from django.apps import AppConfig


class LookupConfig(AppConfig):
    name = "sisada.inside.lookup"
    label = "lookup"
