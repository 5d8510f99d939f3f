"""What the places a therapist works in say about her policy, and about contact with a client elsewhere.

Puts the questions together; the answers are the other rules'.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from intersession.rules.care import consent_expiry, duty_to_protect, telehealth_consent, therapy_consent
from intersession.rules.contact import asynchronous, email
from intersession.rules.facts import Fact, Jurisdiction, Profession
from intersession.rules.findings import Finding
from intersession.rules.layers import Policy
from intersession.rules.place import PlaceAnswer, PlaceAsked, covers, place
from intersession.rules.retention import Events, retention
from intersession.rules.stays import Where
from intersession.rules.temporary import FORMALITIES
from intersession.rules.terms import ChannelTerms, Licence, Permit, Terms, Therapist
from intersession.rules.vocabulary import Channel, Clause, Encryption

Places = Callable[[str], Jurisdiction]
# Findings about her right to practise; how care counts across places only matters with a client elsewhere.
OF_LICENCES = frozenset(
    {"place-own-place", "place-licence-expired", "place-licence-ends", "place-other-profession"}
)
OF_RETENTION = frozenset(
    {
        "retention-until",
        "retention-at-most",
        "retention-guideline",
        "retention-clash",
        "retention-start-not-stated",
        "retention-not-known",
        "retention-unsure",
    }
)
# Days before the last one on which a therapist is reminded; the day after it, that it is over.
REMIND_DAYS = (90, 30, 7)


def profession_of(therapist: Therapist, at: Jurisdiction) -> Profession | None:
    """Return her profession as the packs name it: that of a licence for this place, else of any; None if it is another."""
    known = {each.value for each in Profession}
    named = [each for each in therapist.licences if each.profession in known]
    fitting = [each for each in named if covers(each.jurisdiction, at)]
    first = next(iter(fitting or named), None)
    return Profession(first.profession) if first else None


def about_policy(policy: Policy, places: Places, on: date) -> tuple[Finding, ...]:
    """Return what a policy should be looked at for: licences, e-mail, messages, consent, danger to others."""
    at = places(policy.therapist.jurisdiction)
    profession = profession_of(policy.therapist, at)
    by_mail = any(_is_open_mail(each) for each in policy.channels)
    return (
        *about_licences(policy.therapist, places, on),
        *(email(at, profession, on) if by_mail else ()),
        *asynchronous(at, profession, on),
        *telehealth_consent(at, profession, on),
        *therapy_consent(at, profession, on),
        *duty_to_protect(at, profession, on),
        *consent_expiry(at, profession, on),
    )


def _is_open_mail(channel: ChannelTerms | None) -> bool:
    """Whether a way of contact may be e-mail that is not locked."""
    if channel is None or channel.channel is not Channel.EMAIL:
        return False
    return channel.encryption is not Encryption.REQUIRED


def about_licences(therapist: Therapist, places: Places, on: date) -> tuple[Finding, ...]:
    """Return what is to say about her right to practise at each place she works in or is licensed for."""
    codes = dict.fromkeys((therapist.jurisdiction, *(each.jurisdiction for each in therapist.licences)))
    found: list[Finding] = []
    for code in codes:
        answer = contact(therapist, Where(code), places, on)
        found += [each for each in answer.findings if each.code in OF_LICENCES and each not in found]
    return tuple(found)


def about_retention(therapist: Therapist, places: Places, on: date) -> tuple[Finding, ...]:
    """Return how long her file of a grown-up client would be kept if therapy ended on a day."""
    at = places(therapist.jurisdiction)
    events = Events(
        last_contact=on, end_of_treatment=on, last_entry=on, record_made=on, receipt=on, last_in_force=on
    )
    kept = retention(at, profession_of(therapist, at), on, "clinical-record", events)
    return tuple(each for each in kept.findings if each.code in OF_RETENTION)


def contact(
    therapist: Therapist, where: Where, places: Places, on: date, days: tuple[date, ...] | None = None
) -> PlaceAnswer:
    """Return whether she may have contact with a client of hers who is somewhere on a day, and why.

    `days`: on which days they had contact there before, None where that is not known.
    """
    home, there = places(therapist.jurisdiction), places(where.place)
    permits = permits_at(therapist, there, on)
    asked = PlaceAsked(
        home=home.code,
        licences=therapist.licences,
        profession=profession_of(therapist, there),
        client_at=there.code,
        on=on,
        stay=where.stay,
        approved=frozenset(each.compact or there.code for each in permits),
        days=days,
        formalities=frozenset(each.kind for each in permits) & FORMALITIES,
    )
    return place(asked, home, there)


def permits_at(therapist: Therapist, at: Jurisdiction, on: date) -> tuple[Permit, ...]:
    """Return what she has on record for a place and holds on a day. One that has ended counts as none."""
    return tuple(
        each
        for each in therapist.permits
        if each.until is None or each.until >= on
        if not each.jurisdiction or covers(each.jurisdiction, at)
    )


def counts_days(therapist: Therapist, where: Where, places: Places, on: date) -> bool:
    """Whether the place has a rule on short-time practice, so that days of contact there may be limited."""
    there = places(where.place)
    if covers(therapist.jurisdiction, there):
        return False
    return bool(there.all("temporary-practice", profession_of(therapist, there), on))


@dataclass(frozen=True, slots=True)
class Basis:
    """A value of a pack that makes a clause mandatory."""

    key: str
    field: str
    values: tuple[str | bool, ...]
    clause: Clause


# What a place may ask for, and the clause that answers it.
MANDATORY = (
    Basis("asynchronous-contact", "answer", ("supplement-only", "not-allowed"), Clause.A2),
    Basis("asynchronous-contact", "answer", ("with-consent",), Clause.A3),
    Basis("telehealth-consent", "required", (True,), Clause.A3),
    Basis("duty-to-protect", "kind", ("mandatory", "permissive", "case-law"), Clause.A11),
    Basis("email", "unencrypted", ("after-warning", "no"), Clause.A13),
    Basis("consent-expiry", "say_how_long", (True,), Clause.A30),
)


def mandatory(terms: Terms, clause: Clause, at: Jurisdiction, on: date) -> tuple[Fact, ...]:
    """Return the facts for which a clause must be in an agreement, () where it is free. E-mail only where it may be open."""
    profession = profession_of(terms.therapist, at)
    facts = (
        at.find(each.key, profession, on).fact for each in MANDATORY if _asks(each, terms, clause, at, on)
    )
    return tuple(each for each in facts if each)


def _asks(basis: Basis, terms: Terms, clause: Clause, at: Jurisdiction, on: date) -> bool:
    fact = at.find(basis.key, profession_of(terms.therapist, at), on).fact
    if fact is None or clause is not basis.clause:
        return False
    agreed = basis.key != "email" or _is_open_mail(terms.channel(Channel.EMAIL))
    return agreed and fact.value.get(basis.field) in basis.values


@dataclass(frozen=True, slots=True)
class Lapse:
    """A right that ends within the longest reminder, or has ended. `days` until its last day, below 0 after it."""

    right: Licence | Permit
    until: date
    days: int


def lapses(rights: Sequence[Licence | Permit], on: date) -> tuple[Lapse, ...]:
    """Return the rights that end within 90 days or have ended, soonest first. One renewed for the same place is silent."""
    dated = [(each, each.until) for each in rights if each.until is not None]
    near = [
        Lapse(each, until, (until - on).days) for each, until in dated if (until - on).days <= REMIND_DAYS[0]
    ]
    return tuple(sorted((each for each in near if not _renewed(each, rights)), key=lambda lapse: lapse.until))


def _renewed(lapse: Lapse, rights: Sequence[Licence | Permit]) -> bool:
    same = [each for each in rights if _what(each) == _what(lapse.right)]
    return any(each.until is None or each.until > lapse.until for each in same)


def _what(right: Licence | Permit) -> tuple[str, ...]:
    if isinstance(right, Licence):
        return (right.jurisdiction, right.profession)
    return (right.jurisdiction, right.kind, right.compact or "")


def reminders(right: Licence | Permit, today: date) -> tuple[date, ...]:
    """Return the days still to come on which she is reminded of a right's end, and the day after it."""
    if right.until is None:
        return ()
    days = [right.until - timedelta(days=before) for before in REMIND_DAYS]
    return tuple(day for day in (*days, right.until + timedelta(days=1)) if day >= today)
