from django.apps import AppConfig


class LetterboxConfig(AppConfig):
    name = "sisada.outside.letterbox"
    label = "letterbox"
