"""What a place says about plain e-mail and about care by message.

Says what the place says; whether a channel is offered is decided in compose.py.
"""

from __future__ import annotations

from datetime import date

from intersession.rules.asking import open_question, questions, whom
from intersession.rules.facts import Jurisdiction, Profession
from intersession.rules.findings import Finding, found

EMAIL = {
    "free": "email-free",
    "after-warning": "email-after-warning",
    "no": "email-encrypted-only",
    "unclear": "email-unclear",
}
MESSAGES = {
    "allowed": "messages-allowed",
    "with-consent": "messages-consent",
    "supplement-only": "messages-supplement",
    "not-allowed": "messages-not-therapy",
}


def email(at: Jurisdiction, profession: Profession | None, on: date) -> tuple[Finding, ...]:
    """Return whether e-mail without encryption may carry health matters."""
    rule = at.find("email", profession, on)
    if rule.fact is None:
        return open_question("email", rule.questions, at, profession, on)
    values = whom(at, profession, on)
    first = found(EMAIL[str(rule.fact.value["unencrypted"])], rule.fact, **values)
    return (first, *questions("email-unsure", rule.questions, values))


def asynchronous(at: Jurisdiction, profession: Profession | None, on: date) -> tuple[Finding, ...]:
    """Return what messages between sessions may be used for by this profession."""
    rule = at.find("asynchronous-contact", profession, on)
    if rule.fact is None:
        return open_question("messages", rule.questions, at, profession, on)
    values = whom(at, profession, on)
    first = found(MESSAGES[str(rule.fact.value["answer"])], rule.fact, **values)
    secured = rule.fact.value.get("secured_only") is True
    more = (found("messages-secured", rule.fact, **values),) if secured else ()
    return (first, *more, *questions("messages-unsure", rule.questions, values))
