"""Every address. Who may open it is in portal/access.py; a test holds the two lists against each other."""

from django.urls import path

from intersession.portal import start
from intersession.portal.public import help

urlpatterns = [
    path("", start.start, name="start"),
    path("health", start.health, name="health"),
    path("help", help.choose, name="help"),
    path("help/<slug:code>", help.place, name="help-place"),
    path("about/leaving", help.leaving, name="leaving"),
    path("offline", help.offline, name="offline"),
    path("sw.js", help.service_worker, name="service-worker"),
]

handler404 = "intersession.portal.errors.not_found"
handler500 = "intersession.portal.errors.server_error"
