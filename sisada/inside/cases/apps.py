from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "sisada.inside.cases"
    label = "cases"
