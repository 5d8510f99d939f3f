"""Keeps addresses out of the log: a set-up link is a secret, and ids say who is in contact with whom.

Django logs each refused request with its path. This puts the pattern of the path in its place.
"""

from __future__ import annotations

import logging


class RoutesOnly(logging.Filter):
    """A filter for Django's own request loggers. It lets every record through."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Replace the request's path in the record's values by the pattern it matched."""
        request = getattr(record, "request", None)
        path = getattr(request, "path", None)
        if path and isinstance(record.args, tuple):
            found = getattr(request, "resolver_match", None)
            shown = f"/{found.route}" if found else "(no such address)"
            record.args = tuple(shown if value == path else value for value in record.args)
        return True
