"""Publishes a therapist's policy. A version is added, never changed; nobody's agreement changes with it."""

from __future__ import annotations

import hashlib
from datetime import datetime

from django.db import IntegrityError, transaction

from intersession.audit.actions import record
from intersession.audit.tags import Tag
from intersession.errors import BadInput, Conflict, NotFound, TooLarge
from intersession.frame import read_frame
from intersession.frame.problems import Problem
from intersession.people.models import Person
from intersession.policy.licences import ask_for_reminders
from intersession.policy.models import PolicyVersion
from intersession.rules.codec import to_json

FILE = "frame.toml"
# Bytes of a frame file that the portal takes; a real one has a few thousand.
MOST_SOURCE = 100_000


class PolicyHasProblems(BadInput):
    """The frame file has problems of severity error. `problems` holds all of them, `values["count"]` how many."""

    code = "policy-problems"

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"{len(problems)} problems", field="source", count=len(problems))
        self.problems = problems


class PolicyTooLarge(TooLarge):
    """The frame file is too long. Told is the file's own limit, whatever carried it here: a file can't come in two parts."""

    code = "policy-too-large"

    def __init__(self, message: str = "", /, **values: str | int | datetime) -> None:
        super().__init__(message, **{**values, "limit": MOST_SOURCE})


class PolicyMoved(Conflict):
    """Another version was published since the page was opened. `values["number"]` is the newest one."""

    code = "policy-moved"


class PolicyUnchanged(Conflict):
    """The file is, letter for letter, the version that is published. `values["number"]`."""

    code = "policy-unchanged"


@transaction.atomic
def publish(*, by: Person, source: bytes, base: int, now: datetime) -> PolicyVersion:
    """Publish `source` as the next version. `base` is the newest number the therapist knows of, 0 for none.

    Raises NotFound (not a therapist), PolicyMoved, PolicyUnchanged, PolicyHasProblems.
    """
    if not by.is_therapist:
        raise NotFound("only therapists have a policy")
    result = read_frame(source, FILE, now)
    if result.policy is None:
        raise PolicyHasProblems(result.problems)
    latest = PolicyVersion.objects.latest_of(by)
    number = latest.number if latest else 0
    if number != base:
        raise PolicyMoved(number=number)
    text = source.decode()
    if latest and latest.source == text:
        raise PolicyUnchanged(number=number)
    version = _add(by, text, to_json(result.policy), number + 1, now)
    about = {"practice": by.practice_id, "by": by.id, "policy": version.id, "sha256": version.sha256}
    ask_for_reminders(version, now)
    record(Tag.POLICY_PUBLISHED, now=now, number=version.number, **about)
    return version


def _add(by: Person, source: str, data: object, number: int, now: datetime) -> PolicyVersion:
    try:
        with transaction.atomic():
            return PolicyVersion.objects.create(
                practice_id=by.practice_id,
                therapist=by,
                number=number,
                source=source,
                data=data,
                sha256=hashlib.sha256(source.encode()).hexdigest(),
                published_at=now,
                published_by=by,
            )
    except IntegrityError as problem:
        raise PolicyMoved(number=number) from problem
