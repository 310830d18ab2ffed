"""Where else the same event or figure is told."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from detente.report.desk import Desk
from detente.types import Span


def also_told(desk: Desk, places: Sequence[tuple[str, Span]]) -> Markup:
    """The later tellings with their words, to stand below the first one; empty without any."""
    if not places:
        return Markup("")
    return Markup(' <small class="also">also told: {}</small>').format(desk.cite.listed(places))
