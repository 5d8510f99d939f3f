"""Every address. Who may open it is in portal/access.py; a test holds the two lists against each other."""

from django.urls import path

from intersession.portal import start

urlpatterns = [
    path("", start.start, name="start"),
    path("health", start.health, name="health"),
]

handler404 = "intersession.portal.errors.not_found"
handler500 = "intersession.portal.errors.server_error"
