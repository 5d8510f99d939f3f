"""Whatever is in a file: reading and checking it list problems and never fail, and nothing spoilt is half used."""

from __future__ import annotations

from datetime import date

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from intersession.packs import checking, contacts, library
from intersession.packs.reading import parse
from packs import samples

TODAY = date(2026, 11, 24)
SOURCES = [samples.PARENT, samples.CHILD]
TREES = [yaml.safe_load(each) for each in SOURCES]
# What may stand where a pack expects something else.
STRANGE = st.sampled_from(
    [
        None,
        True,
        0,
        -1,
        1.5,
        "",
        " ",
        "x",
        "\x07",
        [],
        {},
        [None],
        [[]],
        {"a": 1},
        "2026-13",
        TODAY,
        10**30,
        ["no", 1],
    ]
)


def handle(data: bytes) -> None:
    """Do with bytes all that the program does with a pack."""
    document = parse(data, "zr-ze.yaml")
    pack = library.pack_of(document, library.Path("zr-ze.yaml"))
    own = library.pack_of(document, library.Path("zr-ze.yaml"), by_practice=True)
    assert pack.is_good or not pack.facts
    assert own.is_good or not own.facts
    contacts.contacts_of(document, "ZR")
    for by_practice in (False, True):
        list(checking.across(pack, lambda _: (None, None), TODAY, by_practice))


def places(tree, path=()):
    """Yield every place inside a tree."""
    yield path
    inner = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for step, value in inner:
        yield from places(value, (*path, step))


def put(tree, path, value):
    """Return a copy of a tree with something else at one place."""
    if not path:
        return value
    copy = dict(tree) if isinstance(tree, dict) else list(tree)
    copy[path[0]] = put(copy[path[0]], path[1:], value)
    return copy


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(SOURCES), st.data())
def test_a_text_with_slips_never_stops_the_program(source, data):
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(source)))
        end = data.draw(st.integers(start, min(len(source), start + 40)))
        source = (
            source[:start]
            + data.draw(st.text(alphabet="[]{}:-&*!#|>'\"\n\t ,?%@xé0", max_size=6))
            + source[end:]
        )
    handle(source.encode())


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(TREES), st.data(), STRANGE)
def test_a_strange_value_anywhere_never_stops_the_program(tree, data, value):
    path = data.draw(st.sampled_from(list(places(tree))))
    handle(yaml.safe_dump(put(tree, path, value)).encode())


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_never_stop_the_program(data):
    handle(data)
    handle(samples.CHILD.encode()[: len(data) * 3] + data)
