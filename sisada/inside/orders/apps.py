from django.apps import AppConfig


class OrdersConfig(AppConfig):
    name = "sisada.inside.orders"
    label = "orders"
