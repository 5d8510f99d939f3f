"""The one Django app."""

from django.apps import AppConfig


class Intersession(AppConfig):
    """Registers the models of every room under one label."""

    name = "intersession"
    label = "intersession"
    default_auto_field = "django.db.models.BigAutoField"
