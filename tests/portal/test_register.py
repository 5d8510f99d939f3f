"""The register's pages: what runs, why that day, what can be done now; and a client's own page. One clear sentence for bad input."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
import time_machine
from django.conf import settings
from django.test import Client

from agreement_stage import person
from intersession.people.logins import start_login
from intersession.people.models import Person, Role
from intersession.records.actions import ask_access, note_breach
from intersession.records.ending import end_work
from intersession.records.models import Deadline, Erasure, LegalHold
from law_stage import LAW, fact, use_law
from message_stage import build_talk

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def talk(monkeypatch):
    use_law(monkeypatch, *LAW)
    return build_talk()


def browser(talk, who: Person) -> Client:
    found = Client()
    found.cookies[settings.LOGIN_COOKIE] = start_login(by=who, now=talk.now, label="").token
    return found


def read(talk, who: Person, path: str, lang: str = "en", status: int = 200) -> str:
    with time_machine.travel(talk.now, tick=False):
        answer = browser(talk, who).get(f"{path}?lang={lang}")
    assert answer.status_code == status, answer.content[:2000]
    main = answer.content.decode().split("<main", 1)[1].split("</main>")[0]
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())


def post(talk, who: Person, path: str, status: int = 303, **form: object) -> str:
    with time_machine.travel(talk.now, tick=False):
        answer = browser(talk, who).post(path, form)
    assert answer.status_code == status, answer.content[:2000]
    return answer.headers.get("Location", "") if status == 303 else " ".join(answer.content.decode().split())


@pytest.mark.parametrize(("lang", "words"), [("en", "Nothing runs out"), ("de", "Es läuft nichts ab")])
def test_an_empty_register_says_so(talk, lang, words):
    assert words in read(talk, talk.vera, "/register", lang)


def test_a_client_asks_and_both_see_the_same_day(talk):
    before = read(talk, talk.alma, "/record")
    assert "Vera owes you an answer by Tue 22 Dec 2026" in before
    assert post(talk, talk.alma, "/record") == "/record"
    after = read(talk, talk.alma, "/record")
    assert "Vera has your request. Due Tue 22 Dec 2026" in after
    assert after.count("Test law") == 1
    assert "You asked on Sun 22 Nov 2026" in after
    assert "Ask for a copy of my record" not in after
    hers = read(talk, talk.vera, "/register")
    assert "Copy of the record Client ALMACODE" in hers.replace("K7PD", "ALMACODE")
    assert "The client asked on Sun 22 Nov 2026" in hers
    assert "Due Tue 22 Dec 2026" in hers


def test_the_clients_page_in_german(talk):
    post(talk, talk.alma, "/record")
    page = read(talk, talk.alma, "/record", "de")
    assert "Vera hat Ihre Bitte. Fällig Di, 22. Dez. 2026" in page


def test_both_read_the_same_day_in_different_zones(talk):
    post(talk, talk.alma, "/record")
    Person.objects.filter(pk=talk.alma.pk).update(zone="Pacific/Auckland")
    assert "Due Tue 22 Dec 2026" in read(talk, talk.alma, "/record")
    assert "Due Tue 22 Dec 2026" in read(talk, talk.vera, "/register")


def test_an_unknown_day_is_said_to_be_unknown(talk, monkeypatch):
    use_law(monkeypatch)
    assert "By when an answer is due is not known here" in read(talk, talk.alma, "/record")
    post(talk, talk.alma, "/record")
    assert "The day is not known here. Vera sets one" in read(talk, talk.alma, "/record")
    made = Deadline.objects.get()
    page = read(talk, talk.vera, f"/register/{made.id}")
    assert "No day known" in page
    assert "Set the day" in page
    post(talk, talk.vera, f"/register/{made.id}", do="date", due="2026-12-15", reason="authority-said")
    assert "Due Tue 15 Dec 2026" in read(talk, talk.alma, "/record")
    assert "The authority said so" in read(talk, talk.vera, f"/register/{made.id}")


def test_why_this_day(talk):
    made = ask_access(by=talk.alma, now=talk.now, relationship=talk.relationship)
    page = read(talk, talk.vera, f"/register/{made.id}")
    assert "Test law" in page
    assert "The law of: Germany." in page
    assert "This is no legal advice" in page


def test_a_later_day_reaches_the_client_with_its_reason(talk):
    made = ask_access(by=talk.alma, now=talk.now, relationship=talk.relationship)
    address = f"/register/{made.id}"
    fault = post(talk, talk.vera, address, 409, do="extend", until="2028-01-01", reason="complex")
    assert "Choose a day after the present one" in fault
    post(talk, talk.vera, address, do="extend", until="2027-02-01", reason="complex")
    page = read(talk, talk.alma, "/record")
    assert "Due Mon 1 Feb 2027" in page
    assert "First due Tue 22 Dec 2026. Put off: the request is complex." in page


def test_a_late_answer_is_named_on_both_sides(talk):
    made = ask_access(by=talk.alma, now=talk.now, relationship=talk.relationship)
    talk.now = made.due_at + DAY
    assert "Late" in read(talk, talk.vera, "/register")
    assert "The day has passed." in read(talk, talk.alma, "/record")


def test_done_goes_into_the_fold_and_the_client_sees_how_it_ended(talk):
    made = ask_access(by=talk.alma, now=talk.now, relationship=talk.relationship)
    assert post(talk, talk.vera, f"/register/{made.id}", do="finish", outcome="given-in-part")
    assert "Done (1)" in read(talk, talk.vera, "/register")
    assert "Given in part, with reasons on Sun 22 Nov 2026" in read(talk, talk.alma, "/record")


def test_what_came_on_paper(talk):
    form = {
        "do": "request",
        "relationship": talk.relationship.id,
        "asked_by": "guardian",
        "received": "2026-11-16",
    }
    assert post(talk, talk.vera, "/register", **form).startswith("/register/")
    assert "A parent or guardian asked on Mon 16 Nov 2026" in read(talk, talk.vera, "/register")
    assert "A parent or guardian asked on Mon 16 Nov 2026" in read(talk, talk.alma, "/record")
    for wrong in ({"received": "yesterday"}, {"received": "2026-12-01"}, {"asked_by": "Alma"}):
        post(talk, talk.vera, "/register", 422, **{**form, **wrong})


def test_a_breach_to_the_minute_with_a_list(talk):
    address = post(talk, talk.vera, "/register", do="breach", noticed="2026-11-20T18:30")
    page = read(talk, talk.vera, address)
    assert "Due Mon 23 Nov, 18:30" in page
    assert "Write the words on paper, not here" in page
    post(talk, talk.vera, address, do="steps", step=["what-happened", "what-was-done"])
    assert set(Deadline.objects.get().steps) == {"what-happened", "what-was-done"}
    post(talk, talk.vera, address, 422, do="steps", step=["Alma"])
    post(talk, talk.vera, address, 422, do="dance")


def test_the_inbox_counts_what_is_due_within_a_week(talk):
    assert "deadline" not in read(talk, talk.vera, "/inbox")
    note_breach(by=talk.vera, now=talk.now, noticed=talk.now)
    ask_access(by=talk.alma, now=talk.now, relationship=talk.relationship)
    assert "One deadline within a week." in read(talk, talk.vera, "/inbox")


def record_page(talk) -> str:
    return f"/register/clients/{talk.relationship.id}"


def test_the_whole_way_of_a_record(talk):
    talk.write("The week was hard")
    address, code = record_page(talk), talk.relationship.code
    assert "The work with this client has not ended" in read(talk, talk.vera, address)
    post(talk, talk.vera, address, 422, do="end")
    assert post(talk, talk.vera, address, do="end", sure="yes") == address
    page = read(talk, talk.vera, address)
    assert "Keep until Sat 22 Nov 2036" in page
    assert "The time for keeping this record is not over" in page
    talk.now = Deadline.objects.get(kind="retention").due_at + DAY
    assert "Messages 1" in read(talk, talk.vera, address)
    proposal = post(talk, talk.vera, address, do="erase", ground="time-over")
    assert "You can confirm from" in read(talk, talk.vera, proposal)
    assert "Wait a day" in post(talk, talk.vera, proposal, 409, do="confirm", code=code)
    talk.now += DAY
    assert "not this client’s code" in post(talk, talk.vera, proposal, 409, do="confirm", code="AAAA")
    post(talk, talk.vera, proposal, do="confirm", code=code)
    certificate = read(talk, talk.vera, proposal)
    assert "Certificate of erasure" in certificate
    assert Erasure.objects.get().sha256 in certificate
    assert "Every time for keeping it is over Keep the record : Sat 22 Nov 2036" in certificate
    assert "erased this record on Mon 24 Nov 2036, 23:59" in certificate
    assert "Backups made before" in certificate
    assert "Erased on" in read(talk, talk.vera, "/register")
    assert "Löschbescheinigung" in read(talk, talk.vera, proposal, "de")
    read(talk, talk.vera, f"/clients/{talk.relationship.id}")
    read(talk, talk.vera, "/clients")
    read(talk, talk.vera, "/inbox")
    read(talk, talk.vera, f"/thread/{talk.relationship.id}")
    read(talk, talk.vera, f"/agreements/{talk.relationship.id}")


def test_a_proposal_taken_back(talk):
    end_work(by=talk.vera, now=talk.now, relationship=talk.relationship)
    talk.now = Deadline.objects.get(kind="retention").due_at + DAY
    proposal = post(talk, talk.vera, record_page(talk), do="erase", ground="time-over")
    post(talk, talk.vera, proposal, do="cancel")
    assert "This proposal was taken back" in read(talk, talk.vera, proposal)


def test_another_therapist_finds_nothing(talk):
    end_work(by=talk.vera, now=talk.now, relationship=talk.relationship)
    kept = Deadline.objects.get(kind="retention")
    talk.now = kept.due_at + DAY
    proposal = post(talk, talk.vera, record_page(talk), do="erase", ground="time-over")
    gerd = person(talk.vera.practice, Role.THERAPIST, "Gerd Fremdmann", talk.now)
    for path in (proposal, f"/register/{kept.id}", record_page(talk)):
        read(talk, gerd, path, status=404)
        post(talk, gerd, path, 404, do="cancel")
    assert "Nothing runs out" in read(talk, gerd, "/register")
    assert not Erasure.objects.exclude(cancelled_at=None).exists()


def test_a_hold_in_one_sentence(talk):
    address = record_page(talk)
    post(talk, talk.vera, address, do="hold", reason="dispute")
    assert "Nothing is erased since Sun 22 Nov 2026: a dispute." in read(talk, talk.vera, address)
    assert "A hold stands on this record already" in post(
        talk, talk.vera, address, 409, do="hold", reason="court"
    )
    end_work(by=talk.vera, now=talk.now, relationship=talk.relationship)
    talk.now = Deadline.objects.get(kind="retention").due_at + DAY
    assert "A hold stands on this record. Nothing can be erased while it stands." in read(
        talk, talk.vera, address
    )
    post(talk, talk.vera, address, do="lift")
    assert LegalHold.objects.get().lifted_at == talk.now
    post(talk, talk.vera, address, 422, do="hold", reason="because")


def test_nothing_here_names_anybody(talk):
    """Names are put by the browser from the vault; the server has codes."""
    ask_access(by=talk.alma, now=talk.now, relationship=talk.relationship)
    assert talk.alma.handle_hash not in read(talk, talk.vera, "/register").lower().split()


@pytest.mark.parametrize("typed", ["9999-12-31", "2400-01-01", "0001-01-01", "", "soon"])
def test_a_day_no_clock_can_show_is_bad_input(talk, monkeypatch, typed):
    use_law(monkeypatch)
    made = ask_access(by=talk.alma, now=talk.now, relationship=talk.relationship)
    Deadline.objects.update(basis={**made.basis, "zone": "America/New_York"})
    Person.objects.filter(pk=talk.vera.pk).update(zone="Pacific/Auckland")
    post(talk, talk.vera, f"/register/{made.id}", 422, do="date", due=typed, reason="authority-said")
    post(talk, talk.vera, f"/register/{made.id}", 422, do="extend", until=typed, reason="complex")
    post(talk, talk.vera, "/register", 422, do="breach", noticed=typed)


def test_a_typed_day_ends_where_the_others_were_counted(talk):
    made = ask_access(by=talk.alma, now=talk.now, relationship=talk.relationship)
    Deadline.objects.update(basis={**made.basis, "zone": "America/Los_Angeles"})
    post(talk, talk.vera, f"/register/{made.id}", do="extend", until="2027-02-01", reason="complex")
    until = Deadline.objects.get().extended_until
    assert until.isoformat() == "2027-02-02T07:59:59+00:00"
    assert "Mon 1 Feb 2027" in read(talk, talk.vera, f"/register/{made.id}")


def test_a_client_who_may_have_been_a_minor(talk, monkeypatch):
    rows = [{"kind": "years-after-majority", "years": 7}]
    about = {"records": "clinical-record", "years": 7, "starts": "end-of-treatment", "basis": "law"}
    use_law(monkeypatch, fact("retention", **about, minors=rows))
    end_work(by=talk.vera, now=talk.now, relationship=talk.relationship)
    kept, address = Deadline.objects.get(kind="retention"), record_page(talk)
    page = read(talk, talk.vera, f"/register/{kept.id}")
    assert "set a later day in the register before this time is over" in page
    assert "the client was under age" in page
    talk.now = kept.due_at + DAY
    page = read(talk, talk.vera, address)
    assert "By when this record may go is not known here" in page
    assert "Every time for keeping it is over" not in page
    post(talk, talk.vera, address, 409, do="erase", ground="time-over")
    proposal = post(talk, talk.vera, address, do="erase", ground="client-of-age")
    assert "The client was of age the whole time" in read(talk, talk.vera, proposal)


def test_nobody_is_asked_for_an_age_where_it_does_not_count(talk):
    end_work(by=talk.vera, now=talk.now, relationship=talk.relationship)
    talk.now = Deadline.objects.get(kind="retention").due_at + DAY
    page = read(talk, talk.vera, record_page(talk))
    assert "Every time for keeping it is over" in page
    assert "of age" not in page
