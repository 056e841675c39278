from django.apps import AppConfig


class RegistryConfig(AppConfig):
    name = "sisada.inside.registry"
    label = "registry"
