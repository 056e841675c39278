from django.apps import AppConfig


class LinkConfig(AppConfig):
    name = "sisada.inside.link"
    label = "link"
