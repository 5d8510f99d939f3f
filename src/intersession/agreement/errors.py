"""What can't be done with an agreement, each with a code that has one clear sentence in every language."""

from __future__ import annotations

from intersession.errors import BadInput, Conflict, IntersessionError
from intersession.rules.signing import Block


class NoPolicy(Conflict):
    """The therapist has not published hours and rules yet, so there is nothing to offer."""

    code = "no-policy"


class NotJoined(Conflict):
    """The client has no keys yet, or the therapist has not confirmed them: nobody could sign."""

    code = "not-joined"


class NothingNew(Conflict):
    """The offer would say what is offered or in force already."""

    code = "nothing-new"


class OfferChanged(Conflict):
    """The text changed since the page was opened.

    `values`: `therapist`, `clause` (number, 0: none), `edition`, and `text`, the clause as it stands now, so that
    the page can show both texts.
    """

    code = "offer-changed"


class OfferOver(Conflict):
    """This version can't be answered or signed any more: it is in force, replaced, stopped or ended."""

    code = "offer-over"


class WordsMissing(BadInput):
    """A change, a question, a "not for me" and every reply need words."""

    code = "words-missing"


class TextNotChanged(BadInput):
    """The reply says that the text is changed, and it is not. `values["clause"]` is the clause's number."""

    code = "text-not-changed"


class NotAPoint(Conflict):
    """There is nothing to reply to: the client agreed, or has answered anew. `values["clause"]`."""

    code = "not-a-point"


class ChoiceUnknown(BadInput):
    """A choice that this clause does not offer. `values["clause"]` is the clause's number."""

    code = "choice-unknown"


class NotNarrower(Conflict):
    """More than before needs both signatures. `values["clause"]` is the clause's number."""

    code = "not-narrower"


class NothingToStop(Conflict):
    """There is no agreement to withdraw from."""

    code = "nothing-to-stop"


class SignatureRefused(IntersessionError):
    """The signature is not over this text, or not by this person's key."""

    code = "signature-refused"
    status = 422


class AlreadySigned(Conflict):
    """This person has signed exactly this text before."""

    code = "already-signed"


class SigningBlocked(Conflict):
    """Something stands before signing; the code names the first such thing, `values["clause"]` its clause."""

    def __init__(self, block: Block) -> None:
        super().__init__(clause=block.clause.number if block.clause else 0)
        self.code = f"sign-{block.code}"
