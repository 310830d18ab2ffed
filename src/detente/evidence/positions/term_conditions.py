"""Conditions: *will sign only if …*, *no talks until …*, and offers or threats that hang on one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from detente.evidence.items import Actor, TermKind
from detente.evidence.positions.cue_line import Line
from detente.evidence.positions.cue_words import CONTRAST, MODALS, looks_like_verb
from detente.evidence.positions.term_cues import TermCue
from detente.evidence.positions.term_parts import (
    REPORTING,
    Draft,
    leading_actor,
    subject_of,
    under_statement,
)
from detente.evidence.positions.term_words import BARGAIN, HARMFUL

_DENYING = frozenset("no not never nothing cannot refuse refuses refused must".split())
_REPORTING = REPORTING | frozenset({"told", "that"})
# "would stay suspended until …": what does not move before is denied without a "not".
_HELD_BACK = frozenset("stay remain keep continue suspended frozen closed".split())
# What a party does to come along; the rest, unless a condition is met, is a threat.
_COMING_ALONG = frozenset(
    """attend join sign support back accept meet talk negotiate return resume agree help welcome
    ratify endorse recognise recognize be have consider continue participate""".split()
)
_THREAT = TermCue("would_unless", "threat", "condition", True)
_CONDITION = TermCue("hangs_on", "precondition", "condition", False)
_CONDITIONAL = frozenset({"offer", "concession", "threat"})
# "until May", "as long as needed": a time, no condition.
_DATES = frozenset(
    """january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday now then today tomorrow recently
    needed necessary possible required it""".split()
)
_BEFORE_IF = CONTRAST | frozenset('“ " . ; : that and'.split())
# How many words an offer and its condition may begin apart.
_NEAR = 70
_OPENERS = frozenset("if unless provided providing once upon pending".split())
_LONG_OPENERS = frozenset({"as", "so", "on", "subject"})


def condition(line: Line, i: int, after: int, cue: TermCue) -> Draft | None:
    """*Kenya will sign only if …*: the clause and the condition on it."""
    text = line.reading.text
    start, end = line.span_of(max(0, i - 30), min(len(line), i + 30))
    first = _main_start(line, i)
    body = line.words[first:i]
    last = line.clause_end(max(i, after - 1))
    if (
        last - i < 2
        or line.word(after) in _DATES
        or line.word(i + 1) in _DATES
        or any(w in ("stop", "rest", "cease") for w in line.words[max(first, i - 3) : i])
    ):
        return None
    threat = _threat(line, i, first) if line.words[i] == "unless" else None
    if threat is not None:
        return threat
    if not BARGAIN.search(text, start, end):
        return None
    if cue.rule == "before_done" and (
        MODALS.isdisjoint(body) or not _on_whom(line, i + 1, last, ())
    ):
        return None
    if cue.rule in ("unless_until", "before_any", "before_done", "while_not"):
        if not _held_back(line, i, body):
            return None
        if cue.rule == "while_not" and line.word(i - 1) == ",":
            return None
    elif (
        (cue.rule == "once" and (MODALS.isdisjoint(body) or not _on_whom(line, i + 1, last, ())))
        or not body
        or not any(looks_like_verb(w) or w in ("will", "would", "can") for w in body)
    ):
        return None
    by: tuple[Actor, ...] = ()
    own = True
    back = range(i - 1, first - 1, -1)
    at = next((k for k in back if line.words[k] in MODALS), None)
    at = at if at is not None else next((k for k in back if looks_like_verb(line.words[k])), None)
    if at is not None:
        by, own = subject_of(line, at, line.verb_group(at))
    starts = after if cue.rule in ("as_long_as", "as_condition") else i + 1
    to = None if cue.rule == "before_any" else _on_whom(line, starts, last, by)
    return Draft(line, cue, "precondition", i, first, last, by, to, False, own or not by)


def promise(line: Line, i: int, after: int, cue: TermCue) -> Draft | None:
    """*If Kenya lifts its veto, we will …*: what a speaker will do in answer, good or bad."""
    if not (line.in_quotation(i) or under_statement(line, i)):
        return None
    if i and line.words[i - 1] not in _BEFORE_IF:
        return None
    last = line.clause_end(i)
    if line.word(last) != "," or last - i < 3:
        return None
    for k in range(last + 1, min(last + 8, len(line))):
        if line.words[k] not in ("will", "would", "’ll"):
            continue
        act = next((j for j in range(k + 1, len(line)) if not line.words[j].endswith("ly")), k)
        group = line.verb_group(act)
        if act == k or group.negated or line.words[act] in ("be", "have", "see"):
            return None
        by, own = subject_of(line, act, group)
        if not by and not own:
            return None
        harm = HARMFUL.match(line.reading.text, line.tokens[act].start, line.end)
        kind: TermKind = "threat" if harm is not None else "offer"
        first = group.start - 1 if own else group.start
        end = line.clause_end(act)
        return Draft(line, cue, kind, act, first, end, by, None, False, own)
    return None


def _held_back(line: Line, i: int, body: Sequence[str]) -> bool:
    """True if the main clause denies: only then what follows *until* is a condition."""
    if any(w in _DENYING or w.endswith("n’t") for w in body):
        return True
    if line.words[i] == "unless":
        # "unless" denies by itself what would or could be.
        return not MODALS.isdisjoint(body)
    if line.words[i] == "until" and not MODALS.isdisjoint(body):
        return not _HELD_BACK.isdisjoint(body)
    return "must" in line.words[i : line.clause_end(i)]


def _main_start(line: Line, i: int) -> int:
    """Where the clause that hangs on the condition at ``i`` begins: after *said*, *that*, *but*."""
    main = i
    while main > 0 and i - main < 40 and line.words[main - 1] not in '.;:!?“”"—':
        if line.in_quotation(main - 1) != line.in_quotation(i):
            break
        main -= 1
    for k in range(i - 2, main - 1, -1):
        word = line.words[k]
        if word in _REPORTING or word == "which" or word in CONTRAST:
            return k + 1
    return main


def _threat(line: Line, i: int, first: int) -> Draft | None:
    """*Kenya would go to court unless …*: what a party will do to the other's harm."""
    for k in range(i - 1, first - 1, -1):
        if line.words[k] not in ("will", "would", "’ll"):
            continue
        act = next((j for j in range(k + 1, i) if not line.words[j].endswith("ly")), k)
        group = line.verb_group(act)
        if group.negated or line.word(act) in _COMING_ALONG or line.words[first] == "no":
            return None
        by, own = subject_of(line, act, group)
        if not by and not own:
            return None
        return Draft(line, _THREAT, "threat", act, k, i, by, None, False, own)
    return None


def with_conditions(line: Line, found: Sequence[Draft]) -> Iterator[Draft]:
    """Split offers and threats from the condition they hang on; drop what it then repeats.

    *Kenya is ready to return the boats if Uganda signs*: an offer, and a precondition of the
    same party on the other. After a threat *unless* opens a demand.
    """
    now = sorted(found, key=lambda d: (d.first, d.last))
    starts = [d.first for d in now]
    added: list[Draft] = []
    dropped: set[int] = set()
    for k, word in enumerate(line.words):
        if word not in _OPENERS and not (word in _LONG_OPENERS and _long_opener(line, k)):
            continue
        low, high = bisect_left(starts, k - _NEAR), bisect_left(starts, k + _NEAR)
        near = [n for n in range(low, high) if n not in dropped]
        at = next((n for n in near if _hangs_on(line, k, now[n])), None)
        last = line.clause_end(k)
        if at is None or last - k < 3:
            continue
        main = now[at]
        kind: TermKind = "precondition"
        if main.kind == "threat":
            if word != "unless":
                continue
            kind = "demand"
        to = _on_whom(line, k + 1, last, main.by)
        added.append(Draft(line, _CONDITION, kind, k, k, last, main.by, to, main.guess, main.own))
        for n in near:
            frame, repeats = now[n].cue.frame, now[n].first < last and k < now[n].last
            if n != at and repeats and (frame == "condition" or now[n].kind == "incentive"):
                dropped.add(n)
        stop = min(main.last, k) if main.first < k else main.last
        while stop > main.first + 1 and line.words[stop - 1] in (",", "only", "but"):
            stop -= 1
        now[at] = replace(main, last=stop, to=main.to or to)
    kept = [d for n, d in enumerate(now) if n not in dropped]
    yield from sorted([*kept, *added], key=lambda d: (d.first, d.last))


def _long_opener(line: Line, k: int) -> bool:
    if line.words[k] in ("as", "so"):
        long = line.words[k + 1 : k + 3] == ("long", "as")
        return long and line.word(k + 3) not in _DATES
    if line.words[k] == "subject":
        return line.word(k + 1) == "to"
    return (
        line.words[k] == "on"
        and "condition" in line.words[k + 1 : k + 3]
        and "anonymity" not in line.words[k + 2 : k + 5]
    )


def _hangs_on(line: Line, k: int, draft: Draft) -> bool:
    """True for an offer or threat whose clause the condition at word ``k`` belongs to."""
    if draft.kind not in _CONDITIONAL or draft.cue.frame == "noun" or draft.cue.rule == "will_do":
        return False
    if line.in_quotation(draft.at) != line.in_quotation(k):
        return False
    if draft.first < k <= draft.last and draft.at < k:
        return True
    if draft.last < k <= draft.last + 20 and _only_aside(line, draft.last, k):
        return True
    # "If Kenya signs, we are ready to …"
    last = line.clause_end(k)
    return (
        last <= draft.first <= last + 8
        and line.word(last) == ","
        and ";" not in line.words[k : draft.first]
    )


def _only_aside(line: Line, low: int, high: int) -> bool:
    """*…, a diplomat said, provided that …*: only who says so stands between."""
    between = line.words[low:high]
    if not set(between) - {",", "but", "only", "and"}:
        return True
    return (
        between[0] == ","
        and any(w in _REPORTING for w in between)
        and not any(w in ".;!?" for w in between)
    )


def _on_whom(line: Line, first: int, last: int, by: tuple[Actor, ...]) -> Actor | None:
    """Whom a condition binds: the actor its clause begins with, if it is another one."""
    while line.word(first) in ("that", "and", "first"):
        first += 1
    for k in range(first, min(last, first + 6)):
        if line.reading.mention_at(line.tokens[k].start) is not None:
            break
        if looks_like_verb(line.words[k]):
            return None
    named = leading_actor(line, first, min(last, first + 6)) if first < last else ()
    own = {a.id for a in by}
    return named[0] if named and named[0].id not in own else None
