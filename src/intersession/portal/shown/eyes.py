"""Whose eyes a page is for: language, zone, instant and side. Words instants in the reader's zone and the other's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from intersession.frame import state_line
from intersession.people.models import Person, Relationship
from intersession.portal.requests import PortalRequest, me
from intersession.rules.states import State
from intersession.rules.vocabulary import Viewer
from intersession.texts import moment, short, text, when, zone_city

# Named values of a sentence, as the rules carry them.
Values = tuple[tuple[str, Any], ...]
TITLES = {"dr", "prof", "dipl", "mag", "med", "phil", "psych", "rer", "nat"}


@dataclass(frozen=True, slots=True)
class Eyes:
    """A reader: `zone` is theirs, `other_zone` the other person's (the same when there is none).

    `therapist` is the first name both use; `client` is the code the server knows a client by.
    """

    viewer: Viewer
    lang: str
    zone: str
    other_zone: str
    now: datetime
    therapist: str
    client: str

    def say(self, id: str, **values: object) -> str:
        """Return a sentence; instants among the values are worded for these eyes."""
        shown = {
            name: self.when(each) if isinstance(each, datetime) else each for name, each in values.items()
        }
        return text(self.lang, id, **shown)

    def named(self, id: str, **values: object) -> str:
        """Return a sentence that names the two people, as `$therapist` and `$client`, and says what `say` says."""
        return self.say(id, therapist=self.therapist, client=self.client, **values)

    def state(self, state: State) -> str:
        """Return the sentence of a state, empty when nothing is shown."""
        known = State(state.code, self.familiar(state.values))
        return state_line(known, self.lang, self.zone, self.now) if state.code else ""

    def familiar(self, values: Values) -> Values:
        """Return named values with the two people called as they call each other."""
        names = {"therapist": self.therapist, "client": self.client}
        return tuple((name, names.get(name) or value) for name, value in values)

    def zones_differ(self, instant: datetime) -> bool:
        """Whether the two clocks show different times at this instant."""
        mine, theirs = ZoneInfo(self.zone), ZoneInfo(self.other_zone)
        return instant.astimezone(mine).utcoffset() != instant.astimezone(theirs).utcoffset()

    def when(self, instant: datetime) -> str:
        """Return "Mon 23 Nov, 9:00", and the other's clock beside it where the two differ."""
        return self._both(instant, when(instant, self.zone, self.lang, self.now), self._theirs(instant))

    def short(self, instant: datetime) -> str:
        """Return "Mon 9:00" in the reader's zone."""
        return short(instant, self.zone, self.lang)

    def moment(self, instant: datetime) -> str:
        """Return "9:00" in the reader's zone."""
        return moment(instant, self.zone, self.lang)

    def theirs(self, instant: datetime) -> str:
        """Return "Mon 23 Nov, 9:00" on the other person's clock."""
        return when(instant, self.other_zone, self.lang, self.now)

    def city(self) -> str:
        """Return the place of the other's zone."""
        return zone_city(self.other_zone, self.lang)

    def _theirs(self, instant: datetime) -> str:
        same_day = (
            instant.astimezone(ZoneInfo(self.zone)).date()
            == instant.astimezone(ZoneInfo(self.other_zone)).date()
        )
        return (moment if same_day else short)(instant, self.other_zone, self.lang)

    def _both(self, instant: datetime, mine: str, theirs: str) -> str:
        if not self.zones_differ(instant):
            return mine
        return text(self.lang, "base-both-zones", mine=mine, theirs=theirs, city=self.city())


def eyes_of(request: PortalRequest, relationship: Relationship) -> Eyes:
    """Return the eyes of the person signed in, for a relationship they take part in."""
    person = me(request)
    other = relationship.therapist if person.is_client else relationship.client
    viewer = Viewer.CLIENT if person.is_client else Viewer.THERAPIST
    client = text(request.language, "thread-client", code=relationship.code)
    other_zone = other.zone if other else request.zone
    name = first_name(relationship.therapist)
    return Eyes(viewer, request.language, request.zone, other_zone, request.now, name, client)


def first_name(person: Person) -> str:
    """Return the name two people use: the first word that is no title. Empty for clients."""
    words = [word for word in person.name.split() if word.rstrip(".").lower() not in TITLES]
    return words[0] if words else person.name
