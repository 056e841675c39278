from django.apps import AppConfig


class FoundationConfig(AppConfig):
    name = "sisada.foundation"
    label = "foundation"
