"""The therapist's own messages: refused only where a channel was not agreed, otherwise now or a better moment."""

from __future__ import annotations

import pytest
from hypothesis import given

from intersession.rules.hours import is_open
from intersession.rules.layers import ChannelChoice, ChannelLaw, Choices, Pack, Suitability
from intersession.rules.own_messages import OwnAction, OwnSubmission, decide_own
from intersession.rules.reasons import Reason
from intersession.rules.terms import ChannelTerms
from intersession.rules.vocabulary import Channel, Clause, ContentClass, Encryption, Fit
from rules.samples import VERA, at, instants, schedule, schedules, terms

MONDAY = at("2026-11-23 10:00")
OPEN_MAIL = OwnSubmission(Channel.EMAIL, ContentClass.LOGISTICS, encrypted=False)


@given(schedules(), schedules(), instants())
def test_the_portal_is_never_refused_and_a_suggestion_is_open_for_both(hers, safe, moment):
    agreed = terms(hers, choices=Choices(safe_times=safe))
    decision = decide_own(agreed, OwnSubmission(), moment)
    assert decision.action is not OwnAction.REFUSE
    if decision.action is OwnAction.SEND_NOW:
        assert is_open(hers, moment)
        assert is_open(safe, moment)
    elif decision.suggest_at is not None:
        assert decision.suggest_at >= moment
        assert is_open(safe, decision.suggest_at)


def test_in_her_hours_she_sends_now():
    assert decide_own(terms(), OwnSubmission(), MONDAY).action is OwnAction.SEND_NOW


def test_outside_her_hours_the_next_hour_is_suggested():
    decision = decide_own(terms(), OwnSubmission(), at("2026-11-22 22:41"))
    assert (decision.action, decision.suggest_at) == (OwnAction.SUGGEST, at("2026-11-23 09:00"))
    assert decision.reasons == (Reason.OUTSIDE_HOURS,)


def test_the_client_s_safe_times_count():
    safe = schedule("Europe/London", tue=("09:00-10:00",), thu=("09:00-10:00",))
    agreed = terms(VERA, choices=Choices(safe_times=safe))
    decision = decide_own(agreed, OwnSubmission(), MONDAY)
    assert decision.reasons == (Reason.CLIENT_SAFE_TIMES,)
    assert decision.suggest_at == at("2026-11-24 09:00", "Europe/London")


def test_safety_wins_when_the_hours_never_meet():
    safe = schedule(sun=("20:00-21:00",))
    decision = decide_own(terms(VERA, choices=Choices(safe_times=safe)), OwnSubmission(), MONDAY)
    assert decision.suggest_at == at("2026-11-29 20:00")


@pytest.mark.parametrize(
    ("own", "changes", "reason", "clause"),
    [
        (OwnSubmission(Channel.PHONE), {}, Reason.CHANNEL_NOT_AGREED, Clause.A3),
        (OwnSubmission(Channel.EMAIL), {}, Reason.CHANNEL_NOT_FOR_CONTENT, Clause.A3),
        (OPEN_MAIL, {}, Reason.WARNING_NOT_RECORDED, Clause.A13),
        (
            OPEN_MAIL,
            {"channels": (ChannelTerms(Channel.EMAIL, ContentClass.LOGISTICS),)},
            Reason.ENCRYPTION_REQUIRED,
            Clause.A13,
        ),
        (
            OwnSubmission(),
            {"suitability": Suitability(Fit.LOGISTICS_ONLY)},
            Reason.SUITABILITY_LIMITS,
            Clause.A3,
        ),
        (
            OwnSubmission(),
            {"choices": Choices((ChannelChoice(Channel.PORTAL, use=False),))},
            Reason.CHANNEL_NOT_AGREED,
            Clause.A3,
        ),
    ],
)
def test_refusals_name_their_clause(own, changes, reason, clause):
    decision = decide_own(terms(**changes), own, MONDAY)
    assert decision.action is OwnAction.REFUSE
    assert decision.reasons == (reason,)
    assert decision.reasons[0].clause is clause


def test_accepted_risk_opens_unencrypted_mail_where_the_law_lets_her():
    accepts = Choices((ChannelChoice(Channel.EMAIL, accepts_risk=True),))
    assert decide_own(terms(choices=accepts), OPEN_MAIL, MONDAY).action is OwnAction.SEND_NOW
    strict = Pack("ZZ", channels=(ChannelLaw(Channel.EMAIL, must_encrypt=True),))
    refused = decide_own(terms(choices=accepts, pack=strict), OPEN_MAIL, MONDAY)
    assert refused.reasons == (Reason.ENCRYPTION_REQUIRED,)


def test_a_call_leaves_nothing_to_encrypt():
    phone = (ChannelTerms(Channel.PHONE, ContentClass.PERSONAL, Encryption.REQUIRED),)
    own = OwnSubmission(Channel.PHONE, encrypted=False)
    assert decide_own(terms(channels=phone), own, MONDAY).action is OwnAction.SEND_NOW
