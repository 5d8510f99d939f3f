"""May a therapist and a client have contact across two places: where care counts as given, and by what right.

Answers a question; it never stops a client's message. What each place says comes from the packs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from intersession.rules.asking import questions, whom
from intersession.rules.compacts import compacts
from intersession.rules.facts import Fact, Found, Jurisdiction, Profession
from intersession.rules.findings import Answer, Finding, found
from intersession.rules.temporary import FORMALITIES, Route, Visit, temporary
from intersession.rules.terms import Licence

# A licence that ends within this time is worth a word.
ENDS_SOON = timedelta(days=60)
# Countries where the licence comes from a state, province or canton, so that one of the country as a whole says
# nothing (packs' licensing notes). The European Union gives no licence at all.
LICENSED_BY_PART = frozenset({"US", "CA", "CH", "AR"})
NO_COUNTRY = frozenset({"EU"})


class Stay(StrEnum):
    """How the client is at the place, as the client says."""

    USUAL = "usual"
    TRAVELLING = "travelling"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class PlaceAsked:
    """A contact across places.

    `home`: where the therapist practises. `client_at`: where the client says to be on day `on`.
    `established`: the client is already in this therapist's care. `days`: the days with contact there before, if
    known; `days_used`: a count by hand instead. `approved`: places with an approval, registration or notice on
    record, and names of compacts under which she has authority there. `formalities`: which of the three it is.
    """

    home: str
    licences: tuple[Licence, ...]
    profession: Profession | None
    client_at: str
    on: date
    stay: Stay | str = Stay.USUAL
    established: bool = True
    days_used: int | None = None
    approved: frozenset[str] = frozenset()
    days: tuple[date, ...] | None = None
    formalities: frozenset[str] = FORMALITIES


@dataclass(frozen=True, slots=True)
class PlaceAnswer:
    """The answer and what led to it, in the order a person reads it."""

    answer: Answer
    findings: tuple[Finding, ...]


def place(asked: PlaceAsked, home: Jurisdiction, there: Jurisdiction) -> PlaceAnswer:
    """Return whether the two may have contact, and why.

    A licence of the client's place settles it. Else the client's place says where care counts as given, and
    a compact or a rule on short-time practice may open a route. A travelling client is never cut off. What is not
    known is asked. Raises ValueError when the jurisdictions are not those asked about.
    """
    if (asked.home, asked.client_at) != (home.code, there.code):
        raise ValueError(f"asked about {asked.home}, {asked.client_at}; got {home.code}, {there.code}")
    licensed, own = _licence(asked, there)
    at_home, expired = _home(asked, home, there)
    before = (*own, *expired, *_home_rule(asked, home, there))
    if licensed:
        return PlaceAnswer(Answer.ALLOWED, before) if at_home else _without(asked, home, before)
    rule = there.find("place-rule", asked.profession, asked.on)
    routes = _routes(asked, home, there) if at_home else ()
    doubts = _doubts(asked, there, rule)
    if rule.fact is None or doubts:
        return _not_known(asked, there, doubts, routes, before)
    return _by_rule(asked, there, rule.fact, routes, before, at_home)


def covers(licence: str, at: Jurisdiction) -> bool:
    """Whether a licence of one place is one of the other: the same, or of the whole country where there is such."""
    country = at.code.partition("-")[0]
    if licence == at.code:
        return licence not in NO_COUNTRY
    whole = country not in LICENSED_BY_PART | NO_COUNTRY
    return whole and licence.partition("-")[0] == country


def _values(asked: PlaceAsked, at: Jurisdiction) -> dict[str, str | int]:
    return {**whom(at, asked.profession, asked.on), "home": asked.home}


def _records(asked: PlaceAsked, at: Jurisdiction) -> tuple[list[Licence], list[Licence]]:
    """Return the licences on record that cover a place: of the profession asked about, and of another."""
    here = [each for each in asked.licences if covers(each.jurisdiction, at)]
    others = {each.value for each in Profession} - {asked.profession.value if asked.profession else ""}
    other = [each for each in here if asked.profession and each.profession in others]
    return [each for each in here if each not in other], other


def _valid(licences: Sequence[Licence], on: date) -> Licence | None:
    """Return the licence that lasts longest among those that hold on a day."""
    holding = [each for each in licences if each.until is None or each.until >= on]
    return max(holding, key=lambda licence: licence.until or date.max, default=None)


def _licence(asked: PlaceAsked, there: Jurisdiction) -> tuple[bool, tuple[Finding, ...]]:
    """Return whether the therapist is licensed where the client is, and what is to say about it."""
    mine, other = _records(asked, there)
    rule = there.find("place-rule", asked.profession, asked.on).fact
    values = _values(asked, there)
    valid = _valid(mine, asked.on)
    if valid:
        return True, (found("place-own-licence", rule, **values), *_ends(valid, asked.on, values))
    if mine:
        return False, (_expired(mine, values),)
    if other:
        return False, (found("place-other-profession", rule, **values, profession=other[0].profession),)
    at_home = covers(asked.home, there) and there.code not in LICENSED_BY_PART
    return at_home, (found("place-own-place", rule, **values),) if at_home else ()


def _ends(licence: Licence, on: date, values: dict[str, str | int]) -> tuple[Finding, ...]:
    if licence.until is None or licence.until - on > ENDS_SOON:
        return ()
    return (found("place-licence-ends", **values, until=licence.until.isoformat()),)


def _expired(licences: Sequence[Licence], values: dict[str, str | int]) -> Finding:
    until = max(each.until for each in licences if each.until)
    return found("place-licence-expired", **values, until=until.isoformat())


def _home(asked: PlaceAsked, home: Jurisdiction, there: Jurisdiction) -> tuple[bool, tuple[Finding, ...]]:
    """Return whether the licence at the therapist's own place holds. Without a record it is taken as given."""
    mine, other = _records(asked, home)
    valid = _valid(mine, asked.on)
    values = _values(asked, home)
    same = covers(asked.home, there)
    if valid:
        return True, () if same else _ends(valid, asked.on, values)
    if mine:
        return False, () if same else (_expired(mine, values),)
    if other and not same:
        return False, (found("place-other-profession", **values, profession=other[0].profession),)
    # Without a licence at hand the answer stands on a guess, and says so; at home itself "place-own-place" does.
    return not other, () if same or other else (found("place-licence-not-recorded", **values),)


def _home_rule(asked: PlaceAsked, home: Jurisdiction, there: Jurisdiction) -> tuple[Finding, ...]:
    rule = home.find("place-rule", asked.profession, asked.on).fact
    if rule is None or rule.value["where"] != "therapist" or home.code == there.code:
        return ()
    return (found("place-home-anywhere", rule, **_values(asked, home)),)


def _without(asked: PlaceAsked, home: Jurisdiction, before: tuple[Finding, ...]) -> PlaceAnswer:
    """Licensed where the client is, but no longer at home: it matters where home itself wants the licence."""
    rule = home.find("place-rule", asked.profession, asked.on).fact
    if rule and rule.value["where"] == "therapist":
        return _closed(asked, home, rule, before, hopes=False)
    return PlaceAnswer(Answer.ALLOWED, before)


def _doubts(asked: PlaceAsked, there: Jurisdiction, rule: Found) -> tuple[Finding, ...]:
    """Return why it is open where care counts as given; nothing where a rule can be relied on."""
    values = _values(asked, there)
    if there.code in LICENSED_BY_PART:
        return (found("place-which-part", rule.fact, **values),)
    if rule.fact is None:
        unsure = questions("place-unsure", _nearest(rule.questions), values)
        return unsure or (found("place-not-known", **values),)
    if rule.fact.value.get("from_elsewhere") == "not-stated":
        # Brazil rules where its own psychologists stay; a therapist from elsewhere is not spoken of.
        return (found("place-not-known", rule.fact, **values),)
    # A nearer source of low confidence that says otherwise than what may be relied on.
    others = [each for each in rule.questions if each.value["where"] != rule.fact.value["where"]]
    return questions("place-unsure", _nearest(others), values)


def _nearest(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """Return the facts of the nearest level: the same question is not asked again for each level above."""
    return tuple(each for each in facts if each.jurisdiction == facts[0].jurisdiction)


def _not_known(
    asked: PlaceAsked,
    there: Jurisdiction,
    doubts: tuple[Finding, ...],
    routes: tuple[Route, ...],
    before: tuple[Finding, ...],
) -> PlaceAnswer:
    """Where care counts is open. A right to practise at the client's place, if known, settles it all the same."""
    open_route = _open_route(routes)
    if open_route:
        return PlaceAnswer(Answer.ALLOWED, (*before, *open_route.findings))
    return PlaceAnswer(Answer.ASK, (*before, *doubts, *_named(routes), *_stay(asked, there, None)))


def _routes(asked: PlaceAsked, home: Jurisdiction, there: Jurisdiction) -> tuple[Route, ...]:
    values = _values(asked, there)
    by_compact = compacts(home, there, asked.profession, asked.on, asked.approved, values)
    facts = there.all("temporary-practice", asked.profession, asked.on)
    asserted = [each for each in facts if each.is_asserted]
    nearest = [each for each in asserted if each.jurisdiction == asserted[0].jurisdiction]
    visit = _visit(asked, home)
    short = _for_this_home([temporary(each, visit, values) for each in nearest])
    # A doubtful word of a place further up says nothing where a nearer one can be relied on.
    doubtful = there.find("temporary-practice", asked.profession, asked.on).questions
    unsure = questions("place-temporary-unsure", doubtful, values)
    return (*by_compact, *short, *([Route(Answer.ASK, unsure)] if unsure else []))


def _for_this_home(short: Sequence[Route]) -> Sequence[Route]:
    """Leave out the rules for therapists from other places where one for this therapist's place is among them."""
    mine = [route for route in short if not _is_for_others(route)]
    return mine or short


def _is_for_others(route: Route) -> bool:
    return any(each.code == "place-temporary-other-homes" for each in route.findings)


def _visit(asked: PlaceAsked, home: Jurisdiction) -> Visit:
    return Visit(
        on=asked.on,
        chain=home.chain,
        recorded=asked.formalities if asked.client_at in asked.approved else frozenset(),
        established=asked.established,
        lives_there=asked.stay != Stay.TRAVELLING,
        moved=asked.stay == Stay.MOVED,
        days=asked.days,
        used=asked.days_used,
    )


def _by_rule(
    asked: PlaceAsked,
    there: Jurisdiction,
    rule: Fact,
    routes: tuple[Route, ...],
    before: tuple[Finding, ...],
    at_home: bool,
) -> PlaceAnswer:
    where = rule.value["where"]
    values = _values(asked, there)
    if where == "unregulated":
        open_ = (*before, found("place-not-regulated", rule, **values))
        return PlaceAnswer(Answer.ALLOWED if at_home else Answer.ASK, open_)
    said = {"client": "place-counts-client", "therapist": "place-counts-therapist"}.get(where)
    findings = (*before, *((found(said, rule, **values),) if said else ()))
    if where == "therapist" and at_home:
        return _left_to_home(asked, there, rule, routes, findings)
    return _best(asked, there, rule, routes, findings)


def _left_to_home(
    asked: PlaceAsked,
    there: Jurisdiction,
    rule: Fact,
    routes: tuple[Route, ...],
    findings: tuple[Finding, ...],
) -> PlaceAnswer:
    """The place leaves it to the therapist's own; unless it says so only to therapists from certain places."""
    others = _named(tuple(filter(_is_for_others, routes)))
    if others and not _open_route(routes):
        return PlaceAnswer(Answer.ASK, (*findings, *others, *_stay(asked, there, rule)))
    return PlaceAnswer(Answer.ALLOWED, findings)


def _best(
    asked: PlaceAsked,
    there: Jurisdiction,
    rule: Fact,
    routes: tuple[Route, ...],
    findings: tuple[Finding, ...],
) -> PlaceAnswer:
    """Take the route that leads furthest; where none does, say what the place wants."""
    open_route = _open_route(routes)
    if open_route:
        return PlaceAnswer(Answer.ALLOWED, (*findings, *open_route.findings))
    named = _named(routes)
    if any(route.answer is Answer.ASK and _is_known(route) for route in routes):
        return PlaceAnswer(Answer.ASK, (*findings, *named, *_stay(asked, there, rule)))
    hopes = any(route.answer for route in routes)
    return _closed(asked, there, rule, (*findings, *named), hopes)


def _open_route(routes: tuple[Route, ...]) -> Route | None:
    return next((route for route in routes if route.answer is Answer.ALLOWED), None)


def _named(routes: tuple[Route, ...]) -> tuple[Finding, ...]:
    return tuple(each for route in routes for each in route.findings)


def _is_known(route: Route) -> bool:
    return any(each.fact is not None and each.fact.is_asserted for each in route.findings)


def _closed(
    asked: PlaceAsked, there: Jurisdiction, rule: Fact, findings: tuple[Finding, ...], hopes: bool
) -> PlaceAnswer:
    """No route is open. `hopes`: a source of low confidence speaks of one, so it is asked, not denied."""
    values = _values(asked, there)
    stay = _stay(asked, there, rule)
    if rule.value["where"] == "title-protected":
        findings = (*findings, found("place-title-protected", rule, **values))
    elif _is_short_stay_unread(asked, there):
        findings = (*findings, found("place-temporary-not-known", **values))
    if asked.stay == Stay.TRAVELLING:
        return PlaceAnswer(Answer.LIMITED, (*findings, *stay))
    if rule.value["where"] == "title-protected" or hopes:
        return PlaceAnswer(Answer.ASK, (*findings, *stay))
    return PlaceAnswer(Answer.NOT_ALLOWED, (*findings, found("place-licence-needed", rule, **values), *stay))


def _is_short_stay_unread(asked: PlaceAsked, there: Jurisdiction) -> bool:
    """Whether a rule on short-time practice could matter and nobody has read one."""
    if asked.stay == Stay.MOVED or covers(asked.home, there):
        return False
    return not there.all("temporary-practice", asked.profession, asked.on)


def _stay(asked: PlaceAsked, there: Jurisdiction, rule: Fact | None) -> tuple[Finding, ...]:
    """Return what a therapist does for a client who is travelling or has moved."""
    code = {Stay.TRAVELLING: "place-travelling", Stay.MOVED: "place-moved"}.get(Stay(asked.stay))
    return (found(code, rule, **_values(asked, there)),) if code else ()
