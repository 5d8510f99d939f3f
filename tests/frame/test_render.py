"""The text both sign says what the rules do: it can be read back, it is plain, and it does not change by accident."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import product
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import intersession.texts.catalogue
from frame.reading_level import ease_de, grade_en, longest_sentence
from intersession.frame import plain_text, read_frame, render, render_clause
from intersession.frame.calendars import place_name
from intersession.frame.wording import joined, line_text, worded
from intersession.frame_command import terms_of
from intersession.rules.clauses import AGREEMENT_CLAUSES, clause_lines
from intersession.rules.layers import ChannelChoice, Choices, Pack
from intersession.rules.schedule import ExtraOpening, Period, Promise
from intersession.rules.terms import (
    Addition,
    Answers,
    ChannelTerms,
    Emergency,
    Guide,
    NoticeChoice,
    Protect,
    Purpose,
    Reader,
    Review,
    Terms,
    Urgent,
    UrgentStep,
)
from intersession.rules.vocabulary import (
    Channel,
    Clause,
    ContentClass,
    Encryption,
    Layer,
    NoticeStyle,
    PeriodUnit,
    ProtectKind,
    Role,
    Sees,
    Unit,
)
from intersession.rules.wording import Hours, Line, LineValue, Place, Times, Words, plain
from intersession.texts import LANGUAGES, all_ids, day, text
from rules.samples import MOCK, promises, schedules, terms, windows

ROOT = Path(__file__).parent.parent.parent
DATA = Path(__file__).parent / "data"
LOCALE = Path(intersession.texts.catalogue.__file__).parent.parent / "locale"
EXAMPLE = (ROOT / "examples" / "frames" / "vera.toml").read_bytes()


def vera() -> Terms:
    agreed = terms_of(
        read_frame(EXAMPLE, "vera.toml", datetime(2026, 11, 24, tzinfo=UTC)),
        datetime(2026, 11, 24, tzinfo=UTC),
    )
    assert agreed is not None
    return agreed


# --- reading the text back ---------------------------------------------------------------------------------------


def patterns(lang: str) -> dict[str, list[re.Pattern[str]]]:
    """Return, for each clause sentence, expressions that find its values in the printed text."""
    found = {}
    for entry in FluentParser().parse((LOCALE / lang / "clauses.ftl").read_text(encoding="utf-8")).body:
        if isinstance(entry, ast.Message):
            found[entry.id.name] = [re.compile(each) for each in expressions(entry.value)]
    return found


def expressions(pattern: ast.Pattern) -> Iterator[str]:
    """Yield one expression per way through the plural forms of a sentence."""
    for parts in product(*(list(of_element(each)) for each in pattern.elements)):
        seen: set[str] = set()
        whole = ""
        for part in parts:
            for name in re.findall(r"\?P<(\w+)>", part):
                if name in seen:
                    part = part.replace(f"(?P<{name}>.+?)", f"(?P={name})")
                seen.add(name)
            whole += part
        yield f"^{whole}$"


def of_element(element: ast.TextElement | ast.Placeable) -> Iterator[str]:
    if isinstance(element, ast.TextElement):
        yield re.escape(element.value)
    elif isinstance(element.expression, ast.SelectExpression):
        for variant in element.expression.variants:
            for inner in expressions(variant.value):
                yield inner[1:-1]
    else:
        yield f"(?P<{element.expression.id.name.replace('-', '_')}>.+?)"


PATTERNS = {lang: patterns(lang) for lang in LANGUAGES}
DAYS = {
    lang: {day(on, lang, year=True): on for on in (date(2026, 1, 1) + timedelta(days=n) for n in range(800))}
    for lang in LANGUAGES
}


def read_back(printed: str, like: LineValue, lang: str) -> str | int:
    """Return the language-free value a printed value stands for."""
    if isinstance(like, Words):
        return " ".join(read_words(printed, like.prefix, lang))
    if isinstance(like, Hours):
        spans = re.findall(r"(\d+):(\d\d)–(\d+):(\d\d)", printed)
        return " ".join(f"{int(a):02}:{b}-{int(c):02}:{d}" for a, b, c, d in spans)
    if isinstance(like, Times):
        return " ".join(f"{int(a):02}:{b}" for a, b in re.findall(r"(\d+):(\d\d)", printed))
    if isinstance(like, Promise | Period):
        return read_amount(printed, like, lang)
    if isinstance(like, date):
        return DAYS[lang][printed].isoformat()
    if isinstance(like, Place):
        return next(code for code in ("test", *PLACES) if place_name(code, lang) == printed)
    return int(re.sub(r"\D", "", printed)) if isinstance(like, int) else printed


def read_words(printed: str, prefix: str, lang: str) -> list[str]:
    known = {
        text(lang, each): each.removeprefix(f"{prefix}-") for each in all_ids(lang) if each.startswith(prefix)
    }
    codes: dict[int, str] = {}
    rest = printed
    for words in sorted(known, key=len, reverse=True):
        place = rest.find(words)
        if place >= 0:
            codes[place] = known[words]
            rest = rest.replace(words, "\0" * len(words), 1)
    found = [codes[place] for place in sorted(codes)]
    assert joined((text(lang, f"{prefix}-{code}") for code in found), lang) == printed
    return found


def read_amount(printed: str, like: Promise | Period, lang: str) -> str:
    amount = int((re.findall(r"\d+", printed) or ["0"])[0])
    for unit in type(like.unit):
        if (amount == 0) == (unit is Unit.NEXT_SESSION) and worded(
            replace(like, amount=amount, unit=unit), lang
        ) == printed:
            return f"{amount} {unit}"
    raise AssertionError(printed)


def values_in(line: Line, printed: str, lang: str) -> dict[str, str | int]:
    for pattern in PATTERNS[lang][line.code]:
        match = pattern.match(printed)
        if match:
            kinds = dict(line.values)
            return {name: read_back(found, kinds[name], lang) for name, found in match.groupdict().items()}
    raise AssertionError(f"{line.code}: {printed}")


PLACES = ("DE", "US-CA", "CA-ON")
protects = st.one_of(
    st.just(Protect()),
    st.builds(
        Protect,
        st.sampled_from([each for each in ProtectKind if each is not ProtectKind.NOT_KNOWN]),
        st.sampled_from(PLACES),
        st.sampled_from(["", "StGB §§ 34, 138", "Smith v Jones [1999] 1 SCR 455"]),
    ),
)
steps = st.builds(
    UrgentStep,
    st.sampled_from([("therapist",), ("cover",), ("therapist", "cover")]),
    st.sampled_from([("sms",), ("sms", "voice"), ("push", "email", "voice")]),
    st.integers(1, 600).map(lambda n: Promise(n, Unit.MINUTES)),
)
channels = st.lists(
    st.builds(
        ChannelTerms,
        st.sampled_from(list(Channel)),
        st.sampled_from(list(ContentClass)),
        st.sampled_from(list(Encryption)),
        st.integers(0, 60),
    ),
    unique_by=lambda each: each.channel,
).map(tuple)


@st.composite
def agreements(draw: st.DrawFn) -> Terms:
    """Terms that reach every sentence of the clauses."""
    reading = draw(schedules())
    extra = draw(
        st.sampled_from([(), (ExtraOpening(date(2026, 12, 28), windows("10:00-11:00", "15:00-16:30")),)])
    )
    style = draw(st.sampled_from(list(NoticeStyle)))
    accepted = tuple(ChannelChoice(each, accepts_risk=draw(st.booleans())) for each in Channel)
    period = st.builds(Period, st.integers(1, 24), st.sampled_from(list(PeriodUnit)))
    return terms(
        replace(reading, extra=extra),
        pack=Pack(protect=draw(protects)),
        answers=Answers(draw(promises), draw(promises), draw(st.one_of(st.none(), promises))),
        channels=draw(channels),
        guide=Guide(draw(st.integers(0, 9)), draw(st.sampled_from([0, 50, 300, 1500]))),
        emergency=draw(
            st.sampled_from([Emergency(), Emergency("112", service="Charité"), terms().emergency])
        ),
        urgent=Urgent(draw(st.booleans()), MOCK.week, tuple(draw(st.lists(steps, max_size=3)))),
        readers=draw(
            st.sampled_from(
                [(), (Reader("Otto", Role.DEPUTY), Reader("Mara", Role.SUPERVISOR, Sees.ANONYMISED))]
            )
        ),
        purpose=draw(
            st.sampled_from([Purpose(), Purpose((), ()), Purpose(("skills",), ("trauma", "decisions"))])
        ),
        review=Review(draw(period), draw(period)),
        choices=Choices(
            accepted,
            notices=NoticeChoice(style, "Tea time" if style is NoticeStyle.OWN_WORDS else ""),
            safe_times=draw(st.sampled_from([None, MOCK])),
        ),
    )


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(agreements(), st.sampled_from(LANGUAGES))
def test_every_clause_reads_back_to_the_values_the_rules_use(agreed, lang):
    for clause in AGREEMENT_CLAUSES:
        for line in clause_lines(agreed, clause):
            printed = values_in(line, line_text(line, lang), lang)
            stated = {name: plain(value) for name, value in line.values}
            # A sentence need not print every value it is handed, but what it prints must be true.
            assert printed == {name: stated[name] for name in printed}
            assert set(stated) - set(printed) <= {"therapist"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_example_reads_as_it_did(lang):
    """Golden text. When a wording is meant to change, the change shows here word by word."""
    assert plain_text(vera(), lang) == (DATA / f"vera.{lang}.txt").read_text(encoding="utf-8")


# --- how it reads ------------------------------------------------------------------------------------------------


def prose(agreed: Terms, lang: str) -> dict[str, str]:
    return {
        each.clause.value: "\n".join(
            [each.title, each.sentence, *each.lines, each.fills, each.decides, each.kept]
        )
        for each in render(agreed, lang)
    }


@settings(max_examples=10, suppress_health_check=[HealthCheck.too_slow])
@given(agreements())
def test_clauses_are_plain_in_english(agreed):
    assert {
        clause: grade_en(words) for clause, words in prose(agreed, "en").items() if grade_en(words) > 8
    } == {}


@settings(max_examples=10, suppress_health_check=[HealthCheck.too_slow])
@given(agreements())
def test_clauses_are_plain_in_german(agreed):
    assert {
        clause: ease_de(words) for clause, words in prose(agreed, "de").items() if ease_de(words) < 60
    } == {}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_sentences_are_short(lang):
    """The guide says twenty words; a list of hours or topics may take a few more."""
    assert {
        clause: longest_sentence(words)
        for clause, words in prose(vera(), lang).items()
        if longest_sentence(words) > 22
    } == {}


def test_the_formulas_agree_with_a_worked_example():
    """ "The cat sat on the mat." is 6 words, 6 syllables: 0.39 x 6 + 11.8 x 1 - 15.59 = -1.45."""
    assert grade_en("The cat sat on the mat.") == pytest.approx(-1.45)
    assert ease_de("Der Hund lag im Gras.") == pytest.approx(180 - 5 - 58.5)


# --- the parts of a clause ---------------------------------------------------------------------------------------


def test_every_clause_says_who_keeps_it():
    texts = render(vera(), "en")
    assert [each.clause for each in texts] == list(AGREEMENT_CLAUSES)
    for each in texts:
        assert each.title
        assert each.sentence
        assert each.lines
        assert each.fills
        assert each.decides
        assert each.kept
        assert (each.kept == "We rely on each other here.") is not each.kept_by_app


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_law_of_her_place_is_named_with_where_it_is_written(lang):
    a11 = render_clause(vera(), Clause.A11, lang)
    assert {"en": "The law (Germany)", "de": "das Gesetz (Deutschland)"}[lang] in a11.lines[0]
    assert "StGB" in a11.lines[1]
    assert a11.origin is Layer.PACK


@pytest.mark.parametrize("lang", LANGUAGES)
def test_where_the_law_is_not_known_the_clause_says_so(lang):
    a11 = render_clause(terms(), Clause.A11, lang)
    assert {"en": "is not known here", "de": "ist hier nicht bekannt"}[lang] in a11.lines[0]
    assert a11.origin is Layer.POLICY


def test_terms_older_than_clause_a11_stay_without_it():
    older = render(replace(vera(), protect=None), "en")
    assert [each.clause for each in older] == [each for each in AGREEMENT_CLAUSES if each is not Clause.A11]
    newer = [each for each in render(vera(), "en") if each.clause is not Clause.A11]
    assert list(older) == newer


def test_her_own_words_stand_under_the_clause_in_their_language():
    agreed = terms(additions=(Addition(Clause.A7, "de", "Rufen Sie die Feuerwehr."),))
    german, english = (render(agreed, lang)[6] for lang in ("de", "en"))
    assert german.own_words == "Rufen Sie die Feuerwehr."
    assert english.own_words == ""
    assert "Rufen Sie die Feuerwehr." in plain_text(agreed, "de")


def test_an_empty_emergency_clause_says_so():
    agreed = terms(emergency=Emergency())
    assert "no number here yet" in render(agreed, "en")[6].lines[0]


def test_text_and_rule_are_one_thing():
    """Changing the hours changes the text of clause A4 and nothing else."""
    before, after = terms(), terms(replace(terms().schedule, week=MOCK.week))
    changed = [
        old.clause
        for old, new in zip(render(before, "en"), render(after, "en"), strict=True)
        if old.lines != new.lines
    ]
    assert changed == [Clause.A4]
