"""Obligation as a term: *Uganda must withdraw*, *any deal must respect the border*."""

from __future__ import annotations

from detente.evidence.items import Actor, TermKind
from detente.evidence.positions.cue_line import Line
from detente.evidence.positions.cue_subject import subjects
from detente.evidence.positions.cue_words import AGENTS, BE, DETERMINERS, is_adverb, looks_like_verb
from detente.evidence.positions.term_cues import TermCue
from detente.evidence.positions.term_parts import (
    FIRST_PERSON,
    Draft,
    clause_first,
    leading_actor,
    party_stands,
    under_statement,
)
from detente.evidence.positions.term_words import ANY_MATTER, FIRST

# "we must act" spurs the speakers on, "there must be" asks nobody.
_NOT_ASKED = frozenset("we i you there one he’d you’d we’d".split())
# "To do this, Kenya must …": what must be done before.
_TO_THAT_END = (("to", "do", "this", ","), ("to", "do", "so", ","), ("to", "do", "that", ","))
_STEPS = frozenset("step condition precondition prerequisite".split())
_BEING = frozenset("is was be been ’s becomes become became remains".split())
_OWN_LIMITS = frozenset("have get receive not never see".split())
# "A river should not divide", "nobody must": a general truth, not a demand on anybody.
# "we must act together" spurs on, "we must lift the ban" asks for something.
_STIRRING = frozenset(
    """act be do work stand keep stay go remember unite continue never not have get learn think
    understand look ask say see try start begin come make take also all""".split()
)
_PRONOUNS = frozenset("it they he she".split())
_GENERAL = frozenset(
    """a an one anyone anybody everyone everybody nobody nothing someone somebody something people
    every those what whoever whatever""".split()
)


def modal(line: Line, i: int, after: int, cue: TermCue) -> Draft | None:
    """*Uganda must withdraw*: a demand of the one who says so, on the subject."""
    said = (
        line.in_quotation(i)
        or under_statement(line, i)
        or line.page.voice_at(line.tokens[i].start) is not None
    )
    if line.words[i] not in ("must", "should") and not said:
        return None
    group = line.verb_group(i)
    before = line.word(group.start - 1)
    urged = before == "we" and (
        line.word(i + 1) in _OWN_LIMITS
        or (line.words[i] in ("must", "need") and line.word(after - 1) not in _STIRRING)
    )
    # "there must be no delay" asks for something where somebody says so.
    urged = urged or (said and before == "there" and line.word(i + 1) == "be")
    if before in _NOT_ASKED and not urged:
        return None
    if (before == "it" and line.words[i] != "must") or before in DETERMINERS or group.negated:
        return None
    if "?" in line.words[i : i + 40] or line.word(i - 1) in ("why", "how", "what"):
        return None
    first = clause_first(line, group.start)
    if first >= group.start:
        return None
    if line.words[i] == "needed" and any(looks_like_verb(w) for w in line.words[first : i - 1]):
        # "the leverage needed to": a participle.
        return None
    last = line.clause_end(max(i, after - 1))
    if line.word(last) == "," and line.word(last + 1) == "as" and last + 2 < len(line):
        # "…, as a first step to peace": that it comes first.
        after_as = line.clause_end(last + 2)
        if not _STEPS.isdisjoint(line.words[last + 2 : min(after_as, last + 6)]):
            last = after_as
    start, end = line.span_of(first, last)
    text = line.reading.text
    any_matter = ANY_MATTER.match(text, start, end) is not None
    kind: TermKind = "demand"
    if any_matter or FIRST.search(text, start, end):
        kind = "precondition"
    if line.words[max(0, first - 4) : first] in _TO_THAT_END:
        kind = "precondition"
    if line.words[first] == "our" and line.word(first + 1) in ("goal", "aim", "task", "priority"):
        return None
    named: tuple[Actor, ...] = ()
    if not any_matter:
        named = subjects(line, i, group) or leading_actor(line, first, group.start)
    if (
        kind == "demand"
        and not named
        and not (urged and said)
        and not _binds(line, first, line.words[i] == "must", said)
    ):
        return None
    # "Kenya must be heard" asks others than Kenya.
    one = len(named) == 1 and before not in FIRST_PERSON and not _is_object(line, after)
    return Draft(line, cue, kind, i, first, last, (), named[0] if one else None, False, True)


def bound(line: Line, i: int, after: int, cue: TermCue) -> Draft | None:
    """*Boria is required to report*, *each side is to withdraw*: a duty of the subject."""
    at = i if cue.rule == "is_to" else i - 1
    while cue.rule != "is_to" and (is_adverb(line.word(at)) or line.word(at) in _BEING_BOUND):
        if line.word(at) in BE and line.word(at - 1) not in _BEING_BOUND:
            break
        at -= 1
    if line.word(at) not in BE and line.word(at) not in ("’s", "’re"):
        return None
    group = line.verb_group(i)
    if group.negated or group.guess or line.is_question:
        return None
    first = clause_first(line, at)
    if first >= at:
        return None
    named = subjects(line, at, line.verb_group(at))
    if not named:
        named = leading_actor(line, first, at)
    if not named and not party_stands(line, min(at, group.start)):
        return None
    if line.word(at - 1) in _NOT_ASKED | FIRST_PERSON | {"it"}:
        return None
    last = line.clause_end(max(i, after - 1))
    to = named[0] if len(named) == 1 else None
    return Draft(line, cue, cue.kind, i, first, last, (), to, False, False)


_BEING_BOUND = BE | frozenset("has have had will would shall".split())


def impersonal(line: Line, i: int, after: int, cue: TermCue) -> Draft | None:
    """*It is necessary to impose …*, *it is time to …*: asked of nobody by name."""
    k = i - 1
    while is_adverb(line.word(k)) or line.word(k) in ("also", "therefore", "now"):
        k -= 1
    if line.word(k) not in _BEING or line.word(k - 1) not in ("it", "is", "be", "’s"):
        return None
    if "?" in line.words[i : i + 40]:
        return None
    last = line.clause_end(max(i, after - 1))
    return Draft(line, cue, cue.kind, i, i, last, (), None, False, True)


def _is_object(line: Line, after: int) -> bool:
    """*must be recognised*: the subject is what it is done to."""
    k = next((k for k in range(after - 1, min(after + 2, len(line))) if line.words[k] == "be"), -1)
    return k >= 0 and any(line.word(j).endswith(("ed", "en", "ld", "nt")) for j in (k + 1, k + 2))


def _binds(line: Line, first: int, must: bool, said: bool) -> bool:
    """True if a subject that names no actor is definite enough to ask something of somebody."""
    word = line.words[first]
    if word in _GENERAL:
        return False
    if not said:
        return not must or word in DETERMINERS or word in _PRONOUNS or word in AGENTS
    return must or word in DETERMINERS
