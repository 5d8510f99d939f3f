"""Two packs written by hand, for tests that need a small place: Ruritania above, Zenda below it."""

from __future__ import annotations

from pathlib import Path

from intersession.packs import crisis, library

PARENT = """---
format: 1
code: ZR
languages: [en]
facts:
  - key: age-of-majority
    value: {age: 18}
    source: {title: Civil code, url: "https://law.example/civil", retrieved: "2026-11"}
    checked_on: "2026-11"
    as_of: 2026
    confidence: high
  - key: email
    value: {unencrypted: after-warning}
    source: {title: Guidance, url: "https://law.example/mail", citation: s. 4, retrieved: "2026-11"}
    checked_on: "2026-11"
    confidence: medium
emergency:
  number: "112"
  confidence: high
  checked_on: "2026-11"
  source: {title: A list, url: "https://example.org/"}
lines:
  - name: Night line
    audience: general
    phone: "116 123"
    confidence: high
    checked_on: "2026-11"
    newest: 2026
    source: {title: A list, url: "https://example.org/"}
"""
CHILD = """---
format: 1
code: ZR-ZE
name: Zenda
parent: ZR
facts:
  - key: minor-consent
    for: [psychologist]
    value: {age: 14, rule: age-floor}
    source: {title: Youth act, url: "https://law.example/youth", retrieved: "2026-11"}
    checked_on: "2026-11"
    confidence: high
  - key: email
    in_force: 2027-01-01
    value: {unencrypted: "no"}
    source: {title: New act, url: "https://law.example/new", retrieved: "2026-11"}
    checked_on: "2026-11"
    confidence: high
  - key: access-request
    value: {days: 5}
    source: {title: Hearsay, retrieved: "2026-11"}
    checked_on: "2026-11"
    confidence: low
examples:
  - given: {rule: minors, at: ZR-ZE, age: 15, profession: psychologist, on: 2026-12-01}
    expect: {findings: [minor-own-consent]}
"""
OWN = """---
format: 1
code: ZR-ZE
facts:
  - key: access-request
    value: {days: 10}
    source: {title: Letter of the chamber, url: "https://chamber.example/letter", retrieved: "2026-11-20"}
    checked_on: "2026-11-20"
    confidence: high
    reviewed_by: Dr. Vera Stein, 2026-11-20
"""


def shipped(folder: Path, home: Path, monkeypatch) -> None:
    """Let the two be the only packs, with nothing of the practice's own."""
    (folder / "zr.yaml").write_text(PARENT, encoding="utf-8")
    (folder / "zr-ze.yaml").write_text(CHILD, encoding="utf-8")
    (home / "packs").mkdir(parents=True)
    monkeypatch.setattr(library, "FOLDER", folder)
    monkeypatch.setattr(crisis, "FOLDER", folder)
    monkeypatch.setenv("INTERSESSION_HOME", str(home))
    forget()


def forget() -> None:
    """Forget what was read."""
    library.clear()
    crisis.clear()
