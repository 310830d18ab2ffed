"""Every surface form under which a state or an organisation may stand in a text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

NameKind = Literal[
    "name",  # Ukraine, United Nations, Burma (former names too)
    "acronym",  # US, U.S., UN, NATO
    "demonym",  # Ukrainian, Russian, European
    "population",  # Ukrainians, Russians: the people
    "capital",  # Kyiv, Kiev: a place, and a metonym of the government
    "metonym",  # Kremlin, Élysée, Downing Street: the government or its head
]


@dataclass(frozen=True, slots=True)
class Name:
    """One surface form of one entity.

    ``entity`` is an actor id (``state:UKR``, ``org:NATO``); ``type`` the actor type;
    ``canonical`` the entity's usual English name.
    """

    text: str
    kind: NameKind
    entity: str
    type: str
    canonical: str


@cache
def names() -> Mapping[str, tuple[Name, ...]]:
    """All names by exact surface form; several entities may share one (Congo, Georgia)."""
    return {}
