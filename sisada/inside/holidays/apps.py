from django.apps import AppConfig


class HolidaysConfig(AppConfig):
    name = "sisada.inside.holidays"
    label = "holidays"
