"""Every sentence a person reads, from the Fluent catalogues in locale/, and every date as people write it.

Does not choose which sentence: callers name it. An id that is missing is an error, never an empty line.
"""

from intersession.texts.catalogue import LANGUAGES, all_ids, has, text
from intersession.texts.dates import (
    day,
    day_long,
    iso,
    moment,
    on_paper,
    short,
    spoken,
    weekday,
    weekdays,
    when,
    zone_city,
)

__all__ = [
    "LANGUAGES",
    "all_ids",
    "day",
    "day_long",
    "has",
    "iso",
    "moment",
    "on_paper",
    "short",
    "spoken",
    "text",
    "weekday",
    "weekdays",
    "when",
    "zone_city",
]
