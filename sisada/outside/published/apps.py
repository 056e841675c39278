from django.apps import AppConfig


class PublishedConfig(AppConfig):
    name = "sisada.outside.published"
    label = "published"
