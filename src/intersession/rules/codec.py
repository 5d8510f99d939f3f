"""Rule values to JSON and back, exactly: what goes out comes in again equal, and anything unexpected is
refused.

Used to freeze terms in an agreement and a policy in its version. Does not hash and does not write text;
callers put the result into a canonical form (RFC 8785).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import Field, fields, is_dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from intersession.rules.schedule import HolidayCalendar, Window
from intersession.rules.terms import Terms

Json = None | bool | int | str | list["Json"] | dict[str, "Json"]
Calendars = Callable[[str], HolidayCalendar]
T = TypeVar("T")


def to_json(value: object) -> Json:
    """Return `value` as JSON-ready data. A calendar becomes its code, a window "HH:MM-HH:MM".

    Raises TypeError for something that is not a rule value.
    """
    if isinstance(value, StrEnum):
        return value.value
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [to_json(each) for each in value]
    if isinstance(value, HolidayCalendar):
        return value.code
    if isinstance(value, Window):
        return f"{clock(value.start)}-{clock(value.end)}"
    if is_dataclass(value):
        return {
            each.name: to_json(getattr(value, each.name))
            for each in fields(value)
            if _is_written(each, value)
        }
    raise TypeError(f"not a rule value: {type(value).__name__}")


def _is_written(known: Field[Any], value: object) -> bool:
    """Whether a field is written. One that was added later is not while it says nothing: older texts stay as they are."""
    return known.init and not ("added" in known.metadata and getattr(value, known.name) == known.default)


def clock(minute: int) -> str:
    """Return minutes after midnight as "09:05"; 1440 is "24:00"."""
    return f"{minute // 60:02}:{minute % 60:02}"


def minutes(text: str) -> int:
    """Return "09:05" as minutes after midnight. Raises ValueError for anything but HH:MM up to 24:00."""
    hours, colon, rest = text.partition(":")
    digits = len(hours) == 2 and len(rest) == 2 and (hours + rest).isdecimal() and (hours + rest).isascii()
    if not colon or not digits or int(rest) > 59 or int(hours) * 60 + int(rest) > 1440:
        raise ValueError(f"not a time of day: {text!r}")
    return int(hours) * 60 + int(rest)


def from_json(kind: type[T], data: Json, calendars: Calendars) -> T:
    """Return the `kind` that `data` describes. Raises ValueError when it describes anything else."""
    value: T = _decode(kind, data, calendars)
    return value


def _decode(kind: Any, data: Json, calendars: Calendars) -> Any:
    origin = get_origin(kind)
    if origin is UnionType:
        return None if data is None else _decode(_without_none(kind), data, calendars)
    if origin is tuple:
        return _decode_tuple(get_args(kind), data, calendars)
    if kind is HolidayCalendar and isinstance(data, str):
        return calendars(data)
    if kind is Window and isinstance(data, str):
        start, _, end = data.partition("-")
        return Window(minutes(start), minutes(end))
    if kind is date and isinstance(data, str):
        return date.fromisoformat(data)
    if isinstance(kind, type) and is_dataclass(kind) and isinstance(data, dict):
        return _decode_dataclass(kind, data, calendars)
    if isinstance(kind, type) and issubclass(kind, StrEnum) and isinstance(data, str):
        return kind(data)
    if kind in (bool, int, str) and type(data) is kind:
        return data
    raise ValueError(f"{data!r} is not {kind}")


def _without_none(kind: Any) -> Any:
    return next(each for each in get_args(kind) if each is not NoneType)


def _decode_tuple(kinds: tuple[Any, ...], data: Json, calendars: Calendars) -> tuple[Any, ...]:
    if not isinstance(data, list):
        raise ValueError(f"{data!r} is not a list")
    if kinds[-1] is Ellipsis:
        return tuple(_decode(kinds[0], each, calendars) for each in data)
    return tuple(_decode(kind, each, calendars) for kind, each in zip(kinds, data, strict=True))


@lru_cache(maxsize=128)
def _shape(kind: type) -> tuple[dict[str, Any], dict[str, Field[Any]]]:
    hints = get_type_hints(kind)
    return hints, {each.name: each for each in fields(kind) if each.init}


def _decode_dataclass(kind: type, data: dict[str, Json], calendars: Calendars) -> Any:
    hints, known = _shape(kind)
    later = {name for name, each in known.items() if "added" in each.metadata}
    if set(data) | later != set(known):
        raise ValueError(f"{kind.__name__}: fields {sorted(set(data) ^ set(known))} are missing or unknown")
    return kind(**{name: _decode(hints[name], value, calendars) for name, value in data.items()})


def terms_to_json(terms: Terms) -> dict[str, Json]:
    """Return terms as JSON-ready data, the form an agreement freezes."""
    data = to_json(terms)
    assert isinstance(data, dict)
    return data


def terms_from_json(data: Json, calendars: Calendars) -> Terms:
    """Return the terms an agreement froze. `calendars` turns a code into its holidays."""
    return from_json(Terms, data, calendars)
