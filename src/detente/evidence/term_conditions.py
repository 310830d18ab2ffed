"""Conditions: *will sign only if …*, *no talks until …*, and offers or threats that hang on one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from detente.evidence.cue_line import Line
from detente.evidence.cue_words import CONTRAST, MODALS, looks_like_verb
from detente.evidence.items import Actor, TermKind
from detente.evidence.term_cues import TermCue
from detente.evidence.term_parts import Draft, leading_actor, subject_of
from detente.evidence.term_words import BARGAIN

_DENYING = frozenset("no not never nothing cannot refuse refuses refused must".split())
_REPORTING = frozenset(
    "said says say saying told adding added warned insisted stressed argued announced that".split()
)
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
_OPENERS = frozenset("if unless provided providing once".split())


def condition(line: Line, i: int, after: int, cue: TermCue) -> Draft | None:
    """*Kenya will sign only if …*: the clause and the condition on it."""
    text = line.reading.text
    start, end = line.span_of(max(0, i - 30), min(len(line), i + 30))
    first = _main_start(line, i)
    body = line.words[first:i]
    last = line.clause_end(max(i, after - 1))
    if last - i < 2 or any(
        w in ("stop", "rest", "cease") for w in line.words[max(first, i - 3) : i]
    ):
        return None
    threat = _threat(line, i, first) if line.words[i] == "unless" else None
    if threat is not None:
        return threat
    if not BARGAIN.search(text, start, end):
        return None
    if cue.rule in ("unless_until", "before_any", "while_not"):
        if not _held_back(line, i, body):
            return None
        if cue.rule == "while_not" and line.word(i - 1) == ",":
            return None
    elif not body or not any(looks_like_verb(w) or w in ("will", "would", "can") for w in body):
        return None
    by: tuple[Actor, ...] = ()
    own = True
    for k in range(i - 1, first - 1, -1):
        if looks_like_verb(line.words[k]) or line.words[k] in ("will", "would", "can", "must"):
            by, own = subject_of(line, k, line.verb_group(k))
            break
    to = _on_whom(line, after if cue.rule != "before_any" else last, last, by)
    return Draft(line, cue, "precondition", i, first, last, by, to, False, own or not by)


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
    out = list(found)
    for k, word in enumerate(line.words):
        if word not in _OPENERS and not _long_opener(line, k):
            continue
        main = _hanging_on(line, k, out)
        if main is None:
            continue
        last = line.clause_end(k)
        kind: TermKind = "precondition"
        if main.kind == "threat":
            if word != "unless":
                continue
            kind = "demand"
        if last - k < 3:
            continue
        to = _on_whom(line, k + 1, last, main.by)
        own = Draft(line, _CONDITION, kind, k, k, last, main.by, to, main.guess, main.own)
        kept = [
            d
            for d in out
            if d is not main and not (d.cue.frame == "condition" and d.first < last and k < d.last)
        ]
        kept = [d for d in kept if not (d.kind == "incentive" and d.first <= k < d.last)]
        stop = min(main.last, k) if main.first < k else main.last
        while stop > main.first + 1 and line.words[stop - 1] in (",", "only", "but"):
            stop -= 1
        out = [*kept, replace(main, last=stop), own]
    yield from sorted(out, key=lambda d: (d.first, d.last))


def _long_opener(line: Line, k: int) -> bool:
    if line.words[k] in ("as", "so"):
        return line.words[k : k + 3] in (("as", "long", "as"), ("so", "long", "as"))
    return (
        line.words[k] == "on"
        and "condition" in line.words[k + 1 : k + 3]
        and "anonymity" not in line.words[k + 2 : k + 5]
    )


def _hanging_on(line: Line, k: int, found: Sequence[Draft]) -> Draft | None:
    """The offer or threat whose clause the condition at word ``k`` belongs to."""
    last = line.clause_end(k)
    for draft in found:
        if draft.kind not in _CONDITIONAL or draft.cue.frame == "noun":
            continue
        if line.in_quotation(draft.at) != line.in_quotation(k):
            continue
        if draft.first < k <= draft.last and draft.at < k:
            return draft
        if draft.last < k <= draft.last + 20 and _only_aside(line, draft.last, k):
            return draft
        # "If Kenya signs, we are ready to …"
        if (
            last <= draft.first <= last + 8
            and line.word(last) == ","
            and ";" not in line.words[k : draft.first]
        ):
            return draft
    return None


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
    named = leading_actor(line, first, min(last, first + 6)) if first < last else ()
    own = {a.id for a in by}
    return named[0] if named and named[0].id not in own else None
