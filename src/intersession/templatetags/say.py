"""Template tags: sentences, instants, icons, built assets. They format; they decide nothing."""

from __future__ import annotations

import json
import re
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from django import template
from django.template.context import Context
from django.templatetags.static import static
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString

from intersession import texts

register = template.Library()
# Groups of digits with spaces or hyphens between them, as phone numbers are written.
GROUPS = re.compile(r"(?<![\w.,:])(\+?\d+(?:[ \u00a0-]\d+)+)(?![\w:])")
BUILT = Path(__file__).parent.parent / "static" / "built"


def _reader(context: Context) -> tuple[str, str]:
    return str(context.get("language", "en")), str(context.get("zone", "UTC"))


@register.simple_tag(takes_context=True)
def say(context: Context, id: str, **values: Any) -> SafeString:
    """Print the sentence `id` in the reader's language, escaped. Instants are shown in the reader's zone."""
    lang, zone = _reader(context)
    shown = {
        name: texts.when(v, zone, lang, context.get("now")) if isinstance(v, datetime) else v
        for name, v in values.items()
    }
    return conditional_escape(texts.text(lang, id, **shown))


@register.simple_tag(takes_context=True)
def when(context: Context, instant: datetime | None) -> SafeString | str:
    """Print an instant as `<time>` in the reader's zone: "Mon 23 Nov, 9:00"."""
    if instant is None:
        return ""
    lang, zone = _reader(context)
    shown = texts.when(instant, zone, lang, context.get("now"))
    return format_html('<time datetime="{}">{}</time>', texts.iso(instant, zone), shown)


@register.simple_tag(takes_context=True)
def clock(context: Context, instant: datetime) -> SafeString:
    """Print the clock time of an instant as `<time>`: "9:00"."""
    lang, zone = _reader(context)
    return format_html(
        '<time datetime="{}">{}</time>', texts.iso(instant, zone), texts.moment(instant, zone, lang)
    )


@register.filter
def unbroken(words: str) -> SafeString:
    """Print a sentence, escaped, so that no phone number in it breaks across lines. Its text stays as it is."""
    pieces = enumerate(GROUPS.split(words))
    return format_html_join(
        "",
        "{}",
        ((format_html('<span class="nowrap">{}</span>', each) if at % 2 else each,) for at, each in pieces),
    )


@register.simple_tag
def icon(name: str, flip: bool = False) -> SafeString:
    """Print an icon of the sprite. Decoration only: it is hidden from screen readers."""
    classes = "i i-flip" if flip else "i"
    return format_html(
        '<svg class="{}" aria-hidden="true" focusable="false"><use href="#i-{}"/></svg>', classes, name
    )


@lru_cache(maxsize=1)
def _manifest() -> dict[str, dict[str, str]]:
    loaded: dict[str, dict[str, str]] = json.loads((BUILT / "manifest.json").read_text())
    return loaded


@register.simple_tag
def asset(name: str) -> str:
    """Return the address of a built file, such as `app.js`."""
    return static(f"built/{_manifest()[name]['file']}")


@register.simple_tag
def integrity(name: str) -> str:
    """Return the subresource integrity of a built file."""
    return _manifest()[name]["integrity"]
