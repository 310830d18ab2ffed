"""Whether a person is *he* or *she*, as far as the text's own words tell."""

from __future__ import annotations

from collections.abc import Sequence

from detente.evidence.items import Actor
from detente.evidence.naming.given_names import gender_of


def genders(actors: Sequence[Actor]) -> dict[str, str]:
    """What the text's own pronouns and given names say of each person."""
    out: dict[str, str] = {}
    for actor in actors:
        if actor.type != "person":
            continue
        hint = gender_of(actor.name.split()[0]) if " " in actor.name else None
        if hint is not None:
            out[actor.id] = hint
    return out
