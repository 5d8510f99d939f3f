"""Publishing rules: versions only grow, and a bad file changes nothing."""

from __future__ import annotations

import pytest

from agreement_stage import FRAME, Stage, build_stage
from intersession.audit.models import Entry
from intersession.errors import NotFound
from intersession.frame import read_frame
from intersession.policy.actions import PolicyHasProblems, PolicyMoved, PolicyUnchanged, publish
from intersession.policy.models import PolicyVersion
from intersession.policy.starter import country_of, quoted, starter

pytestmark = pytest.mark.django_db


@pytest.fixture
def stage() -> Stage:
    return build_stage()


def test_a_version_keeps_the_file_and_what_it_says(stage):
    version = stage.publish(FRAME.replace("300", "200"))
    assert (version.number, version.source) == (2, FRAME.replace("300", "200"))
    assert version.policy.guide.words == 200
    assert PolicyVersion.objects.latest_of(stage.vera) == version
    entry = Entry.objects.filter(tag="policy:published").order_by("-seq").first()
    assert entry.data == {"policy": version.id, "number": 2, "sha256": version.sha256}


def test_published_versions_do_not_touch_agreements(stage):
    agreement = stage.activate()
    stage.publish(FRAME.replace("300", "200"))
    agreement.refresh_from_db()
    assert agreement.signed_terms.guide.words == 300


@pytest.mark.parametrize(
    "source", [b"", b"\x00\xff", b"frame = 2", b"x" * 10_000_000, FRAME.replace("DE-BE", "XX").encode()]
)
def test_a_bad_file_is_not_published(stage, source):
    with pytest.raises(PolicyHasProblems) as caught:
        publish(by=stage.vera, source=source, base=1, now=stage.tick())
    assert caught.value.problems
    assert PolicyVersion.objects.count() == 1


def test_two_windows_do_not_overwrite_each_other(stage):
    stage.publish(FRAME.replace("300", "200"))
    with pytest.raises(PolicyMoved):
        publish(by=stage.vera, source=FRAME.replace("300", "100").encode(), base=1, now=stage.tick())


def test_the_same_file_again_is_no_version(stage):
    with pytest.raises(PolicyUnchanged):
        stage.publish(FRAME)


def test_only_therapists_publish(stage):
    with pytest.raises(NotFound):
        publish(by=stage.alma, source=FRAME.encode(), base=0, now=stage.tick())


@pytest.mark.parametrize("name", ["Vera Lindqvist", 'O"Brien \\ Söhne', "日本"])
@pytest.mark.parametrize("lang", ["en", "de"])
def test_the_starter_is_a_frame_without_problems(stage, name, lang):
    stage.vera.name, stage.vera.place = name, ""
    result = read_frame(starter(stage.vera, lang).encode(), "frame.toml", stage.now)
    assert result.problems == ()
    assert result.policy.therapist.name == name
    assert result.policy.therapist.jurisdiction == "DE"


def test_the_place_is_guessed_from_the_zone():
    assert [country_of(zone) for zone in ("America/New_York", "Europe/Vienna", "UTC")] == ["US", "AT", "DE"]
    assert quoted('a"b') == '"a\\"b"'
