from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "sisada.inside.accounts"
    label = "accounts"
