"""Intersession: contact between a psychotherapist and a client, between sessions, inside the frame both agreed."""

__version__ = "0.1.0"
