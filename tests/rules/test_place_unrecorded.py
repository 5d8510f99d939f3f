"""An answer about two places that rests on a licence nobody has written down says so."""

from __future__ import annotations

from intersession.rules.facts import Profession
from intersession.rules.findings import Answer, Severity
from intersession.rules.place import place
from intersession.rules.terms import Licence
from rules.places import GERMANY, NEW_YORK, ONTARIO, QUEBEC, asked


def test_across_places_an_answer_without_a_licence_at_home_says_so():
    def about_home(*licences):
        found = place(asked("CA-ON", "CA-QC", Profession.PSYCHOLOGIST, *licences), ONTARIO, QUEBEC)
        said = [each for each in found.findings if each.code == "place-licence-not-recorded"]
        return found.answer, [(each.severity, dict(each.values)["place"]) for each in said]

    answer, said = about_home()
    assert said == [(Severity.WARNING, "CA-ON")]
    assert about_home(Licence("CA-ON", "psychologist")) == (answer, [])


def test_it_also_says_so_where_a_licence_there_settles_it():
    found = place(asked("DE", "US-NY", None, Licence("US-NY", "psychologist")), GERMANY, NEW_YORK)
    assert found.answer is Answer.ALLOWED
    assert "place-licence-not-recorded" in [each.code for each in found.findings]
