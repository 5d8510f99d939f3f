"""Terms and policies from the JSON text they are stored as, remembered by that text.

Reads no database: callers hand over the text they hold.
"""

from __future__ import annotations

import json
from functools import lru_cache

from intersession.frame.calendars import calendar
from intersession.rules.codec import Json, from_json, terms_from_json, to_json
from intersession.rules.layers import Choices, Policy, Practice, Suitability
from intersession.rules.terms import Terms


@lru_cache(maxsize=1024)
def load_terms(document: str) -> Terms:
    """Return the terms a JSON text holds. Raises ValueError when it holds anything else.

    The same text gives the same object, and with it the days it has worked out already.
    """
    return terms_from_json(json.loads(document), calendar)


def dump(value: Terms | Policy | Choices | Practice | Suitability) -> str:
    """Return a rule value as JSON text with sorted keys: the same value always gives the same text."""
    return json.dumps(to_json(value), sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def policy_from_json(data: Json) -> Policy:
    """Return the policy of a stored version. Raises ValueError when the data is anything else."""
    return from_json(Policy, data, calendar)


def choices_from_json(data: Json) -> Choices:
    """Return a client's stored choices. Raises ValueError when the data is anything else."""
    return from_json(Choices, data, calendar)
