"""The value of a fact in words: one or more whole lines per key of the vocabulary, in the reader's language.

Words only; what follows from a value is decided in rules/. A key that is new here says: see the note.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from babel.lists import format_list

from intersession.packs.crisis import country_name
from intersession.rules.facts import Fact
from intersession.texts import day, text


@dataclass(frozen=True, slots=True)
class Words:
    """One line. `lang` is set where it quotes a source or a name that is not in the page's language; `url` makes it a link."""

    text: str
    lang: str = ""
    url: str = ""


Lines = Iterator[Words]
Value = Mapping[str, Any]
Naming = Callable[[str, str], str]
# Fields that hold a number of a unit, each with a sentence of its own.
WITHIN = ("hours", "days", "working_days", "months")


def value_words(fact: Fact, lang: str, naming: Naming = country_name) -> tuple[Words, ...]:
    """Return what a fact says, line by line. `naming` gives the name of a place in a language."""
    writer = WRITERS.get(fact.key)
    lines = tuple(writer(fact.value, lang, naming)) if writer else ()
    return lines or (Words(text(lang, "law-see-note")),)


def _say(lang: str, id: str, **values: object) -> Words:
    return Words(text(lang, id, **values))


def _place_rule(value: Value, lang: str, _: Naming) -> Lines:
    yield _say(lang, f"law-place-rule-{value['where']}")


def _temporary(value: Value, lang: str, naming: Naming) -> Lines:
    for each in value.get("limits", ()):
        within = text(lang, f"finding-within-{each['within']}")
        limit = text(lang, f"finding-limit-{each['count']}", days=each["days"], within=within)
        yield _say(lang, "law-limit", limit=limit)
    yield _say(lang, f"law-approval-{value['approval']}")
    yield _say(lang, f"law-notice-{value['notice']}")
    yield _say(lang, f"law-registration-{value['registration']}")
    yield _say(lang, f"law-clients-{value['clients']}")
    if homes := value.get("homes"):
        names = format_list([naming(code, lang) for code in homes], locale=lang)
        yield _say(lang, "law-homes", places=names)


def _compact(value: Value, lang: str, _: Naming) -> Lines:
    name = text(lang, f"finding-compact-{value['compact']}")
    yield _say(lang, f"law-compact-{value['status']}", compact=name)
    if issuing := value.get("issuing"):
        yield _say(lang, f"law-issuing-{issuing}")
    if since := value.get("since"):
        on = since if isinstance(since, date) else date.fromisoformat(str(since))
        yield _say(lang, "law-since", day=day(on, lang, year=True))


def _compact_terms(value: Value, lang: str, _: Naming) -> Lines:
    yield _say(lang, "law-compact-terms", compact=text(lang, f"finding-compact-{value['compact']}"))


def _regulator(value: Value, lang: str, _: Naming) -> Lines:
    yield Words(str(value["name"]), url=str(value["url"]))
    yield _say(lang, f"law-body-{value['kind']}")


def _licensing(value: Value, _: str, __: Naming) -> Lines:
    yield Words(str(value["topic"]), lang="en")


def _retention(value: Value, lang: str, _: Naming) -> Lines:
    start = text(lang, f"law-start-{value['starts']}")
    yield _say(lang, f"law-records-{value['records']}")
    if years := value.get("years"):
        yield _say(lang, "law-kept-least", years=years, start=start)
    if years := value.get("at_most_years"):
        yield _say(lang, "law-kept-most", years=years, start=start)
    if years := value.get("years_from_birth"):
        yield _say(lang, "law-kept-birth", years=years)
    for each in value.get("minors", ()):
        yield _say(lang, f"law-minors-{each['kind']}", years=each["years"], age=each.get("age", 0))
    yield _say(lang, f"law-basis-{value['basis']}")


def _age(value: Value, lang: str, _: Naming) -> Lines:
    yield _say(lang, "law-age", age=value["age"])


def _minor_consent(value: Value, lang: str, _: Naming) -> Lines:
    yield _say(lang, f"law-minor-{value['rule']}")
    if age := value.get("age"):
        yield _say(lang, "law-minor-from", age=age)
    if joint := value.get("joint_from"):
        yield _say(lang, "law-minor-joint-from", age=joint)


def _protect(value: Value, lang: str, _: Naming) -> Lines:
    yield _say(lang, f"law-protect-{value['kind']}")


def _telehealth(value: Value, lang: str, _: Naming) -> Lines:
    yield _say(lang, "law-distance-needed" if value["required"] else "law-distance-free")
    if value["required"]:
        yield _say(lang, f"law-form-{value['form']}")


def _informed(value: Value, lang: str, _: Naming) -> Lines:
    yield _say(lang, f"law-form-{value['form']}")


def _expiry(value: Value, lang: str, _: Naming) -> Lines:
    yield _say(lang, "law-say-how-long" if value["say_how_long"] else "law-say-how-long-no")
    if months := value.get("months"):
        yield _say(lang, "law-consent-months", n=months)


def _messages(value: Value, lang: str, _: Naming) -> Lines:
    yield _say(lang, f"law-messages-{value['answer']}")
    if value.get("secured_only"):
        yield _say(lang, "law-messages-secured")


def _email(value: Value, lang: str, _: Naming) -> Lines:
    yield _say(lang, f"law-email-{value['unencrypted']}")


def _time(value: Value, lang: str) -> Lines:
    named = [name for name in WITHIN if value.get(name)]
    for name in named:
        yield _say(lang, f"law-in-{name.replace('_', '-')}", n=value[name])
    if not named:
        yield _say(lang, "law-in-no-number")


def _access(value: Value, lang: str, _: Naming) -> Lines:
    yield from _time(value, lang)
    for name in ("extension_days", "extension_months"):
        if value.get(name):
            yield _say(lang, f"law-{name.replace('_', '-')}", n=value[name])


def _breach(value: Value, lang: str, _: Naming) -> Lines:
    yield from _time(value, lang)
    for name in ("assess_days", "report_days"):
        if value.get(name):
            yield _say(lang, f"law-{name.replace('_', '-')}", n=value[name])
    if to := value.get("to"):
        yield _say(lang, "law-report-to")
        yield Words(str(to), lang="en")


def _privacy_laws(value: Value, _: str, __: Naming) -> Lines:
    yield from (Words(str(name), lang="und") for name in value["names"])


def _privacy_duty(value: Value, lang: str, _: Naming) -> Lines:
    yield _say(lang, f"law-topic-{value['topic']}")


WRITERS: Mapping[str, Callable[[Value, str, Naming], Lines]] = {
    "place-rule": _place_rule,
    "temporary-practice": _temporary,
    "compact": _compact,
    "compact-terms": _compact_terms,
    "regulator": _regulator,
    "licensing": _licensing,
    "retention": _retention,
    "age-of-majority": _age,
    "digital-consent-age": _age,
    "minor-consent": _minor_consent,
    "duty-to-protect": _protect,
    "telehealth-consent": _telehealth,
    "informed-consent": _informed,
    "consent-expiry": _expiry,
    "asynchronous-contact": _messages,
    "email": _email,
    "access-request": _access,
    "breach-notice": _breach,
    "privacy-laws": _privacy_laws,
    "privacy-duty": _privacy_duty,
}
