"""From a cue of a term to its words and its ends: which clause, by whom, to whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from detente.evidence.cue_line import Line
from detente.evidence.cue_subject import first_actor_after, subjects
from detente.evidence.cue_words import (
    AUXILIARIES,
    CONTRAST,
    DETERMINERS,
    MODALS,
    PREPOSITIONS,
    is_adverb,
    looks_like_verb,
)
from detente.evidence.items import Actor, TermKind
from detente.evidence.stance_hits import is_verb
from detente.evidence.term_cues import (
    ANY_MATTER,
    BARGAIN,
    FIRST,
    GOOD_CAUSE,
    STUCK,
    TermCue,
    term_cues,
)
from detente.evidence.term_nouns import noun
from detente.evidence.term_parts import (
    FIRST_PERSON,
    Draft,
    addressee,
    clause_first,
    is_predicate,
    last_actor,
    leading_actor,
    object_actor,
    possessor,
    subject_of,
    under_statement,
    verb_start,
    with_participle,
)

# "we must act" spurs the speakers on, "there must be" asks nobody.
_NOT_ASKED = frozenset("we i you there one he’d you’d we’d".split())
_OWN_LIMITS = frozenset("have get receive not never see".split())
_DENYING = frozenset("no not never cannot refuse refuses refused must".split())
_AHEAD = frozenset("will would should shall must to".split())


def drafts(line: Line) -> Iterator[Draft]:
    """Every term that a cue of the line opens, in text order; they may overlap."""
    table = term_cues()
    text = line.reading.text
    if line.is_question:
        return
    for i, word in enumerate(line.words):
        if word not in table or word == line.word(i - 1):
            continue
        for cue in table[word]:
            after = i + 1
            if cue.rest is not None:
                found = cue.rest.match(text, line.tokens[i].end, line.end)
                if found is None:
                    continue
                after = max(i + 1, line.index_at(max(found.end() - 1, line.tokens[i].start)) + 1)
            draft = _FRAMES[cue.frame](line, i, min(after, len(line)), cue)
            if draft is not None:
                yield _without_joint(draft)
                break


def _without_joint(draft: Draft) -> Draft:
    """Drop the conjunction or mark that a clause begins with."""
    first = draft.first
    while first < draft.at and draft.line.words[first] in ("and", "but", "or", "so", "that", ","):
        first += 1
    return draft if first == draft.first else replace(draft, first=first)


def _verb(line: Line, i: int, after: int, cue: TermCue) -> Draft | None:
    """*Kenya demanded X of Uganda*: the subject's, towards whoever the object names."""
    group = line.verb_group(i)
    adjective = line.words[i] in ("ready", "willing", "prepared")
    if not adjective and (not is_verb(line, i, group) or group.dangling or group.passive):
        return None
    if group.negated or group.attitude in ("refuse", "decline"):
        return None
    if line.words[i] == "committed" and not line.word(i + 2).endswith("ing"):
        # A bond already there ("remains committed to its allies") is no offer.
        return None
    if adjective and not is_predicate(line, i, group):
        return None
    by, own = subject_of(line, i, group)
    if not by and not own:
        return None
    last = line.clause_end(max(i, after - 1))
    to = addressee(line, i + 1, last, by, cue.kind)
    if cue.rule == "warn_will":
        by, to = _who_would(line, i + 1, by)
    first = verb_start(line, i, group)
    if group.guess:
        first = clause_first(line, group.start)
    kind = cue.kind
    if cue.rule in ("demand_verb", "insist_on"):
        start, end = line.span_of(first, last)
        kind = "precondition" if FIRST.search(line.reading.text, start, end) else kind
    return Draft(line, cue, kind, i, first, last, by, to, group.guess, own)


def _who_would(line: Line, k: int, by: tuple[Actor, ...]) -> tuple[tuple[Actor, ...], Actor | None]:
    """Who acts and on whom in *warned (Kenya) (that) it would strike*, *warned Kenya would*."""
    pair = first_actor_after(line, k + (line.word(k) == "that"))
    if pair is None or pair[0].kind == "pronoun":
        return by, None
    after = line.word(line.index_at(pair[0].span.end))
    if after in ("that", "it", "he", "she", "they", "we"):
        return by, pair[1]
    end = line.index_at(pair[0].span.end)
    if any(line.word(j) in ("face", "suffer", "be") for j in (end + 1, end + 2)):
        return by, pair[1]
    return (pair[1],), None


def _asked(line: Line, i: int, after: int, cue: TermCue) -> Draft | None:
    """*Kenya urged Uganda to …*: the one asked must be an actor."""
    group = line.verb_group(i)
    if not is_verb(line, i, group) or group.dangling or group.negated:
        return None
    start = i + 1
    if line.word(start) in ("on", "upon", "to"):
        start += 1
    pair = first_actor_after(line, start)
    if pair is None or group.passive:
        return None
    by, own = subject_of(line, i, group)
    if not by and not own:
        return None
    last = line.clause_end(max(i, after - 1))
    if cue.rule in ("call_on", "urge") and "to" not in line.words[start + 1 : last]:
        return None
    return Draft(
        line, cue, cue.kind, i, verb_start(line, i, group), last, by, pair[1], group.guess, own
    )


def _modal(line: Line, i: int, after: int, cue: TermCue) -> Draft | None:
    """*Uganda must withdraw*: a demand of the one who says so, on the subject."""
    word = line.words[i]
    quoted = line.in_quotation(i) or under_statement(line, i)
    if word in ("should", "shall", "has", "have", "need", "needs") and not quoted:
        return None
    group = line.verb_group(i)
    before = line.word(group.start - 1)
    if before in _NOT_ASKED and not (before == "we" and line.word(i + 1) in _OWN_LIMITS):
        return None
    if (before == "it" and word != "must") or before in DETERMINERS or group.negated:
        return None
    if "?" in line.words[i : i + 40] or line.word(i - 1) in ("why", "how", "what"):
        return None
    first = line.clause_start(group.start)
    if first >= group.start:
        return None
    last = line.clause_end(max(i, after - 1))
    start, end = line.span_of(first, last)
    text = line.reading.text
    kind: TermKind = "demand"
    if FIRST.search(text, start, end) or ANY_MATTER.match(text, start, end):
        kind = "precondition"
    if line.words[first] == "our" and line.word(first + 1) in ("goal", "aim", "task", "priority"):
        return None
    named: tuple[Actor, ...] = ()
    if not ANY_MATTER.match(text, start, end):
        named = subjects(line, i, group) or leading_actor(line, first, group.start)
    to = named[0] if len(named) == 1 and before not in FIRST_PERSON else None
    return Draft(line, cue, kind, i, first, last, (), to, False, True)


def _pressing(line: Line, i: int, after: int, cue: TermCue) -> Draft | None:
    """*to pressure Kenya into …*: the clause's subject, on the object."""
    group = line.verb_group(i)
    if not is_verb(line, i, group) or group.passive or group.negated:
        return None
    start = after if line.words[i] in ("use", "using", "used", "uses") else i + 1
    pair = first_actor_after(line, start + (line.word(start) in ("on", "over", "with")))
    if pair is None:
        return None
    by = subjects(line, i, group)
    by = tuple(a for a in by if a.id != pair[1].id)
    first = i - 1 if line.word(i - 1) == "to" else verb_start(line, i, group)
    return Draft(
        line,
        cue,
        "pressure",
        i,
        first,
        line.clause_end(after - 1),
        by,
        pair[1],
        group.guess,
        line.word(group.start - 1) in FIRST_PERSON,
    )


def _clause(line: Line, i: int, after: int, cue: TermCue) -> Draft | None:
    """*a deal could unlock trade*: the clause from its subject on."""
    group = line.verb_group(i)
    start = group.start
    first = clause_first(line, start)
    last = line.clause_end(max(i, after - 1))
    if cue.kind in ("incentive", "possible_outcome") and cue.rule != "in_exchange":
        if group.negated or not _about_bargain(line, first, last, start, cue):
            return None
        if line.word(i + 1) == "bring" and "together" in line.words[i:last]:
            return None
        last = with_participle(line, last)
    if cue.rule in ("within_time", "separate_track", "stalled", "deadlock"):
        low, high = line.span_of(first, i if cue.kind == "obstacle" and i > first else last)
        if not STUCK.search(line.reading.text, low, high):
            return None
        if cue.rule == "within_time" and not _AHEAD.intersection(line.words[first:last]):
            return None
    if cue.rule in ("not_accept", "red_line", "non_negotiable"):
        if cue.rule == "not_accept" and line.word(i - 1) in ("did", "does", "has", "have", "had"):
            return None
        by, own = subject_of(line, i, group)
        own = own or (
            cue.rule != "not_accept" and (line.in_quotation(i) or under_statement(line, i))
        )
        if not by and not own:
            return None
        to = None
    else:
        by, own = ((), cue.kind in ("threat", "incentive"))
        if cue.rule in ("will_retaliate",):
            by = subjects(line, i, group)
        to = object_actor(line, i, last, by) or (
            last_actor(line, i, last) if cue.kind == "incentive" else None
        )
    if cue.rule == "in_exchange" and first == i and line.word(last) == ",":
        pair = first_actor_after(line, last + 1)
        by, own = ((pair[1],), False) if pair is not None else ((), True)
        last = line.clause_end(last)
    guess = group.guess or line.words[i] in ("could", "may", "might")
    if cue.rule == "or_else":
        first = clause_first(line, i)
    return Draft(line, cue, cue.kind, i, first, last, by, to, guess, own)


def _phrase(line: Line, i: int, after: int, cue: TermCue) -> Draft | None:
    first = i
    while first > 0 and (is_adverb(line.words[first - 1]) or line.words[first - 1] in AUXILIARIES):
        first -= 1
    if cue.rule == "manner":
        first = next((k for k in range(i + 1, after) if line.words[k] in ("“", '"')), i + 1)
        last = min(len(line), after + (line.word(after) in (",", "”", '"')))
        while last < len(line) and line.words[last] in ("”", '"'):
            last += 1
        while line.words[first] in PREPOSITIONS | {"the", "need", "importance"}:
            first += 1
        by = possessor(line, i) or subjects(line, i, line.verb_group(i))
        return Draft(line, cue, "procedural", i, first, last, by, None, False, True)
    if cue.rule == "giving" and line.word(i - 1) not in (
        *("of", "at", "by", "like", "including", "for", "as", "with", "on", ",", "and", "in"),
        *("include", "includes", "included", "involve", "involves", "mean", "means", "propose"),
    ):
        return None
    if (
        cue.rule == "giving"
        and line.words[i - 1] == "of"
        and line.word(i - 2) in ("idea", "effect")
    ):
        return None
    last = line.clause_end(max(i, after - 1))
    to = object_actor(line, i + 1, last, ())
    return Draft(line, cue, cue.kind, i, first, last, (), to, False, True)


def _condition(line: Line, i: int, after: int, cue: TermCue) -> Draft | None:
    """*Kenya will sign only if …*: the clause and the condition on it."""
    text = line.reading.text
    start, end = line.span_of(max(0, i - 30), min(len(line), i + 30))
    if not BARGAIN.search(text, start, end):
        return None
    main = i
    while main > 0 and i - main < 40 and line.words[main - 1] not in '.;:!?“”"—':
        if line.in_quotation(main - 1) != line.in_quotation(i):
            break
        main -= 1
    first = main
    for k in range(i - 1, main, -1):
        if line.words[k] in ("that", "which") or line.words[k] in CONTRAST:
            first = k + 1
            break
    body = line.words[first:i]
    if any(w in ("stop", "rest", "cease") for w in line.words[max(first, i - 3) : i]):
        return None
    if cue.rule in ("unless_until", "before_any"):
        denied = any(w in _DENYING or w.endswith("n’t") for w in body)
        # "unless" denies by itself what would or could be.
        open_ended = line.words[i] == "unless" and not MODALS.isdisjoint(body)
        if not denied and not open_ended and "must" not in line.words[i : line.clause_end(i)]:
            return None
    elif not body or not any(looks_like_verb(w) or w in ("will", "would", "can") for w in body):
        return None
    last = line.clause_end(max(i, after - 1))
    if last - i < 2:
        return None
    by: tuple[Actor, ...] = ()
    own = True
    for k in range(i - 1, first - 1, -1):
        if looks_like_verb(line.words[k]) or line.words[k] in ("will", "would", "can", "must"):
            group = line.verb_group(k)
            by, own = subject_of(line, k, group)
            break
    return Draft(line, cue, "precondition", i, first, last, by, None, False, own or not by)


def _about_bargain(line: Line, first: int, last: int, start: int, cue: TermCue) -> bool:
    """The subject of a benefit is a deal, talks, peace, an end of war – or one who could give."""
    text = line.reading.text
    low, high = line.span_of(first, max(first + 1, start))
    if cue.kind == "possible_outcome":
        return line.word(start - 1) not in FIRST_PERSON
    return (
        GOOD_CAUSE.search(text, low, high) is not None and line.word(start - 1) not in FIRST_PERSON
    )


_FRAMES = {
    "verb": _verb,
    "asked": _asked,
    "modal": _modal,
    "noun": noun,
    "pressing": _pressing,
    "clause": _clause,
    "phrase": _phrase,
    "condition": _condition,
}
