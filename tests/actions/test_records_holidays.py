"""Times in working days leave out the public holidays of the calendar the therapist chose."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from agreement_stage import FRAME
from intersession.records.home import home_of
from intersession.records.law import access_ground
from law_stage import fact, use_law
from message_stage import build_talk

pytestmark = pytest.mark.django_db
# The Tuesday before Christmas.
RECEIVED = datetime(2026, 12, 22, 9, tzinfo=UTC)


@pytest.mark.parametrize(("holidays", "due"), [("none", "2026-12-28"), ("DE-BE", "2026-12-29")])
def test_a_request_for_access_is_due_after_so_many_days_people_work(monkeypatch, holidays, due):
    talk = build_talk(source=FRAME.replace('holidays = "DE-BE"', f'holidays = "{holidays}"') + "\n")
    use_law(monkeypatch, fact("access-request", working_days=4))
    ground = access_ground(home_of(talk.vera), RECEIVED)
    # Friday 25 December is one; Saturday 26 is no working day anyhow.
    assert ground.due.astimezone(UTC).date().isoformat() == due
