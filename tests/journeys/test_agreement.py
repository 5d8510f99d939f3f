"""The story of an agreement, from rules to a signed text, its next version, and the day Alma stops."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agreement_stage import FRAME, Stage, build_stage
from intersession.agreement.actions import withdraw
from intersession.agreement.errors import SigningBlocked
from intersession.agreement.models import Agreement
from intersession.agreement.points import Turn, signing_facts, standings
from intersession.audit.actions import verify_chains
from intersession.device.opening import OuterRow, open_message
from intersession.errors import IntersessionError
from intersession.keys.models import Roster
from intersession.keys.rosters import facts_of
from intersession.outbox.models import Delivery
from intersession.people.models import Way
from intersession.rules.clauses import AGREEMENT_CLAUSES
from intersession.rules.signing import AgreementEvent, Impossible, blocks_signing, next_state
from intersession.rules.vocabulary import AgreementState

pytestmark = pytest.mark.django_db
WORRY = "“Sometimes it takes longer” is hard for me."


@pytest.fixture
def stage() -> Stage:
    return build_stage()


def give_ways(stage: Stage) -> None:
    for person in (stage.vera, stage.alma):
        Way.objects.create(practice=person.practice, person=person, address_sealed="-", created_at=stage.now)


def notices(stage: Stage) -> list[tuple[str, str]]:
    """Who is told what, in order."""
    rows = Delivery.objects.order_by("id").values_list("person__role", "dedup")
    return [(role, dedup.split(":")[2]) for role, dedup in rows]


def test_the_story(stage):
    give_ways(stage)
    agreement = stage.offer()
    agreement = stage.answer(agreement, "A5", "agree-with-change", WORRY)
    agreement = stage.agree_to_all(agreement)
    assert agreement.state == "answered"
    with pytest.raises(SigningBlocked):
        stage.sign(agreement, stage.alma)
    agreement = stage.reply(
        agreement, "A5", "change", "Yes, I changed it.", addition="Vera says so the same day."
    )
    assert agreement.state == "offered"
    agreement = stage.answer(agreement, "A5")
    assert agreement.state == "ready"
    stage.sign(agreement, stage.alma)
    agreement = stage.sign(agreement, stage.vera)
    assert agreement.state == "active"
    assert notices(stage) == [
        ("client", "offered"),
        ("therapist", "answered"),
        ("client", "replied"),
        ("therapist", "signed"),
        ("client", "signed"),
    ]
    assert {row.kind for row in Delivery.objects.all()} == {"agreement"}

    stage.now += timedelta(days=30)
    stage.publish(FRAME.replace('"2 working days"', '"3 working days"'))
    second = stage.offer()
    assert [each.clause.value for each in standings(second) if each.turn is Turn.CLIENT] == ["A5"]
    assert Agreement.objects.terms_in_force(stage.relationship)[1].answers.answered.amount == 2
    stage.answer(second, "A5")
    stage.sign(second, stage.vera)
    stage.sign(second, stage.alma)
    assert Agreement.objects.terms_in_force(stage.relationship)[1].answers.answered.amount == 3

    withdraw(by=stage.alma, relationship=stage.relationship, now=stage.tick())
    assert Agreement.objects.standing(stage.relationship) == "withdrawn"
    assert [fault for _, _, fault in verify_chains() if fault] == []


def test_both_devices_open_the_words_and_no_other_clause_may_show_them(stage):
    agreement = stage.answer(stage.offer(), "A5", "question", WORRY)
    row = agreement.answers.current().get(clause="A5")
    roster = facts_of(Roster.objects.get(conv=stage.conv))
    certificates = [stage.vera_device.certificate, stage.alma_device.certificate]

    def outer(**changed):
        facts = {
            "id": row.words_id,
            "conv": stage.conv,
            "kind": "concern-a5",
            "author": stage.alma_device.fingerprint,
            "roster_seq": 1,
            "received_at": row.answered_at,
            "reply_to": agreement.id,
            "supersedes": None,
        }
        return OuterRow(**(facts | changed))

    def opened(device, row_facts):
        return open_message(
            device, bytes(row.words_sealed), row_facts, rosters=[roster], certificates=certificates
        )

    for device in (stage.vera_device, stage.alma_device):
        assert opened(device, outer()).text == WORRY
    for wrong in ({"kind": "concern-a10"}, {"reply_to": row.id}, {"author": stage.vera_device.fingerprint}):
        with pytest.raises(IntersessionError):
            opened(stage.vera_device, outer(**wrong))


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["A1", "A5", "A10"]),
        st.sampled_from(
            ["agree", "question", "keep", "talk-first", "change", "never", "renew", "sign", "sign-vera"]
        ),
    ),
    max_size=14,
)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_whatever_happens_nothing_is_in_force_past_an_open_point(steps):
    stage = build_stage()
    agreement = stage.offer()
    for clause in AGREEMENT_CLAUSES[3:]:
        if clause.value not in ("A5", "A10"):
            stage.answer(agreement, clause.value)
    for number, (clause, step) in enumerate(steps):
        before = Agreement.objects.get(pk=agreement.pk)
        clear = not blocks_signing(signing_facts(before, standings(before)))
        with suppress(IntersessionError):
            act(stage, before, clause, step, number)
        after = Agreement.objects.get(pk=agreement.pk)
        assert reachable(before.state, after.state)
        if after.state == "active" and before.state != "active":
            assert clear
            assert after.signatures.filter(sha256=after.sha256).count() == 2
        if after.state == "ready":
            assert all(each.turn is Turn.NOBODY for each in standings(after))


def act(stage: Stage, agreement: Agreement, clause: str, step: str, number: int) -> None:
    """One step of somebody; some are impossible and are refused."""
    if step == "agree":
        stage.answer(agreement, clause)
    elif step == "question":
        stage.answer(agreement, clause, "question", f"Why? {number}")
    elif step == "never":
        stage.answer(agreement, "A3", choices={"email": "never" if number % 2 else "as-offered"})
    elif step == "renew":
        stage.publish(FRAME.replace("words = 300", f"words = {200 + number}"))
        stage.offer()
    elif step in ("sign", "sign-vera"):
        stage.sign(agreement, stage.vera if step == "sign-vera" else stage.alma)
    elif agreement.answers.current().filter(clause=clause).exists():
        stage.reply(agreement, clause, step, addition=f"New words {number}." if step == "change" else "")


def reachable(start: str, end: str) -> bool:
    """Whether rules.signing leads from one state to the other in at most three events."""
    found = {AgreementState(start)}
    for _ in range(3):
        found |= {after for state in found for event in AgreementEvent if (after := step(state, event))}
    return AgreementState(end) in found


def step(state: AgreementState, event: AgreementEvent) -> AgreementState | None:
    """The state after an event, None when it can't happen."""
    try:
        return next_state(state, event)
    except Impossible:
        return None
