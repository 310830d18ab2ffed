"""Whose stance a cue shows: its subject, a share of people, the speaker of what was just said."""

from __future__ import annotations

from detente.evidence.items import Actor, Mention
from detente.evidence.positions.cue_line import Line
from detente.evidence.positions.cue_subject import (
    SPEECH_NOUNS,
    agent_of_passive,
    first_actor_after,
    speakers,
    subjects,
    with_conjuncts,
)
from detente.evidence.positions.cue_words import AGENTS, CONTRAST, DETERMINERS, all_forms
from detente.evidence.positions.stance_cues import StanceCue
from detente.evidence.positions.stance_extent import COPULAS, agent_start
from detente.evidence.positions.subject_nouns import can_act, owner_of
from detente.evidence.positions.verb_group import VerbGroup

_MAKING = all_forms("make consider call leave keep find")
_SHARES = frozenset(
    "% percent cent majority half thirds third quarter quarters fifths most".split()
)


def share_before(line: Line, start: int) -> int | None:
    """The first word of *62% of Kenyans* that ends before word ``start``; None if there is none."""
    for k in range(start - 1, max(-1, start - 7), -1):
        if (
            line.words[k] == ","
            and k + 1 < start
            and (line.reading.mention_at(line.tokens[k + 1].start) is not None)
        ):
            # "Backed by most Kenyans, Ruto insisted …": the share is no subject.
            return None
        if line.words[k] == "of" and line.word(k - 1) in _SHARES:
            first = k - 1
            while first > 0 and (
                line.words[first - 1][:1].isdigit()
                or line.words[first - 1] in ("per", "a", "two", "three", "-", "than", "more", ".")
            ):
                first -= 1
            return first
        if line.words[k] == "most" and k < start - 1:
            return k
    return None


def actors_of(
    line: Line, i: int, cue: StanceCue, group: VerbGroup, passive: bool
) -> tuple[tuple[Actor, ...], bool]:
    """The actors, and whether they are a share of people asked."""
    if passive:
        return agent_of_passive(line, i), False
    if cue.shape == "noun":
        if cue.rule.endswith("_from"):
            giver = first_actor_after(line, i + 2, within=8)
            return (() if giver is None else with_conjuncts(line, *giver, before=False)), False
        owner = owner_of(line, i)
        return (() if owner is None else _owners(line, *owner)), False
    share = share_before(line, group.start)
    if share is not None:
        for k in range(share, group.start):
            pair = line.reading.mention_at(line.tokens[k].start)
            if pair is not None and pair[0].role == "actor":
                return (pair[1],), True
        return (), True
    back = _speaker_referred_to(line, group)
    if back is not None:
        return (back,), False
    if cue.shape == "agent":
        return _agent_subject(line, i), False
    if line.words[0].endswith("ing") and line.words[i].endswith("ing") and line.page.joint.we:
        # "Recognising the need for …;": the preamble of what several declare together.
        return line.page.joint.we, False
    found = speakers(line, i, group)
    if line.word(group.start - 1) == "they" and not line.speaks(i):
        # "They agreed …" after two that were named together.
        at, joint = line.tokens[i].start, line.page.joint
        both = joint.meant("both", "leaders", at) or joint.meant("both", "sides", at)
        if not found or {a.id for a in found} < {a.id for a in both}:
            found = both
    return found, False


def _owners(line: Line, mention: Mention, actor: Actor) -> tuple[Actor, ...]:
    """*Kenya’s and Uganda’s agreement*: the owner and the one joined to it."""
    k = line.index_at(mention.span.start) - 1
    while k > 0 and (line.words[k] in AGENTS or line.words[k] in DETERMINERS):
        k -= 1
    if line.word(k) == "and" and line.word(k - 1) in ("’s", "’") and k > 1:
        other = line.reading.mention_at(line.tokens[k - 2].start)
        if other is not None and can_act(other):
            return other[1], actor
    return (actor,)


def _speaker_referred_to(line: Line, group: VerbGroup) -> Actor | None:
    """Who spoke in the sentence before, for *This answer …*."""
    if line.word(0) not in ("this", "that", "such", "the") or group.start > 25:
        return None
    noun = next((k for k in range(1, min(4, len(line))) if line.words[k] in SPEECH_NOUNS), None)
    if noun is None or (
        group.start > noun + 1 and line.word(group.start - 1) not in CONTRAST | {"and"}
    ):
        return None
    said = line.page.quotation_before(line.start)
    if said is None or said.speaker is None or said.span.end < line.start - 400:
        return None
    return line.page.actors.get(said.speaker)


def _agent_subject(line: Line, i: int) -> tuple[Actor, ...]:
    k = agent_start(line, i)
    before = line.word(k - 1)
    if before in COPULAS or before in ("as", "into"):
        return subjects(line, k - 1, line.verb_group(k - 1)) if before in COPULAS else ()
    if before == ",":
        return subjects(line, k, VerbGroup(k - 1)) if k > 1 else ()
    pronoun = line.word(k - 1) in ("it", "him", "her", "them")
    if pronoun and line.word(k - 2) in _MAKING:
        pair = line.reading.mention_at(line.tokens[k - 1].start)
        if pair is not None:
            return (pair[1],)
        return subjects(line, k - 2, line.verb_group(k - 2))
    return ()
