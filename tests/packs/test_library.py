"""Facts of a place along its chain, the practice's own laid over them, and what happens when a file is spoilt."""

from __future__ import annotations

from datetime import date

import pytest

from intersession.packs import crisis, library, vocabulary
from intersession.packs.law import pack_for
from intersession.rules.facts import APART_BY, Confidence, Profession
from intersession.rules.vocabulary import Channel
from packs import samples

DAY = date(2026, 12, 1)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Two small packs and an empty home."""
    (tmp_path / "data").mkdir()
    samples.shipped(tmp_path / "data", tmp_path / "home", monkeypatch)
    yield tmp_path / "data"
    samples.forget()


@pytest.fixture
def own(folder):
    """The practice's own folder."""
    return library.overlay_folder()


def value(code, key, profession=None, on=DAY):
    fact = library.jurisdiction(code).find(key, profession, on).fact
    return dict(fact.value) if fact else None


def test_a_part_has_its_own_facts_and_its_countrys(folder):
    zenda = library.jurisdiction("zr-ze")
    assert zenda.chain == ("ZR-ZE", "ZR")
    assert value("ZR-ZE", "age-of-majority") == {"age": 18}
    assert value("ZR-ZE", "minor-consent", Profession.PSYCHOLOGIST) == {"age": 14, "rule": "age-floor"}
    assert value("ZR-ZE", "minor-consent", Profession.COUNSELOR) is None


def test_a_later_value_holds_from_its_day(folder):
    assert value("ZR-ZE", "email", on=date(2026, 12, 31)) == {"unencrypted": "after-warning"}
    assert value("ZR-ZE", "email", on=date(2027, 1, 1)) == {"unencrypted": "no"}


def test_low_confidence_is_a_question(folder):
    found = library.jurisdiction("ZR-ZE").find("access-request", None, DAY)
    assert found.fact is None
    assert [each.confidence for each in found.questions] == [Confidence.LOW]


@pytest.mark.parametrize(
    ("code", "chain"),
    [("ZR-XX", ("ZR-XX", "ZR")), ("YY-1", ("YY-1",)), ("YY", ("YY",)), ("", ("",)), ("../zr", ("../ZR",))],
)
def test_a_place_without_a_pack_has_its_countrys_facts_or_none(folder, code, chain):
    found = library.jurisdiction(code)
    assert found.chain == chain
    assert bool(found.facts) == ("ZR" in chain)


def test_names(folder):
    assert library.name("DE", "de") == "Deutschland"
    assert library.name("ZR-ZE", "de") == "Zenda"
    assert library.name("ZZ-9", "en") == "ZZ-9"


@pytest.mark.parametrize(
    "spoilt", ["", "[", "code: ZR-ZE", "format: 2", "facts: []\nfacts: []", b"\xff\x00".decode("latin-1")]
)
def test_the_last_good_pack_stays(folder, spoilt):
    before = library.jurisdiction("ZR-ZE")
    (folder / "zr-ze.yaml").write_text(spoilt)
    after = library.jurisdiction("ZR-ZE")
    assert after.facts == before.facts
    assert library.problems()


def test_a_pack_that_never_was_good_ends_the_chain(folder):
    (folder / "zr-ze.yaml").write_text(samples.CHILD.replace("age: 14", "age: many"))
    here = library.jurisdiction("ZR-ZE")
    assert (here.chain, here.facts) == (("ZR-ZE",), ()), (
        "what it may have changed is not taken from further up"
    )
    assert library.jurisdiction("ZR").facts


def test_bad_contacts_leave_the_facts_alone(folder):
    (folder / "zr.yaml").write_text(samples.PARENT.replace('"116 123"', "call me"))
    assert value("ZR", "age-of-majority") == {"age": 18}


def test_a_circle_ends(folder):
    (folder / "zr.yaml").write_text(samples.PARENT.replace("code: ZR\n", "code: ZR\nparent: ZR-ZE\n"))
    assert library.jurisdiction("ZR-ZE").chain == ("ZR-ZE", "ZR")


def test_the_practices_own_fact_replaces_the_shipped_one(own):
    (own / "zr-ze.yaml").write_text(samples.OWN)
    fact = library.jurisdiction("ZR-ZE").find("access-request", None, DAY).fact
    assert fact.by_practice
    assert fact.value == {"days": 10}
    assert fact.reviewed_by.startswith("Dr. Vera Stein")
    assert library.jurisdiction("ZR-ZE").chain == ("ZR-ZE", "ZR")
    assert len([each for each in library.jurisdiction("ZR-ZE").facts if each.key == "access-request"]) == 1


def test_an_own_value_of_a_later_day_leaves_the_shipped_one_until_then(own):
    later = samples.OWN.replace("access-request", "email").replace("days: 10", "unencrypted: free")
    (own / "zr.yaml").write_text(
        later.replace("code: ZR-ZE", "code: ZR").replace("    value", "    in_force: 2027-06-01\n    value")
    )
    assert value("ZR", "email") == {"unencrypted": "after-warning"}
    assert value("ZR", "email", on=date(2027, 6, 1)) == {"unencrypted": "free"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("    reviewed_by: Dr. Vera Stein, 2026-11-20\n", ""),
        ("days: 10", "days: ten"),
        ("format: 1", "format: 1\nlines: []"),
        ("code: ZR-ZE", "code: DE"),
        ("facts:", "facts: ["),
    ],
)
def test_an_own_file_with_a_fault_is_ignored_as_a_whole(own, old, new):
    (own / "zr-ze.yaml").write_text(samples.OWN.replace(old, new))
    assert library.jurisdiction("ZR-ZE").find("access-request", None, DAY).fact is None
    assert [each.file for each in library.overlay_problems()][:1] == ["zr-ze.yaml"]


def test_a_change_on_disk_is_seen_at_once(own):
    assert value("ZR-ZE", "access-request") is None
    (own / "zr-ze.yaml").write_text(samples.OWN)
    assert value("ZR-ZE", "access-request") == {"days": 10}
    assert library.jurisdiction("ZR-ZE") is library.jurisdiction("ZR-ZE"), "and kept while nothing changes"
    (own / "zr-ze.yaml").unlink()
    assert value("ZR-ZE", "access-request") is None


def test_only_the_files_of_the_chain_are_read(folder, monkeypatch):
    read, opened = library.read, []
    monkeypatch.setattr(library, "read", lambda path: opened.append(path.name) or read(path))
    (folder / "aa.yaml").write_text("never read")
    library.jurisdiction("ZR-ZE")
    library.jurisdiction("ZR-ZE")
    assert opened == ["zr-ze.yaml", "zr.yaml"]


@pytest.mark.parametrize(
    ("unencrypted", "must_encrypt", "warn_first"),
    [("free", False, False), ("after-warning", False, True), ('"no"', True, True), ("unclear", False, True)],
)
def test_the_law_on_plain_mail_becomes_the_law_of_the_channel(folder, unencrypted, must_encrypt, warn_first):
    (folder / "zr.yaml").write_text(
        samples.PARENT.replace("unencrypted: after-warning", f"unencrypted: {unencrypted}")
    )
    law = pack_for("ZR", None, DAY).law_for(Channel.EMAIL)
    assert (law.must_encrypt, law.warn_first, law.forbidden) == (must_encrypt, warn_first, False)


def test_low_or_missing_law_on_mail_is_the_careful_default(folder):
    (folder / "zr.yaml").write_text(
        samples.PARENT.replace("unencrypted: after-warning", "unencrypted: free").replace("medium", "low")
    )
    for code in ("ZR", "YY"):
        law = pack_for(code, None, DAY).law_for(Channel.EMAIL)
        assert (law.must_encrypt, law.warn_first) == (False, True)


def test_the_version_of_a_pack_names_its_content(own):
    before = pack_for("ZR-ZE", None, DAY).version
    assert before.startswith("2026-11.")
    assert len(before) <= 40
    (own / "zr-ze.yaml").write_text(samples.OWN)
    assert pack_for("ZR-ZE", None, DAY).version != before
    (own / "zr-ze.yaml").unlink()
    assert pack_for("ZR-ZE", None, DAY).version == before


@pytest.mark.parametrize("code", ["DE", "US", "CA-ON"])
def test_plain_mail_needs_a_warning_where_it_did_before(code):
    samples.forget()
    law = pack_for(code, None, DAY).law_for(Channel.EMAIL)
    assert (law.forbidden, law.must_encrypt, law.warn_first) == (False, False, True)
    assert pack_for(code, None, DAY).emergency.number in ("112", "911")


def test_every_shipped_pack_can_be_used():
    samples.forget()
    assert library.problems() == ()
    assert len(library.codes()) >= 230
    assert set(crisis.codes()) <= set(library.codes())
    for code in library.codes():
        assert library.jurisdiction(code).chain[0] == code


def test_the_vocabulary_and_the_rules_agree():
    known = vocabulary.keys()
    assert {name: key.many for name, key in known.items() if key.many} == dict(APART_BY)
    assert {each.type for key in known.values() for each in key.fields.values()} <= set(vocabulary.TYPES)
    for name in known:
        assert vocabulary.label(name, "de") != vocabulary.label(name, "en") != name


@pytest.mark.parametrize("code", ["XA", "XB"])
def test_a_code_that_stands_for_no_place_has_the_name_of_its_file(own, code):
    assert library.name(code, "en") == code
    (own / f"{code.lower()}.yaml").write_text(
        samples.OWN.replace("code: ZR-ZE", f"code: {code}\nname: Example")
    )
    assert library.name(code, "en") == library.name(code, "de") == "Example"
