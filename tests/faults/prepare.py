"""Fills a home with Vera and Alma, log-ins for both, and messages that are sealed but not sent: `python prepare.py COUNT`.

Prints one JSON object. A process of its own, because the tests look at the server from outside only.
"""

from __future__ import annotations

import base64
import json
import os
import sys
from typing import Any


def post_of(talk: Any, number: int) -> dict[str, Any]:
    """What Alma's browser would post for one message."""
    sealed = talk.seal(talk.alma, f"Message {number}")
    body = base64.b64encode(sealed.body).decode()
    return {"id": sealed.id, "kind": "question", "body": body, "roster_seq": 1, "agreement": talk.agreement}


def fill(count: int) -> dict[str, Any]:
    """Fill the home. Django is set up by then, and not before."""
    from django.core.management import call_command

    from intersession.people.logins import start_login
    from message_stage import add_way, build_talk

    call_command("migrate", verbosity=0)
    talk = build_talk()
    add_way(talk.vera, "vera@example.org", talk.now)
    tokens = {
        who: start_login(by=getattr(talk, who), now=talk.now, label="").token for who in ("alma", "vera")
    }
    return {"conv": talk.conv, "tokens": tokens, "posts": [post_of(talk, number) for number in range(count)]}


def main() -> None:
    """Prepare the home and say what is in it."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "intersession.settings"
    import django

    django.setup()
    print(json.dumps(fill(int(sys.argv[1]))))


if __name__ == "__main__":
    main()
