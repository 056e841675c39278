from django.apps import AppConfig


class RulesConfig(AppConfig):
    name = "sisada.inside.rules"
    label = "rules"
