"""Why a message, a statement or an opening can't be stored as asked. Each has a sentence in locale/<lang>/message.ftl.

None of them ever comes from the hour, length, number, kind or place of a client's message.
"""

from __future__ import annotations

from intersession.errors import Conflict, IntersessionError


class AgreementChanged(Conflict):
    """Another agreement holds now. The device reads it and sends the same id again; `values["agreement"]` names it."""

    code = "agreement-changed"


class RosterChanged(Conflict):
    """Other people can read now. The device seals anew under the same id; `values["roster_seq"]` is the roster."""

    code = "roster-changed"


class MessageIdTaken(Conflict):
    """This id holds other bytes already: a fault of the device, or an attack."""

    code = "message-id-taken"


class AlreadyOpened(Conflict):
    """Too late to change or take back: it was handed to its reader at `values["at"]`."""

    code = "already-opened"


class AlreadyChanged(Conflict):
    """The message was changed or taken back before, perhaps in another tab."""

    code = "already-changed"


class StillWaiting(Conflict):
    """It waits quietly until `values["until"]`; she may open it on purpose."""

    code = "still-waiting"


class WaitsWithoutTime(Conflict):
    """It waits quietly and no reading time is known; she may open it on purpose."""

    code = "waits-without-time"


class OpensWithSession(Conflict):
    """A note for the session opens when the session starts at `values["at"]`."""

    code = "opens-with-session"


class OpensWithNextSession(Conflict):
    """A note for the session, and no date of a session is known."""

    code = "opens-with-next-session"


class BetterLater(Conflict):
    """The rules suggest that the therapist writes at `values["at"]`; she may send now all the same."""

    code = "better-later"


class BetterNotNow(Conflict):
    """The rules suggest not to write now, and no better instant is near."""

    code = "better-not-now"


class NotConfirmedYet(Conflict):
    """No roster yet: the therapist has not confirmed the client's keys."""

    code = "not-confirmed-yet"


class ConsentWithdrawn(IntersessionError):
    """The client stopped contact. Reading stays."""

    code = "consent-withdrawn"
    status = 403


class RelationshipEnded(IntersessionError):
    """The work has ended. Reading stays."""

    code = "relationship-ended"
    status = 403


class ChannelNotAgreed(IntersessionError):
    """The agreement does not let the therapist write this way. `values["clause"]` is the clause's number."""

    code = "channel-not-agreed"
    status = 403


class UntilNotLater(IntersessionError):
    """A new day for an answer must lie after the day that was promised, and ahead."""

    code = "until-not-later"
    status = 422


class NothingDue(Conflict):
    """No answer is owed to this message, or it was given already."""

    code = "nothing-due"
