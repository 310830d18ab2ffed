"""A user's own actors: a file of names and aliases that wins over what reading finds."""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from detente.errors import InputError
from detente.evidence.items import Actor, ActorType, Mention, Role
from detente.evidence.tokens import tokenise
from detente.types import Span

_TYPES = typing.get_args(ActorType)
_FIELDS = ("id", "name", "type", "aliases", "affiliation")
_MAX_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class KnownActor:
    """An actor of the user's file: every one of ``names`` stands for it."""

    id: str
    name: str
    type: ActorType
    names: tuple[str, ...]
    affiliation: str | None = None


def load_known_actors(path: Path) -> tuple[KnownActor, ...]:
    """Read a file of actors.

    YAML 1.2: a list ``actors`` with ``id``, ``name``, ``type`` and, where wanted,
    ``aliases`` and ``affiliation``.

    Raises
    ------
    InputError
        With the place and what would fit, if the file is not such a list.
    """
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    try:
        if path.stat().st_size > _MAX_BYTES:
            raise InputError(f"{path}: is over 1 MB; a file of actors is short")
        data = YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise InputError(f"{path}: does not exist; give a file of actors") from None
    except InputError:
        raise
    except (OSError, ValueError, YAMLError, RecursionError) as error:
        first = str(error).strip().splitlines()[0] if str(error) else type(error).__name__
        raise InputError(f"{path}: cannot be read as YAML ({first})") from error
    rows = data.get("actors") if isinstance(data, dict) else None
    if not isinstance(rows, list):
        raise InputError(f"{path}: needs a list named actors, each with id, name and type")
    known = tuple(_known(row, f"{path}: actors[{i}]") for i, row in enumerate(rows))
    owners: dict[str, str] = {}
    for actor in known:
        for name in actor.names:
            other = owners.setdefault(name, actor.id)
            if other != actor.id:
                raise InputError(f"{path}: {name!r} stands for both {other} and {actor.id}")
    return known


def _known(row: Any, where: str) -> KnownActor:
    if not isinstance(row, dict):
        raise InputError(f"{where} is {type(row).__name__}; give id, name and type")
    unknown = [k for k in row if k not in _FIELDS]
    if unknown:
        raise InputError(f"{where} has {unknown[0]!r}; what fits is {', '.join(_FIELDS)}")
    for field in ("id", "name", "type"):
        if not isinstance(row.get(field), str) or not row[field].strip():
            raise InputError(f"{where} needs {field}, as text")
    if row["type"] not in _TYPES:
        raise InputError(f"{where}.type is {row['type']!r}; one of {', '.join(_TYPES)}")
    aliases = row.get("aliases", [])
    if not isinstance(aliases, list) or not all(isinstance(a, str) and a for a in aliases):
        raise InputError(f"{where}.aliases must be a list of names")
    affiliation = row.get("affiliation")
    if affiliation is not None and not isinstance(affiliation, str):
        raise InputError(f"{where}.affiliation must be an actor id")
    names = tuple(dict.fromkeys([row["name"], *aliases]))
    return KnownActor(row["id"], row["name"], cast(ActorType, row["type"]), names, affiliation)


def apply_known_actors(
    known: Sequence[KnownActor], actors: Sequence[Actor], document: str, text: str
) -> list[Actor]:
    """The actors of a reading with the user's file in force.

    A mention whose words are one of a known actor's names is that actor's. An actor whose
    every name went to one known actor goes there whole, pronouns and roles included. Names
    that reading did not find are added.
    """
    owner = {name: k.id for k in known for name in k.names}
    made = {k.id: Actor(k.id, k.name, k.type, k.affiliation) for k in known}
    rest: list[Actor] = []
    for actor in actors:
        named = [m for m in actor.mentions if m.kind in ("name", "metonym")]
        targets = {owner.get(m.span.text) for m in named}
        if actor.id in made:
            _give(made, actor.id, actor.mentions, actor.roles, owner)
        elif len(targets) == 1 and (target := targets.pop()) is not None:
            _give(made, target, actor.mentions, actor.roles, owner)
        else:
            kept = []
            for mention in actor.mentions:
                target = owner.get(mention.span.text)
                if target is None:
                    kept.append(mention)
                else:
                    _give(made, target, (mention,), (), owner)
            if kept:
                rest.append(dataclasses.replace(actor, mentions=tuple(kept)))
    taken = [m.span for a in (*rest, *made.values()) for m in a.mentions]
    for actor_id, mentions in _missing(owner, taken, document, text).items():
        _give(made, actor_id, tuple(mentions), (), owner)
    found = [*rest, *(a for a in made.values() if a.mentions)]
    return sorted(found, key=lambda a: (min(m.span.start for m in a.mentions), a.id))


def _give(
    made: dict[str, Actor],
    actor_id: str,
    mentions: Sequence[Mention],
    roles: Sequence[Role],
    owner: Mapping[str, str],
) -> None:
    actor = made[actor_id]
    # Where the file has the words, it is the file that says whose they are.
    named = (
        dataclasses.replace(m, rule="actors.known") if owner.get(m.span.text) == actor_id else m
        for m in mentions
    )
    merged = sorted((*actor.mentions, *named), key=lambda m: (m.span.start, m.span.end))
    made[actor_id] = dataclasses.replace(
        actor, mentions=tuple(merged), roles=(*actor.roles, *roles)
    )


def _missing(
    owner: Mapping[str, str], taken: Sequence[Span], document: str, text: str
) -> dict[str, list[Mention]]:
    """Names of the file that stand in the text where no mention is yet, longest first."""
    covered = {i for span in taken for i in range(span.start, span.end)}
    by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, actor_id in owner.items():
        parts = tuple(t.text for t in tokenise(name))
        if parts:
            by_first.setdefault(parts[0], []).append((parts, actor_id))
    for entries in by_first.values():
        entries.sort(key=lambda e: (-len(e[0]), e))
    out: dict[str, list[Mention]] = {}
    tokens = tokenise(text)
    for i, token in enumerate(tokens):
        for parts, actor_id in by_first.get(token.text, ()):
            last = i + len(parts) - 1
            if last >= len(tokens) or tuple(t.text for t in tokens[i : last + 1]) != parts:
                continue
            start, end = token.start, tokens[last].end
            if not covered.isdisjoint(range(start, end)):
                continue
            covered.update(range(start, end))
            span = Span.of(text, start, end)
            out.setdefault(actor_id, []).append(
                Mention(document, span, "name", "actor", "actors.known", "high")
            )
            break
    return out
