"""Why the actors of several documents are taken for one: the rule and the words for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from detente.evidence.items import Actor, Merge, Role
from detente.evidence.naming.name_folding import plain
from detente.types import Span

RULES: Mapping[str, str] = {
    "known": "The user's own file of actors says whom the name stands for.",
    "table": "A name that the reference tables hold, so the same entry in every document.",
    "full_name": "The same given and family name stand in another document.",
    "name_and_office": "The same family name with the same office as in another document.",
    "family_name": "The same family name, and no given name that speaks against it.",
    "same_words": "The same words name it in another document; no table knows it.",
}
_NAMING = frozenset({"name", "demonym", "metonym"})


def merges_of(parts: Sequence[tuple[str, str, Actor]]) -> tuple[Merge, ...]:
    """Why these are one actor, one entry a document; none if they are of one document.

    ``parts`` are (document id, id there, actor there); the order of documents does not
    change what is said of each.
    """
    documents = {document for document, _, _ in parts}
    if len(documents) < 2:
        return ()
    return tuple(
        _merge(document, was, actor, [a for d, _, a in parts if d != document])
        for document, was, actor in parts
    )


def _merge(document: str, was: str, actor: Actor, others: Sequence[Actor]) -> Merge:
    made = {m.rule for m in actor.mentions}
    if "actors.known" in made:
        known = [m.span for m in actor.mentions if m.rule == "actors.known"]
        return Merge(document, was, _each_once(known), "joining.known")
    if actor.type == "person":
        return _person(document, was, actor, others)
    if "actors.gazetteer" in made:
        found = [m.span for m in actor.mentions if m.rule == "actors.gazetteer"]
        return Merge(document, was, _each_once(found), "joining.table")
    return Merge(document, was, _wordings(actor), "joining.same_words")


def _person(document: str, was: str, actor: Actor, others: Sequence[Actor]) -> Merge:
    theirs = {_folded(span.text) for other in others for span in _wordings(other)}
    full = [s for s in _wordings(actor) if " " in s.text and _folded(s.text) in theirs]
    if full:
        return Merge(document, was, _each_once(full), "joining.full_name")
    offices = {_office(role) for other in others for role in other.roles}
    held = [role.span for role in actor.roles if _office(role) in offices]
    if held:
        spans = (*_wordings(actor), *_each_once(held))
        return Merge(document, was, spans, "joining.name_and_office")
    return Merge(document, was, _wordings(actor), "joining.family_name")


def _office(role: Role) -> tuple[str, str | None]:
    """The office by its bare title and body: "Danish Foreign Minister" is a foreign minister."""
    return " ".join(plain(role.title).split()[-2:]), role.of


def _wordings(actor: Actor) -> tuple[Span, ...]:
    """The first place of each wording of the name; of any mention where it has no name."""
    naming = [m.span for m in actor.mentions if m.kind in _NAMING]
    return _each_once(naming or [m.span for m in actor.mentions])


def _each_once(spans: Sequence[Span]) -> tuple[Span, ...]:
    first: dict[str, Span] = {}
    for span in sorted(spans):
        first.setdefault(span.text, span)
    return tuple(first.values())


def _folded(name: str) -> str:
    return plain(name.replace(".", " "))
