"""What a permit on record changes between two places, over the packs that are shipped: it opens its own route and no other."""

from __future__ import annotations

from datetime import date

import pytest

from intersession.packs import library
from intersession.rules.findings import Answer
from intersession.rules.place import PlaceAnswer, Stay
from intersession.rules.practising import contact
from intersession.rules.stays import Where
from intersession.rules.terms import Licence, Permit, Therapist
from intersession.rules.vocabulary import Compact, PermitKind

ON = date(2026, 12, 1)
K = PermitKind


def ask(home: str, there: str, *permits: Permit, stay: Stay = Stay.TRAVELLING, **more: object) -> PlaceAnswer:
    licences = (Licence(home, "psychologist"),)
    therapist = Therapist("Vera", "America/Chicago", ("en",), home, licences, permits)
    return contact(therapist, Where(there, stay), library.jurisdiction, more.pop("on", ON), **more)


def codes(answer: PlaceAnswer) -> list[str]:
    return [each.code for each in answer.findings]


@pytest.mark.parametrize("jurisdiction", ["", "US-CO"])
def test_texas_to_colorado_under_psypact(jurisdiction):
    without = ask("US-TX", "US-CO")
    assert without.answer is Answer.ASK
    assert "place-compact-possible" in codes(without)
    authority = Permit(jurisdiction, K.COMPACT, Compact.PSYPACT)
    with_it = ask("US-TX", "US-CO", authority)
    assert with_it.answer is Answer.ALLOWED
    assert "place-compact-authority" in codes(with_it)


@pytest.mark.parametrize(
    "other",
    [
        Permit("US-WA", K.COMPACT, Compact.PSYPACT),
        Permit("", K.COMPACT, Compact.COUNSELING),
        Permit("", K.COMPACT, Compact.PSYPACT, until=date(2026, 11, 30)),
        Permit("US-CO", K.REGISTRATION),
    ],
)
def test_what_is_for_something_else_or_has_ended_opens_nothing_under_psypact(other):
    assert "place-compact-possible" in codes(ask("US-TX", "US-CO", other))


def test_washington_to_california_with_an_approval():
    without = ask("US-WA", "US-CA")
    assert without.answer is Answer.ASK
    assert "place-temporary-approval" in codes(without)
    with_it = ask("US-WA", "US-CA", Permit("US-CA", K.APPROVAL, until=ON))
    assert with_it.answer is Answer.ALLOWED
    assert "place-temporary-approval" not in codes(with_it)


@pytest.mark.parametrize(
    "other",
    [
        Permit("US-CA", K.NOTICE),
        Permit("US-CA", K.REGISTRATION),
        Permit("US-OR", K.APPROVAL),
        Permit("US-CA", K.COMPACT, Compact.PSYPACT),
        Permit("US-CA", K.APPROVAL, until=date(2026, 11, 30)),
    ],
)
def test_california_asks_for_its_own_approval_and_one_that_holds(other):
    answer = ask("US-WA", "US-CA", other)
    assert answer.answer is Answer.ASK
    assert "place-temporary-approval" in codes(answer)


def test_days_of_contact_are_counted_against_the_limit():
    approval = Permit("US-CA", K.APPROVAL)
    days = (date(2025, 12, 30), date(2026, 11, 28), date(2026, 11, 30))
    some = ask("US-WA", "US-CA", approval, days=days)
    (left,) = (
        dict(each.values)["left"] for each in some.findings if each.code == "place-temporary-days-left"
    )
    # In a row from 28 November; what was in the year before counts no more.
    assert left == 27
    assert some.answer is Answer.ALLOWED
    spent = ask("US-WA", "US-CA", approval, days=(date(2026, 11, 1),), stay=Stay.USUAL)
    assert "place-temporary-used-up" in codes(spent)
    assert spent.answer is Answer.NOT_ALLOWED
    unknown = ask("US-WA", "US-CA", approval)
    assert "place-temporary-count" in codes(unknown)
