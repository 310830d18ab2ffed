"""Every surface form under which a state or an organisation may stand in a text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from detente.reference.organisations import Organisation, organisations
from detente.reference.states import State, states
from detente.reference.tables import without_accents

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
    ``canonical`` the entity's usual English name. ``careful``: the surface is also an
    ordinary word, a given name or another place (*Turkey*, *Jordan*, *Georgia*), so a
    reader wants something more than the word.
    """

    text: str
    kind: NameKind
    entity: str
    type: str
    canonical: str
    careful: bool = False


# Where several entities share a surface, who is meant most often.
_FIRST = {
    "Brussels": "org:EU",
    "Congo": "state:COD",
    "Congolese": "state:COD",
    "Dominican": "state:DOM",
    "Dominicans": "state:DOM",
    "Kingston": "state:JAM",
    "Korea": "state:KOR",
    "Korean": "state:KOR",
    "Koreans": "state:KOR",
}


@cache
def names() -> Mapping[str, tuple[Name, ...]]:
    """All names by exact surface form, without a leading *the*.

    Several entities may share one (*Congo*, *Dominican*): the more usual comes first.
    Possessives and plurals are the caller's to strip; case counts (*US* is not *us*).
    """
    found: dict[str, dict[str, Name]] = {}
    for state in states():
        entity = f"state:{state.iso3}"
        for text, kind in _state_names(state):
            careful = text in state.careful
            for form in _variants(text):
                name = Name(form, kind, entity, "state", state.name, careful)
                found.setdefault(form, {}).setdefault(entity, name)
    for body in organisations():
        for text, kind in _organisation_names(body):
            text = text.removeprefix("the ")
            careful = text in body.careful
            for form in _variants(text):
                name = Name(form, kind, body.id, body.type, body.name, careful)
                found.setdefault(form, {}).setdefault(body.id, name)
    return {text: _in_order(text, tuple(of.values())) for text, of in found.items()}


def by_name(text: str) -> tuple[Name, ...]:
    """What ``text`` may name, the more usual first; a leading *the* does not count."""
    known = names()
    if text not in known and text[:4] in ("the ", "The "):
        text = text[4:]
    return known.get(text, ())


def _state_names(state: State) -> Iterator[tuple[str, NameKind]]:
    """Every surface of a state. The first kind of a surface counts (*Singapore*: a name)."""
    yield state.name, "name"
    if state.official:
        yield state.official, "name"
    for text in state.aliases:
        yield text, "name"
    for former in state.former:
        yield former.text, "name"
    for text in state.acronyms:
        yield text, "acronym"
    for text in (*state.adjectives, *state.singular):
        yield text, "demonym"
    for text in state.people:
        yield text, "population"
    # Aden and East Berlin name today's cities, not the former states they were capitals of.
    if state.capital and state.status != "former":
        yield state.capital, "capital"
    for text in state.capital_aliases:
        yield text, "capital"
    for text in state.metonyms:
        yield text, "metonym"


def _organisation_names(body: Organisation) -> Iterator[tuple[str, NameKind]]:
    own: NameKind = "population" if body.type == "population" else "name"
    for text in (body.name, *body.aliases):
        yield text, own
    for former in body.former:
        yield former.text, "name"
    for text in body.acronyms:
        yield text, "acronym"
    for text in body.adjectives:
        yield text, "demonym"
    for text in body.people:
        yield text, "population"
    for text in body.metonyms:
        yield text, "metonym"


def _in_order(text: str, of: tuple[Name, ...]) -> tuple[Name, ...]:
    first = _FIRST.get(text)
    return of if first is None else tuple(sorted(of, key=lambda n: n.entity != first))


def _variants(text: str) -> Sequence[str]:
    """``text`` and how others type it: no accents, typographic apostrophe, St. for Saint."""
    forms = [text]
    if not text.isascii():
        plain = without_accents(text)
        if plain != text:
            forms.append(plain)
    if text.startswith("Saint "):
        forms += [f"St. {text[6:]}", f"St {text[6:]}"]
    if "'" in text:
        forms += [form.replace("'", "’") for form in forms]
    return forms
