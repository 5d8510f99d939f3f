"""The pages and doors of agreements and policies: what stands there for whom, and one clear sentence for bad input."""

from __future__ import annotations

import base64
import hashlib
import json
from datetime import timedelta

import pytest
import time_machine
from django.conf import settings
from django.test import Client

from agreement_stage import FRAME, Stage, build_stage
from intersession.agreement.actions import withdraw
from intersession.agreement.models import Agreement
from intersession.keys.statements import check_detached
from intersession.people.logins import start_login
from intersession.people.models import Person
from intersession.policy.models import PolicyVersion

pytestmark = pytest.mark.django_db
TOO_LONG = "This file is too long for a frame file. The limit is 100,000 bytes."


@pytest.fixture
def stage() -> Stage:
    return build_stage()


def browser(stage: Stage, who: Person) -> Client:
    """A browser that is signed in."""
    found = Client()
    found.cookies[settings.LOGIN_COOKIE] = start_login(by=who, now=stage.now, label="").token
    return found


def read(stage: Stage, who: Person, path: str, lang: str = "en", status: int = 200) -> str:
    with time_machine.travel(stage.now, tick=False):
        answer = browser(stage, who).get(f"{path}{'&' if '?' in path else '?'}lang={lang}")
    assert answer.status_code == status, answer.content[:2000]
    return " ".join(answer.content.decode().split())


def fetch(stage: Stage, who: Person, path: str):
    """The raw answer to a GET at the stage's time."""
    with time_machine.travel(stage.now, tick=False):
        return browser(stage, who).get(path)


def post(stage: Stage, who: Person, path: str, body: object, form: bool = False):
    with time_machine.travel(stage.tick(), tick=False):
        if form:
            return browser(stage, who).post(path, body)
        headers = {"Accept": "application/json"}
        return browser(stage, who).post(
            path, json.dumps(body), content_type="application/json", headers=headers
        )


def sealed(words) -> dict[str, object]:
    return {"id": words.id, "roster_seq": words.roster_seq, "body": base64.b64encode(words.body).decode()}


def of(stage: Stage) -> str:
    return f"/agreements/{stage.relationship.id}"


@pytest.mark.parametrize("lang", ["en", "de"])
def test_before_any_offer_the_page_says_so(stage, lang):
    page = read(stage, stage.alma, "/agreement", lang)
    assert {"en": "No agreement yet", "de": "Noch keine Vereinbarung"}[lang] in page
    assert "/agreement/withdraw" not in page


@pytest.mark.parametrize("lang", ["en", "de"])
def test_an_offer_shows_each_clause_with_four_answers_and_none_chosen(stage, lang):
    stage.offer()
    page = read(stage, stage.alma, "/agreement", lang)
    assert page.count('name="stance"') == 14 * 4
    assert 'name="stance" value="agree" checked' not in page
    assert "checked" not in page.split('id="A1"')[1].split('id="A2"')[0]
    assert {"en": "0 of 14 clauses settled", "de": "0 von 14 Klauseln geklärt"}[lang] in page


def test_a_reader_of_another_language_sees_the_signed_text_and_an_aid(stage):
    stage.offer("de")
    page = read(stage, stage.alma, "/agreement", "en")
    assert "The text you sign is in German." in page
    assert "In English, as a reading aid" in page
    assert 'lang="de"' in page


def test_words_stay_sealed_on_both_pages(stage):
    stage.answer(stage.offer(), "A10", "question", "Does your sister read this?")
    hers, theirs = read(stage, stage.alma, "/agreement"), read(stage, stage.vera, of(stage))
    for page in (hers, theirs):
        assert "sister" not in page
        assert 'data-kind="concern-a10"' in page
        assert "Locked text. It opens on your device." in page
    assert "Vera has not answered your point on clause 10 so far." in hers
    assert "Your client, Sun 22 Nov: a question" in theirs
    assert "Blocks signing" in theirs
    assert 'name="reply" value="change" checked' not in theirs


def test_the_list_says_what_waits_for_whom(stage):
    assert "No agreement. You can offer one." in read(stage, stage.vera, "/agreements")
    agreement = stage.offer()
    assert "Version 1: waits for your client. 0 of 14 clauses settled." in read(
        stage, stage.vera, "/agreements"
    )
    stage.answer(agreement, "A10", "question", "Who?")
    assert "Version 1: one point needs your answer." in read(stage, stage.vera, "/agreements")
    stage.reply(agreement, "A10", "keep")
    stage.agree_to_all(agreement)
    assert "Version 1: both can sign." in read(stage, stage.vera, "/agreements")
    stage.sign(agreement, stage.alma)
    assert "Version 1: your client signed. It needs your signature." in read(stage, stage.vera, "/agreements")
    stage.sign(agreement, stage.vera)
    assert "Version 1 is in force. Review on Sun 3 Jan 2027." in read(stage, stage.vera, "/agreements")
    withdraw(by=stage.alma, relationship=stage.relationship, now=stage.tick())
    assert "Your client stopped on Sun 22 Nov 2026." in read(stage, stage.vera, "/agreements")


def test_answering_and_replying_by_the_doors(stage):
    agreement = stage.offer()
    words = sealed(stage.words(stage.alma_device, "Who?", "concern-a10", agreement.id))
    body = {"agreement": agreement.id, "edition": 1, "clause": "A10", "stance": "question", "words": words}
    assert post(stage, stage.alma, "/agreement/answer", body).json()["state"] == "offered"
    point = agreement.answers.get()
    assert bytes(point.words_sealed) == base64.b64decode(words["body"])
    reply = sealed(stage.words(stage.vera_device, "Nobody.", "reply-a10", agreement.id))
    body = {"agreement": agreement.id, "edition": 1, "point": point.id, "reply": "keep", "words": reply}
    assert post(stage, stage.vera, f"{of(stage)}/reply", body).status_code == 200
    point.refresh_from_db()
    assert point.reply == "keep"


@pytest.mark.parametrize(
    ("change", "status", "code"),
    [
        ({"edition": 7}, 409, "offer-changed"),
        ({"edition": "1"}, 422, "bad-input"),
        ({"clause": "A99"}, 422, "bad-input"),
        ({"stance": "maybe"}, 422, "bad-input"),
        ({"stance": "question"}, 422, "words-missing"),
        ({"words": "hello"}, 422, "bad-input"),
        ({"words": {"id": "x", "roster_seq": 1, "body": ""}}, 422, "bad-input"),
        ({"words": {"id": "0" * 26, "roster_seq": 1, "body": "%%"}}, 422, "bad-input"),
        ({"words": {"id": "0" * 26, "roster_seq": 9, "body": ""}}, 409, "roster-changed"),
        ({"words": {"id": "0" * 26, "roster_seq": 1, "body": ""}}, 422, "envelope-shape"),
        ({"choices": ["never"]}, 422, "bad-input"),
        ({"choices": {"portal": "never"}, "clause": "A3"}, 422, "choice-unknown"),
        ({"agreement": "0" * 26}, 404, "not-found"),
    ],
)
def test_bad_answers_get_one_sentence_and_change_nothing(stage, change, status, code):
    agreement = stage.offer()
    body = {"agreement": agreement.id, "edition": 1, "clause": "A1", "stance": "agree"} | change
    answer = post(stage, stage.alma, "/agreement/answer", body)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert answer.json()["detail"].endswith(".")
    assert agreement.answers.count() == 0


def test_signing_by_the_door_and_checking_the_files_by_hand(stage):
    agreement = stage.agree_to_all(stage.offer())
    document = agreement.document.encode()
    for who, device in ((stage.alma, stage.alma_device), (stage.vera, stage.vera_device)):
        signature = base64.b64encode(device.sign_document(document)).decode()
        body = {"agreement": agreement.id, "sha256": agreement.sha256, "signature": signature}
        assert post(stage, who, "/agreement-signatures", body).status_code == 200
    fetched = fetch(stage, stage.alma, f"/agreement-files/{agreement.id}.json")
    assert fetched.content == document
    assert hashlib.sha256(fetched.content).hexdigest() == agreement.sha256
    for side, device in (("client", stage.alma_device), ("therapist", stage.vera_device)):
        file = fetch(stage, stage.vera, f"/agreement-files/{agreement.id}-{side}.sig").content
        key = fetch(stage, stage.alma, f"/agreement-files/{agreement.id}-{side}.pgp").content
        assert key == device.certificate
        assert check_detached(fetched.content, file, key).signer == device.fingerprint


def test_the_sign_page_says_what_is_missing_or_shows_the_whole_text(stage):
    agreement = stage.offer()
    assert "Not signed yet. Clause 1 has no answer so far." in read(stage, stage.alma, "/agreement/sign")
    stage.agree_to_all(agreement)
    page = read(stage, stage.alma, "/agreement/sign")
    assert page.count("data-plain=") == 14
    assert "I have read version 1. I sign it of my own free will." in page
    current = Agreement.objects.get()
    assert current.sha256 in page
    assert " ".join(current.sha256[i : i + 4] for i in range(0, 16, 4)) in page
    stage.sign(agreement, stage.alma)
    assert "You signed version 1" in read(stage, stage.alma, "/agreement/sign")
    assert "Your client signed on Sun 22 Nov 2026." in read(stage, stage.vera, of(stage))


def test_what_changes_from_the_version_before_is_said(stage):
    stage.activate()
    stage.publish(FRAME.replace("words = 300", "words = 200"))
    page = read(stage, stage.vera, of(stage))
    assert "Your rules have a newer version" in page
    assert "200" in page.split("What would change")[1]
    stage.offer()
    stage.answer(Agreement.objects.being_made(stage.relationship), "A6")
    assert "What changes from version 1" in read(stage, stage.alma, "/agreement/sign")
    assert "Until then version 1 stays in force." in read(stage, stage.alma, "/agreement")


def test_a_review_that_has_passed_shows_a_banner_and_closes_nothing(stage):
    stage.activate()
    stage.now += timedelta(days=60)
    for who, path in ((stage.alma, "/agreement"), (stage.vera, of(stage))):
        assert "This agreement is due for a review" in read(stage, who, path)
    assert "The review was due on Sun 3 Jan" in read(stage, stage.vera, "/agreements")


def test_stopping_takes_one_screen_and_works_without_script(stage):
    stage.activate()
    page = read(stage, stage.alma, "/agreement/withdraw")
    assert "Nobody asks why." in page
    assert "<textarea" not in page
    answer = post(stage, stage.alma, "/agreement/withdraw", {}, form=True)
    assert (answer.status_code, answer["Location"]) == (303, "/agreement")
    assert "You stopped version 1" in read(stage, stage.alma, "/agreement")
    assert "There is no agreement to stop." in read(stage, stage.alma, "/agreement/withdraw")
    assert post(stage, stage.alma, "/agreement/withdraw", {}, form=True).status_code == 409


def test_taking_back_shows_on_both_sides_and_on_paper(stage):
    agreement = stage.activate()
    body = {"agreement": agreement.id, "choices": {"A3": {"email": "never"}}}
    assert post(stage, stage.alma, "/agreement/narrow", body).status_code == 200
    assert "You took something back" in read(stage, stage.alma, "/agreement")
    assert "Your client took something back" in read(stage, stage.vera, of(stage))
    assert "Taken back by the client since" in read(stage, stage.alma, "/agreement/print")
    wider = {"agreement": agreement.id, "choices": {"A3": {"email": "as-offered"}}}
    assert post(stage, stage.alma, "/agreement/narrow", wider).json()["code"] == "not-narrower"


def test_the_print_page_names_version_fingerprint_and_signatures(stage):
    agreement = stage.activate()
    page = read(stage, stage.vera, f"{of(stage)}/print")
    for part in (
        "Version 1, edition 1",
        agreement.sha256,
        stage.alma_device.fingerprint,
        "Vera Lindqvist, signed on",
    ):
        assert part in page
    assert agreement.sha256 in read(stage, stage.alma, "/agreement/print?version=1")
    read(stage, stage.alma, "/agreement/print?version=9", status=404)
    read(stage, stage.alma, "/agreement/print?version=x", status=404)


def test_foreign_people_find_nothing(stage):
    agreement = stage.activate()
    other = build_stage()
    for path in (of(stage), f"{of(stage)}/sign", f"{of(stage)}/print"):
        read(other, other.vera, path, status=404)
    for who in (other.vera, other.alma):
        assert fetch(other, who, f"/agreement-files/{agreement.id}.json").status_code == 404
        assert fetch(other, who, f"/agreement-files/{agreement.id}-client.sig").status_code == 404
    read(stage, stage.alma, "/hours", status=404)
    read(stage, stage.vera, "/agreement", status=404)


def test_offering_from_the_page(stage):
    page = read(stage, stage.vera, of(stage))
    assert "Offer this to your client" in page
    answer = post(stage, stage.vera, f"{of(stage)}/offer", {"language": "de"}, form=True)
    assert answer["Location"] == of(stage)
    assert Agreement.objects.get().language == "de"
    assert post(stage, stage.vera, f"{of(stage)}/offer", {"language": "de"}, form=True).status_code == 409


# The rules page


@pytest.mark.parametrize("lang", ["en", "de"])
def test_the_rules_page_starts_with_a_file_that_can_be_published(stage, lang):
    PolicyVersion.objects.all().delete()
    page = read(stage, stage.vera, "/hours", lang)
    assert {"en": "No problems.", "de": "Keine Probleme."}[lang] in page
    assert "Vera Lindqvist" in page
    source = fetch(stage, stage.vera, "/hours/frame.toml").content.decode()
    answer = post(stage, stage.vera, "/hours/publish", {"source": source, "base": 0})
    assert answer.json() == {"number": 1}


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("", "empty"),
        ("frame = 1\nframe = 1\n", "Line 2"),
        ("frame = 1\nsurprise = 2\n", "surprise"),
        (FRAME.replace("09:00-12:30", "12:30-09:00"), "Line 13"),
        (FRAME.replace('"Europe/Berlin"', '"Europe/Atlantis"'), "Line 5"),
        ("\x00\x01", "text"),
    ],
)
def test_a_file_with_problems_stays_in_the_page_with_all_of_them(stage, source, said):
    answer = post(stage, stage.vera, "/hours", {"source": source, "do": "check"}, form=True)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert said in page
    assert "notice-fault" in page
    refused = post(stage, stage.vera, "/hours/publish", {"source": source, "base": 1})
    assert (refused.status_code, refused.json()["code"]) == (422, "policy-problems")
    assert PolicyVersion.objects.count() == 1


def test_two_problems_are_both_named(stage):
    source = FRAME.replace('"Europe/Berlin"', '"Europe/Atlantis"').replace('"2 working days"', '"some time"')
    page = post(stage, stage.vera, "/hours", {"source": source, "do": "check"}, form=True).content.decode()
    assert "2 things to correct" in page
    assert "Atlantis" in page
    assert "some time" in page


def test_a_moment_can_be_tried(stage):
    body = {"source": FRAME, "do": "check", "kind": "question", "at": "2026-11-22T22:41"}
    page = " ".join(post(stage, stage.vera, "/hours", body, form=True).content.decode().split())
    assert 'Waits quietly until</b><span class="when">Mon 23 Nov, 9:00' in page
    assert 'Answered by</b><span class="when">Tue 24 Nov, 12:30' in page
    body |= {"at": "yesterday"}
    assert (
        "Something is missing or has the wrong form: at."
        in post(stage, stage.vera, "/hours", body, form=True).content.decode()
    )


def test_what_a_change_means_for_agreements_in_force_is_said(stage):
    stage.activate()
    wider = FRAME.replace('content = "homework"', 'content = "personal"')
    page = " ".join(
        post(stage, stage.vera, "/hours", {"source": wider, "do": "check"}, form=True)
        .content.decode()
        .split()
    )
    assert "One agreement in force would need a new signature." in page
    assert "needs both signatures" in page


def test_publishing_without_script_asks_to_be_sure(stage):
    changed = FRAME.replace("words = 300", "words = 200")
    form = {"source": changed, "do": "publish", "base": "1"}
    answer = post(stage, stage.vera, "/hours", form, form=True)
    assert answer.status_code == 422
    assert "Please tick that you have read what changes." in answer.content.decode()
    assert "words = 200" in answer.content.decode()
    assert post(stage, stage.vera, "/hours", form | {"sure": "yes"}, form=True).status_code == 302
    assert PolicyVersion.objects.count() == 2


def test_files_that_are_no_text_or_too_long_change_nothing(stage):
    from django.core.files.uploadedfile import SimpleUploadedFile

    for data, status in ((b"\xff\xfe\x00", 422), (b"#" * 10_000_000, 413)):
        file = SimpleUploadedFile("frame.toml", data)
        answer = post(stage, stage.vera, "/hours", {"source": FRAME, "do": "check", "file": file}, form=True)
        assert answer.status_code == status
        assert "Vera Lindqvist" in answer.content.decode()
    assert TOO_LONG in answer.content.decode()
    for size in (100_001, 250_000):
        answer = post(stage, stage.vera, "/hours/publish", {"source": "x" * size, "base": 1})
        assert (answer.status_code, answer.json()["code"]) == (413, "policy-too-large")
        assert answer.json()["detail"].startswith(TOO_LONG)
    file = SimpleUploadedFile("frame.toml", FRAME.replace("300", "250").encode())
    page = post(
        stage, stage.vera, "/hours", {"source": "", "do": "check", "file": file}, form=True
    ).content.decode()
    assert "words = 250" in page


def test_old_versions_can_be_fetched(stage):
    stage.publish(FRAME.replace("300", "200"))
    assert fetch(stage, stage.vera, "/hours/frame.toml?version=1").content.decode() == FRAME
    assert b"200" in fetch(stage, stage.vera, "/hours/frame.toml").content
    assert fetch(stage, stage.vera, "/hours/frame.toml?version=3").status_code == 404
