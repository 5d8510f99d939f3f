"""Words under a clause as they arrive: an IS1 envelope, checked from the outside against the conversation's roster.

The envelope's signed facts name the clause (`kind`) and the agreement (`reply_to`), so that words can't be shown
under another clause. Only the readers' devices can check that; this module can't open it.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime

from intersession.agreement.models import Agreement
from intersession.errors import BadInput, Conflict, TooLarge
from intersession.keys.envelope import check_recipients
from intersession.keys.rosters import current_roster, facts_of

MOST = 65_536
ULID = re.compile(r"[0-7][0-9A-HJKMNP-TV-Z]{25}")


class RosterMoved(Conflict):
    """The words were sealed for another list of readers than the one that holds now. `values["roster_seq"]`."""

    code = "roster-changed"


@dataclass(frozen=True, slots=True)
class SealedWords:
    """Words of one person under one clause. `id` is made by the writer's device."""

    id: str
    roster_seq: int
    body: bytes

    @property
    def sha256(self) -> str:
        """Return the SHA-256 of the envelope, lower-case hex: what the signed document names."""
        return hashlib.sha256(self.body).hexdigest()


def check_words(words: SealedWords, agreement: Agreement, now: datetime) -> None:
    """Raise unless exactly the people on the newest roster can open the words.

    BadInput (id), TooLarge, RosterMoved, or what `keys.envelope` raises for shapes and recipients.
    """
    if not ULID.fullmatch(words.id):
        raise BadInput("id", field="words")
    if len(words.body) > MOST:
        raise TooLarge("words", limit=MOST)
    roster = current_roster(agreement.relationship.conversation.id)
    if roster is None or roster.seq != words.roster_seq:
        raise RosterMoved("roster", roster_seq=roster.seq if roster else 0)
    check_recipients(words.body, facts_of(roster), now)
