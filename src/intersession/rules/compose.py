"""Composes the layers into terms. Each layer may only narrow what the layer above offers; nothing here
widens.

Does not check that a policy is sound: the frame reader does, and says why.
"""

from __future__ import annotations

from dataclasses import replace

from intersession.rules.layers import Choices, Pack, Policy, Practice, Suitability
from intersession.rules.terms import ChannelTerms, Emergency, Reader, SuitabilityLimits, Terms, Urgent
from intersession.rules.vocabulary import Clause, ContentClass, Encryption, Fit, Layer, ProtectKind

Origin = dict[Clause, Layer]


def compose(
    pack: Pack, practice: Practice, policy: Policy, suitability: Suitability, choices: Choices
) -> Terms:
    """Return the terms that hold for one relationship. Pure; a missing layer is its empty value."""
    origin: Origin = dict.fromkeys(Clause, Layer.POLICY)
    terms = Terms(
        therapist=policy.therapist,
        schedule=policy.schedule,
        answers=policy.answers,
        channels=_channels(pack, practice, policy, suitability, choices, origin),
        guide=policy.guide,
        fees=policy.fees,
        urgent=_urgent(policy.urgent, suitability, choices, origin),
        review=policy.review,
        emergency=_emergency(pack, policy.emergency, origin),
        readers=_readers(practice, policy, choices, origin),
        purpose=policy.purpose,
        additions=policy.additions,
        suitability=_limits(suitability),
        notices=choices.notices,
        safe_times=choices.safe_times,
        places=_places(policy),
        pack_code=pack.code,
        pack_version=pack.version,
        protect=pack.protect,
    )
    _note(origin, Clause.A11, Layer.PACK, pack.protect.kind is not ProtectKind.NOT_KNOWN)
    origin[Clause.A15] = Layer.CHOICES
    return replace(terms, origin=tuple(sorted(origin.items(), key=lambda pair: pair[0].number)))


def _channels(
    pack: Pack,
    practice: Practice,
    policy: Policy,
    suitability: Suitability,
    choices: Choices,
    origin: Origin,
) -> tuple[ChannelTerms, ...]:
    offered = list(policy.channels)
    kept = [_under_law(pack, each, origin) for each in offered if not pack.law_for(each.channel).forbidden]
    _note(origin, Clause.A3, Layer.PACK, len(kept) < len(offered))
    running = [each for each in kept if practice.channels is None or each.channel in practice.channels]
    _note(origin, Clause.A3, Layer.PRACTICE, len(running) < len(kept))
    limited = [replace(each, content=_less(each.content, suitability.cap)) for each in running]
    _note(origin, Clause.A3, Layer.SUITABILITY, limited != running)
    chosen = [_chosen(pack, each, choices) for each in limited if choices.on(each.channel).use]
    narrowed = [replace(each, warned=False) for each in chosen] != [replace(e, warned=False) for e in limited]
    _note(origin, Clause.A3, Layer.CHOICES, narrowed)
    return tuple(chosen)


def _note(origin: Origin, clause: Clause, layer: Layer, narrowed: bool) -> None:
    """Name the lowest layer that narrowed a clause: it is the one a person can talk to."""
    if narrowed:
        origin[clause] = layer


def _less(one: ContentClass, other: ContentClass) -> ContentClass:
    return min(one, other, key=lambda each: each.rank)


def _under_law(pack: Pack, each: ChannelTerms, origin: Origin) -> ChannelTerms:
    stricter = pack.law_for(each.channel).must_encrypt and each.encryption is not Encryption.REQUIRED
    _note(origin, Clause.A13, Layer.PACK, stricter)
    return replace(each, encryption=Encryption.REQUIRED, warned=False) if stricter else each


def _chosen(pack: Pack, each: ChannelTerms, choices: Choices) -> ChannelTerms:
    """Narrow a channel to what the client wants; the risk is hers to accept, where the law lets her."""
    choice = choices.on(each.channel)
    open_risk = each.encryption is not Encryption.REQUIRED
    warned = open_risk and (choice.accepts_risk or not pack.law_for(each.channel).warn_first)
    return replace(each, content=_less(each.content, choice.content), warned=warned)


def _urgent(urgent: Urgent, suitability: Suitability, choices: Choices, origin: Origin) -> Urgent:
    if not urgent.offered:
        return urgent
    allowed = suitability.urgent and suitability.fit in (Fit.OFFER, Fit.WITH_LIMITS)
    _note(origin, Clause.A8, Layer.SUITABILITY, not allowed)
    _note(origin, Clause.A8, Layer.CHOICES, not choices.urgent)
    return urgent if allowed and choices.urgent else Urgent()


def _emergency(pack: Pack, own: Emergency, origin: Origin) -> Emergency:
    """Fill what the therapist left empty from the pack. Help is the one thing every layer may add to."""
    _note(origin, Clause.A7, Layer.PACK, not own.number and bool(pack.emergency.number))
    return Emergency(
        number=own.number or pack.emergency.number,
        lines=own.lines or pack.emergency.lines,
        service=own.service or pack.emergency.service,
    )


def _readers(practice: Practice, policy: Policy, choices: Choices, origin: Origin) -> tuple[Reader, ...]:
    named = list(policy.readers) + ([practice.custodian] if practice.custodian else [])
    agreed = tuple(each for each in named if each.role not in choices.refused_roles)
    _note(origin, Clause.A10, Layer.PRACTICE, practice.custodian is not None)
    _note(origin, Clause.A10, Layer.CHOICES, len(agreed) < len(named))
    return agreed


def _limits(suitability: Suitability) -> SuitabilityLimits | None:
    if suitability.fit is Fit.OFFER:
        return None
    return SuitabilityLimits(suitability.fit, suitability.cap, suitability.review_on)


def _places(policy: Policy) -> tuple[str, ...]:
    """Return where contact is allowed: where she practises and where she is licensed."""
    therapist = policy.therapist
    return tuple(dict.fromkeys([therapist.jurisdiction, *(each.jurisdiction for each in therapist.licences)]))
