"""Everything that can be done with an agreement. Each action is atomic, recorded in the ledger, and told to the other side."""

from intersession.agreement.actions.answering import answer, reply
from intersession.agreement.actions.making import offer
from intersession.agreement.actions.signing import sign
from intersession.agreement.actions.stopping import end_agreements, narrow, withdraw
from intersession.agreement.sealed import SealedWords

__all__ = ["SealedWords", "answer", "end_agreements", "narrow", "offer", "reply", "sign", "withdraw"]
