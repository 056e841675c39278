from django.apps import AppConfig


class OversightConfig(AppConfig):
    name = "sisada.inside.oversight"
    label = "oversight"
