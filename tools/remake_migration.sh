#!/bin/sh
# Before the first release there is one migration; this makes it anew from the models of every room.
set -e
cd "$(dirname "$0")/.."
rm -f src/intersession/migrations/0001_first.py
INTERSESSION_HOME=$(mktemp -d) DJANGO_SETTINGS_MODULE=intersession.settings .venv/bin/python -m django makemigrations intersession -n first -v 0
.venv/bin/ruff check -q --fix src/intersession/migrations || true
.venv/bin/ruff format -q src/intersession/migrations
