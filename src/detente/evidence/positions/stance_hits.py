"""Cues of stance in running text: found, negated, conditioned, with subject and target."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from detente.evidence.items import Actor, StanceLabel
from detente.evidence.positions.cue_line import Line
from detente.evidence.positions.cue_verbs import is_denied, is_passive, is_verb
from detente.evidence.positions.cue_words import CONTRAST, PREPOSITIONS, all_forms
from detente.evidence.positions.stance_actors import actors_of, share_before
from detente.evidence.positions.stance_cues import StanceCue, stance_cues
from detente.evidence.positions.stance_extent import first_word, with_copula
from detente.evidence.positions.stance_labels import guarded, preposed, turned
from detente.evidence.positions.subject_nouns import owner_of
from detente.evidence.positions.target import ACTS, Target, clause_target, object_target
from detente.evidence.positions.verb_group import VerbGroup

_NO = re.compile(r"\b(?:no|little|scant)\s")
# "accused Kenya of blocking the deal": the subject before these is not who blocks.
_NOT_ITS_SUBJECTS = frozenset("of from for against without".split())
FIRST_PERSON = frozenset("we i".split())


@dataclass(frozen=True, slots=True)
class Hit:
    """One cue at words ``first`` to ``last`` of a line, with the actors it belongs to."""

    line: Line
    cue: StanceCue
    at: int
    first: int
    last: int
    label: StanceLabel
    group: VerbGroup
    target: Target | None
    actors: tuple[Actor, ...]
    firm: bool
    statistic: bool = False
    joined: bool = False


def hits(line: Line) -> Iterator[Hit]:
    """Every cue of the line with a label, in text order; its actors may be empty."""
    table = stance_cues()
    if line.is_question:
        return
    free = 0
    for i in [i for i, word in enumerate(line.words) if word in table]:
        if i < free or line.in_quotation(i):
            continue
        best: Hit | None = None
        for cue in table[line.words[i]]:
            hit = _match(line, i, cue)
            if hit is not None and (best is None or hit.firm):
                best = hit
                if hit.firm:
                    break
        if best is not None:
            free = max(i + 1, _rest_end(line, i, best.cue))
            yield best


def without_frames(found: Sequence[Hit]) -> list[Hit]:
    """Without *stressed that …* where what is stressed shows a stance of its own."""
    return [
        h
        for k, h in enumerate(found)
        if not h.cue.rule.endswith("_that")
        or not any(h.at < b.at < h.last and b.firm and b.actors for b in found[k + 1 :])
    ]


def _rest_end(line: Line, i: int, cue: StanceCue) -> int:
    if cue.rest is None:
        return i + 1
    found = cue.rest.match(line.reading.low, line.tokens[i].end, line.end)
    if found is None:
        return i + 1
    k = line.index_at(found.end() - 1)
    return k + 1


def _match(line: Line, i: int, cue: StanceCue) -> Hit | None:
    after = i + 1
    label: StanceLabel | None = cue.label
    refused = False
    if cue.rest is not None:
        found = cue.rest.match(line.reading.low, line.tokens[i].end, line.end)
        if found is None:
            return None
        after = line.index_at(found.end() - 1) + 1
        refused = cue.rule.endswith("_noun") and _NO.search(found.group()) is not None
    if cue.rule == "preamble" and not (
        line.words[0].endswith("ing") and line.words[i].endswith("ing")
    ):
        return None
    if cue.rule == "support_matter" and line.words[i].endswith("ing"):
        # "with a view to supporting the talks": what another act is for.
        return None
    group = line.verb_group(i)
    if cue.shape == "verb":
        if not is_verb(line, i, group) or group.dangling or is_denied(line, group):
            return None
        if group.start == i and line.word(i - 1) in _NOT_ITS_SUBJECTS:
            return None
    elif cue.shape == "noun":
        if is_verb(line, i, group) or _only_wished(line, i, cue.rule.endswith("_from")):
            return None
        group = VerbGroup(i)
    elif cue.shape == "adjective":
        copula = with_copula(line, i, group, alone=share_before(line, group.start) is not None)
        if copula is None:
            return None
        group = copula
    passive = cue.shape == "verb" and is_passive(line, i, group)
    if passive and cue.need not in ("object", "process"):
        return None
    label = turned(cue.label, group, refused)
    if label is None or (cue.rule == "appreciate" and line.word(i + 1) in ("that", "it", "this")):
        return None
    last = line.clause_end(i)
    if last < after:
        last = line.clause_end(after - 1)
    if line.word(group.start - 1) in ("who", "which"):
        last = next((k for k in range(after, last) if line.words[k] == ","), last)
    target, firm = _target(line, cue, i, after, last, passive, group)
    if target is None and not firm and cue.need not in ("partner",):
        return None
    asserted = cue.rule.endswith("_that")
    if label == "support" and not asserted and guarded(line, i, group, last, after):
        label = "conditional"
    if label == "oppose" and "unless" in line.words[after : last + 2]:
        label = "conditional"
    opens = preposed(line, i, group)
    if (label == "support" and opens) or (label == "oppose" and opens == "unless"):
        label = "conditional"
    first = first_word(line, i, cue, group)
    actors, statistic = actors_of(line, i, cue, group, passive)
    if passive and target is not None and line.word(group.start - 1) not in CONTRAST | {"and"}:
        first = min(first, target.first)
    return Hit(line, cue, i, first, last, label, group, target, actors, firm, statistic)


def _target(
    line: Line, cue: StanceCue, i: int, after: int, last: int, passive: bool, group: VerbGroup
) -> tuple[Target | None, bool]:
    """The target and whether the cue counts by itself."""
    if passive:
        low = max(0, group.start - 12)
        found = clause_target(line, low, group.start) or _act_before(line, group.start)
        return found, found is not None
    if cue.need in ("object", "process"):
        found = object_target(line, _object_of(line, after), acts=cue.need == "object")
        if found is None and cue.rule == "rule_out" and line.word(after).endswith("ing"):
            # What somebody will not do is ruled out whatever it is: "returning the boats".
            found = Target(after, last, line.words[after], False, True)
        if found is None and cue.need == "object" and cue.rule == "back":
            found = _merit(line, after, last)
        return found, found is not None
    if cue.rule.startswith("found_"):
        if line.word(i + 1) in ("it", "this", "them"):
            return Target(i + 1, i + 2, line.words[i + 1], True, False), True
        found = object_target(line, i + 1)
        if found is not None and line.words[found.first] not in _OWN:
            # The verdict itself is no part of what it is on.
            end = line.words.index(found.head, found.first) + 1
            return replace(found, last=end), True
    if cue.rule.endswith("_from"):
        found = clause_target(line, after, len(line))
        return found, found is not None
    if cue.need == "act":
        return clause_target(line, i + 1, max(last, after)) or _matter(line, after, last), True
    if cue.need == "clause":
        found = clause_target(line, i + 1, max(last, after))
        return found, found is not None
    if cue.need == "none":
        return clause_target(line, i + 1, max(last, after)), True
    rest = line.word(after)
    free_standing = not rest or rest in ',;.:!?”"' or rest in CONTRAST or rest in ("and", "as")
    preposition = rest in PREPOSITIONS or rest in ("that", "to")
    found = clause_target(line, after, last) if preposition else None
    if (
        preposition
        and found is not None
        and rest in ("for", "of", "to", "towards", "about", "over")
    ):
        close = object_target(line, after + 1)
        # "willingness to resume talks": the noun stands further off.
        able = line.word(after - 1) in ("willingness", "readiness", "commitment")
        found = close if close is not None or (cue.need == "optional" and not able) else found
    if cue.need == "optional":
        return found, found is not None or free_standing
    return found, found is not None


def _object_of(line: Line, after: int) -> int:
    """*neither backed nor rejected the plan*: two verbs share the object of the second."""
    joined = line.word(after) in ("nor", "or", "and") and line.word(after + 1) in stance_cues()
    return after + 2 if joined and line.word(after + 1).endswith("ed") else after


def _only_wished(line: Line, i: int, from_whom: bool) -> bool:
    """*seeks Kenya’s support for …*, *without Kenya’s backing for …*: it is not there."""
    owner = owner_of(line, i)
    if from_whom:
        return any(w in _WISHING for w in line.words[max(0, i - 3) : i])
    if owner is None:
        return True
    first = line.index_at(owner[0].span.start)
    return any(w in _WISHING for w in line.words[max(0, first - 3) : first])


def _act_before(line: Line, start: int) -> Target | None:
    """*the strike, which was ordered by …*: the act right before a passive verb."""
    for k in range(start - 1, max(-1, start - 4), -1):
        if line.words[k] in ACTS:
            return Target(k, k + 1, line.words[k], False, True)
    return None


def _matter(line: Line, after: int, last: int) -> Target | None:
    """What is undertaken or blamed: the next words of the clause, twelve at most."""
    if after >= last:
        return None
    end = min(last, after + 12)
    return Target(after, end, line.words[end - 1], False, False)


# What somebody finds good of its own says nothing on what is proposed.
_OWN = frozenset("its his her their our my".split())
_WISHING = all_forms("seek want need win secure request ask require lack gain hope") | frozenset(
    "for without if no".split()
)


def _merit(line: Line, after: int, last: int) -> Target | None:
    """*praised Qatar for its mediation*: the person is praised, the mediation is the target."""
    for k in range(after + 1, min(last, after + 8)):
        if line.words[k] == "for":
            return object_target(line, k + 1)
        if line.words[k] in PREPOSITIONS:
            return None
    return None
