from django.apps import AppConfig


class WorkConfig(AppConfig):
    name = "sisada.inside.work"
    label = "work"
