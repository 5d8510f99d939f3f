"""Layers narrow and never widen, whatever they say; and every value knows the layer it comes from."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from intersession.rules.compose import compose
from intersession.rules.consent import Direction, difference
from intersession.rules.layers import (
    ChannelChoice,
    ChannelLaw,
    Choices,
    Pack,
    Practice,
    Suitability,
)
from intersession.rules.schedule import Promise
from intersession.rules.terms import ChannelTerms, Emergency, Reader, Urgent, UrgentStep
from intersession.rules.vocabulary import Channel, Clause, ContentClass, Encryption, Fit, Layer, Role, Unit
from rules.samples import policy, schedules, terms, windows

channels = st.lists(
    st.builds(
        ChannelTerms,
        st.sampled_from(list(Channel)),
        st.sampled_from(list(ContentClass)),
        st.sampled_from(list(Encryption)),
    ),
    unique_by=lambda each: each.channel,
).map(tuple)
packs = st.builds(
    Pack,
    st.just("ZZ"),
    st.just("1"),
    st.lists(
        st.builds(ChannelLaw, st.sampled_from(list(Channel)), st.booleans(), st.booleans(), st.booleans()),
        unique_by=lambda each: each.channel,
    ).map(tuple),
)
practices = st.builds(
    Practice, st.one_of(st.none(), st.lists(st.sampled_from(list(Channel)), unique=True).map(tuple))
)
suitabilities = st.builds(
    Suitability, st.sampled_from(list(Fit)), st.sampled_from(list(ContentClass)), st.booleans()
)
choices = st.builds(
    Choices,
    st.lists(
        st.builds(
            ChannelChoice,
            st.sampled_from(list(Channel)),
            st.booleans(),
            st.sampled_from(list(ContentClass)),
            st.booleans(),
        ),
        unique_by=lambda each: each.channel,
    ).map(tuple),
    st.lists(st.sampled_from(list(Role)), unique=True).map(tuple),
    st.booleans(),
    safe_times=st.one_of(st.none(), schedules()),
)
URGENT = Urgent(
    True,
    (windows("08:00-22:00"), (), (), (), (), (), ()),
    (UrgentStep(("therapist",), ("sms",), Promise(10, Unit.MINUTES)),),
)


@given(packs, practices, channels, suitabilities, choices)
def test_no_layer_widens_what_the_layers_above_offer(pack, practice, offered, suitability, chosen):
    stated = policy(channels=offered, urgent=URGENT)
    layers = [
        (Pack(), Practice(), Suitability(), Choices()),
        (pack, Practice(), Suitability(), Choices()),
        (pack, practice, Suitability(), Choices()),
        (pack, practice, suitability, Choices()),
        (pack, practice, suitability, chosen),
    ]
    composed = [compose(law, house, stated, fit, wish) for law, house, fit, wish in layers]
    for above, below in pairwise(composed):
        for each in below.channels:
            over = above.channel(each.channel)
            assert over is not None
            assert each.content.rank <= over.content.rank
            assert each.encryption.rank <= over.encryption.rank
        assert above.urgent.offered or not below.urgent.offered
        assert set(below.readers) <= set(above.readers)
        widened = [
            each.code
            for each in difference(above, below)
            if each.direction is Direction.WIDENING and each.code not in ("risk-accepted",)
        ]
        assert widened == []


@given(packs, practices, channels, suitabilities, choices)
def test_a_risk_counts_as_accepted_only_by_the_client_or_where_no_warning_is_due(
    pack, practice, offered, suitability, chosen
):
    agreed = compose(pack, practice, policy(channels=offered), suitability, chosen)
    for each in agreed.channels:
        if each.warned:
            assert each.encryption is not Encryption.REQUIRED
            assert chosen.on(each.channel).accepts_risk or not pack.law_for(each.channel).warn_first


def test_the_client_can_leave_everything():
    chosen = Choices(tuple(ChannelChoice(each, use=False) for each in Channel), urgent=False)
    agreed = terms(urgent=URGENT, choices=chosen)
    assert agreed.channels == ()
    assert not agreed.urgent.offered


def test_a_forbidden_channel_is_gone():
    pack = Pack("ZZ", channels=(ChannelLaw(Channel.SMS, forbidden=True),))
    agreed = terms(pack=pack)
    assert agreed.channel(Channel.SMS) is None
    assert agreed.layer_of(Clause.A3) is Layer.PACK


def test_the_origin_names_the_layer_a_person_can_talk_to():
    assert terms().layer_of(Clause.A4) is Layer.POLICY
    assert terms(practice=Practice((Channel.PORTAL,))).layer_of(Clause.A3) is Layer.PRACTICE
    assert terms(suitability=Suitability(Fit.LOGISTICS_ONLY)).layer_of(Clause.A3) is Layer.SUITABILITY
    never = Choices((ChannelChoice(Channel.SMS, use=False),))
    assert terms(choices=never).layer_of(Clause.A3) is Layer.CHOICES
    assert terms(urgent=URGENT, choices=Choices(urgent=False)).layer_of(Clause.A8) is Layer.CHOICES
    assert terms(urgent=URGENT, suitability=Suitability(Fit.NOT_NOW)).layer_of(Clause.A8) is Layer.SUITABILITY


def test_the_four_decisions_cap_content():
    def portal(fit: Fit, content: ContentClass = ContentClass.HOMEWORK) -> ContentClass:
        return terms(suitability=Suitability(fit, content)).channel(Channel.PORTAL).content

    assert portal(Fit.OFFER) is ContentClass.PERSONAL
    assert portal(Fit.WITH_LIMITS) is ContentClass.HOMEWORK
    assert portal(Fit.LOGISTICS_ONLY) is ContentClass.LOGISTICS
    assert portal(Fit.NOT_NOW) is ContentClass.NOTICES


def test_an_empty_emergency_is_filled_from_the_pack():
    pack = Pack("DE", emergency=Emergency("112"))
    assert terms(pack=pack, emergency=Emergency()).emergency.number == "112"
    assert terms(pack=pack, emergency=Emergency()).layer_of(Clause.A7) is Layer.PACK
    assert terms(pack=pack, emergency=Emergency("110")).emergency.number == "110"
    assert not terms(emergency=Emergency()).emergency.is_filled


def test_readers_need_the_client_s_yes():
    custodian = Reader("Mara", Role.CUSTODIAN)
    agreed = terms(practice=Practice(custodian=custodian))
    assert custodian in agreed.readers
    assert agreed.deputy == "Otto"
    refused = terms(practice=Practice(custodian=custodian), choices=Choices(refused_roles=(Role.DEPUTY,)))
    assert refused.readers == (custodian,)
    assert refused.deputy == ""
