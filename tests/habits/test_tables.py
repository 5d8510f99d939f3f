"""Every table can be split by practice, the migration makes exactly these tables, and actions look alike."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import models

from intersession.people.models import Practice, SignInFailure

PACKAGE = Path(__file__).parent.parent.parent / "src" / "intersession"
ROOMS = ("people", "outbox", "keys", "policy", "agreement", "messaging", "records")
TABLES = [table for table in apps.get_app_config("intersession").get_models() if table is not Practice]
# A handle is tried before anybody knows whose practice it belongs to.
BEFORE_A_PRACTICE = {SignInFailure}
# Single columns that are unique by themselves: random tokens, and one-to-one with a row that has its practice.
UNIQUE_ALONE = {
    "Conversation.relationship",
    "Login.token_hash",
    "Message.supersedes",
    "SetupToken.token_hash",
    "Vault.person",
}
WRITES = {"create", "bulk_create", "get_or_create", "save", "update", "delete"}
# Done by nobody who has an account yet: the set-up of a practice, an invitee, a try to sign in.
NOBODY_YET = {
    "create_practice",
    "create_person",
    "finish_setup",
    "join",
    "new_setup_link",
    "open_account",
    "take_turn",
    "use_invitation",
}
# Done by the clock.
BY_THE_CLOCK = {
    "alert_therapist",
    "deputy_told",
    "drop",
    "mark_failed",
    "mark_overdue",
    "mark_sent",
    "open_agenda",
    "remind_of_licence",
    "remind",
    "run_timer",
    "start_consent_clock",
    "tell_deputy",
}
# Parts of an action that runs them inside its own transaction.
PARTS = {"settle", "close"}


def public_functions() -> list[tuple[str, ast.FunctionDef]]:
    """Return every public function of the rooms, with its file's name."""
    trees = (
        (path, ast.parse(path.read_text(encoding="utf-8")))
        for room in ROOMS
        for path in sorted((PACKAGE / room).rglob("*.py"))
    )
    return [
        (f"{path.parent.name}/{path.name}", node)
        for path, tree in trees
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
    ]


def is_atomic(function: ast.FunctionDef) -> bool:
    return any("transaction.atomic" in ast.unparse(each) for each in function.decorator_list)


def writes(function: ast.FunctionDef) -> bool:
    calls = [node.func for node in ast.walk(function) if isinstance(node, ast.Call)]
    stores = any(isinstance(each, ast.Attribute) and each.attr in WRITES for each in calls)
    return stores or any(isinstance(each, ast.Name) and each.id == "record" for each in calls)


def takes(function: ast.FunctionDef) -> set[str]:
    return {each.arg for each in [*function.args.args, *function.args.kwonlyargs]}


@pytest.mark.parametrize("table", TABLES, ids=lambda t: t.__name__)
def test_every_table_carries_its_practice(table):
    columns = {field.attname for field in table._meta.concrete_fields}
    assert ("practice_id" in columns) is (table not in BEFORE_A_PRACTICE)


@pytest.mark.parametrize("table", TABLES, ids=lambda t: t.__name__)
def test_every_unique_key_holds_the_practice(table):
    keys = [rule for rule in table._meta.constraints if isinstance(rule, models.UniqueConstraint)]
    bare = [key.name for key in keys if not {"practice", "practice_id"} & set(key.fields)]
    assert not bare or table in BEFORE_A_PRACTICE
    alone = {f"{table.__name__}.{field.name}" for field in table._meta.concrete_fields if field.unique}
    assert alone - UNIQUE_ALONE - {f"{table.__name__}.id"} == set()


@pytest.mark.django_db
def test_the_migration_makes_these_tables():
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


def test_what_somebody_does_is_done_wholly_or_not_at_all():
    loose = [
        f"{file}: {each.name}"
        for file, each in public_functions()
        if {"by", "now"} <= {arg.arg for arg in each.args.kwonlyargs}
        and writes(each)
        and not is_atomic(each)
        and each.name not in PARTS
    ]
    assert loose == []


def test_every_action_says_who_and_when():
    actions = [each for _, each in public_functions() if is_atomic(each)]
    assert [each.name for each in actions if "now" not in takes(each)] == []
    assert {each.name for each in actions if "by" not in takes(each)} == NOBODY_YET | BY_THE_CLOCK
