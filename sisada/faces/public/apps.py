from django.apps import AppConfig


class PublicConfig(AppConfig):
    name = "sisada.faces.public"
    label = "public"
