from django.apps import AppConfig


class OfficeConfig(AppConfig):
    name = "sisada.faces.office"
    label = "office"
