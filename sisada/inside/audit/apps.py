from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "sisada.inside.audit"
    label = "audit"
