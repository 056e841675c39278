from django.apps import AppConfig


class WaitingConfig(AppConfig):
    name = "sisada.inside.waiting"
    label = "waiting"
