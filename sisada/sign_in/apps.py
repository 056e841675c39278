from django.apps import AppConfig


class SignInConfig(AppConfig):
    name = "sisada.sign_in"
    label = "sign_in"
