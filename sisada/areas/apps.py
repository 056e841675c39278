from django.apps import AppConfig


class AreasConfig(AppConfig):
    name = "sisada.areas"
    label = "areas"
