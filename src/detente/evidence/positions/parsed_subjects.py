"""The subject of a verb by the parse: its own, its clause's, or the noun it describes."""

from __future__ import annotations

from typing import Any

from detente.evidence.items import Actor
from detente.evidence.positions.cue_line import Line
from detente.evidence.positions.cue_words import AGENTS
from detente.evidence.positions.subject_nouns import (
    MEMBERS,
    NOT_FOR_ITS_STATE,
    apposed_person,
    can_act,
    joint_phrase,
)

RELATIVE = frozenset("who which that".split())


def parsed_subjects(line: Line, cue: int) -> tuple[Actor, ...]:
    """The actors that are subject of the verb at word ``cue``; empty without a parse."""
    parse = line.reading.parse
    if parse is None:
        return ()
    token = line.tokens[cue]
    found = parse.span(token.start, token.end)
    if found is None or not len(found[1]):
        return ()
    base, span = found
    node = _subject_of(span.root, 0)
    if node is None:
        return ()
    joint = joint_phrase(line, line.index_at(base + node.idx))
    if joint:
        return joint
    out: list[Actor] = []
    for one in (node, *node.conjuncts):
        actor = _actor_of_node(line, base, one)
        if actor is not None:
            out.append(actor)
    return tuple({a.id: a for a in out}.values())


def _subject_of(node: Any, depth: int) -> Any:
    """The node that is subject of ``node``: its own, its clause's, or its antecedent."""
    if depth > 6:
        return None
    own = [c for c in node.children if c.dep_ in ("nsubj", "nsubjpass", "csubj")]
    if own:
        first = own[0]
        if first.dep_ == "nsubjpass":
            return None
        if first.lower_ in RELATIVE and node.dep_ == "relcl":
            return node.head
        return first
    if node.dep_ in ("conj", "xcomp", "advcl", "ccomp", "dobj", "attr", "acomp", "aux") or (
        node.dep_ in ("prep", "pobj", "oprd", "pcomp")
    ):
        if node.dep_ == "ccomp" and node.head.pos_ not in ("VERB", "AUX"):
            return None
        return _subject_of(node.head, depth + 1) if node.head is not node else None
    if node.dep_ in ("relcl", "acl") and node.head.pos_ in ("NOUN", "PROPN", "PRON"):
        return node.head
    return None


def _actor_of_node(line: Line, base: int, node: Any) -> Actor | None:
    pair = line.reading.mention_at(base + node.idx)
    if pair is not None:
        return pair[1] if can_act(pair) else None
    head = line.index_at(base + node.idx)
    person = apposed_person(line, head)
    if person is not None:
        return person[1]
    if node.lower_ not in AGENTS:
        return None
    # "the Kenyan delegation", "Kenya’s minister", "leaders of Kenya": not "the group on Kenya".
    near = [c for c in node.children if c.dep_ in ("amod", "compound", "poss", "nmod")]
    if any(c.lower_ in NOT_FOR_ITS_STATE for c in (node, *node.children)):
        return None
    if node.lower_ not in MEMBERS:
        near += [
            o for c in node.children if c.lower_ == "of" for o in c.children if o.dep_ == "pobj"
        ]
    for part in near:
        pair = line.reading.mention_at(base + part.idx)
        if pair is not None and can_act(pair):
            return pair[1]
    return None
