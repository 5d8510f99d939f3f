"""Tells a telephone number from a slip of the pen. Knows the plans of numbers, not who answers."""

from __future__ import annotations

import re

import phonenumbers

WRITTEN = re.compile(r"[*#+(]?[0-9][0-9 ()/*#.-]{0,23}")
# Emergency and helpline numbers have up to six digits; some countries' are not in the plan's list.
SHORT = 6


def fault(written: str, region: str) -> str:
    """Say (a code) why this is no number as it is dialled inside a region; empty if it can be one.

    `unwritten`: letters or signs no phone has; `length`: no number there has as many digits; `no-plus`: a country
    code without its plus.
    """
    if not WRITTEN.fullmatch(written):
        return "unwritten"
    digits = re.sub(r"[^0-9*#+]", "", written)
    if digits.startswith("*") or len(digits) <= SHORT:
        return ""
    try:
        number = phonenumbers.parse(written, region, keep_raw_input=True)
    except phonenumbers.NumberParseException:
        return "length"
    kinds = phonenumbers.CountryCodeSource
    bare = number.country_code_source == kinds.FROM_NUMBER_WITHOUT_PLUS_SIGN and number.country_code != 1
    if bare or number.country_code_source == kinds.FROM_NUMBER_WITH_IDD:
        return "no-plus"
    return "" if phonenumbers.is_possible_number(number) else "length"
