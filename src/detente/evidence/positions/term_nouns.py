"""Terms that stand as nouns: *Kenya’s demand that …*, *pressure on Kenya*, *concessions*."""

from __future__ import annotations

from detente.evidence.items import Actor
from detente.evidence.positions.cue_line import Line
from detente.evidence.positions.cue_subject import first_actor_after, subjects
from detente.evidence.positions.cue_words import (
    BE,
    CONTRAST,
    DETERMINERS,
    PREPOSITIONS,
    all_forms,
    looks_like_verb,
)
from detente.evidence.positions.term_cues import (
    TermCue,
)
from detente.evidence.positions.term_parts import FIRST_PERSON, Draft, noun_end, object_actor

# Verbs whose subject puts the demand, offer or pressure that is their object.
_PUTTING = all_forms(
    """repeat renew reiterate restate make issue voice press maintain set raise put present
    announce place reaffirm table outline stress submit extend exert apply keep increase
    intensify mount step add propose discuss agree come"""
)
_DROPPED = all_forms("drop withdraw abandon soften waive relinquish lift moderate")
_DEALING = all_forms("make offer demand seek give grant extract win reject discuss refuse want")
_EMPTY = DETERMINERS | _DEALING | frozenset("to more further new some major first key".split())


def noun(line: Line, i: int, after: int, cue: TermCue) -> Draft | None:
    """*Kenya’s demand that …*, *calls by Kenya for …*: the possessor's."""
    by: tuple[Actor, ...] = ()
    first = i
    k = i
    while k > 0 and i - k < 5 and not _phrase_edge(line, k - 1):
        k -= 1
    first = k
    for j in range(i - 1, max(-1, i - 7), -1):
        if line.words[j] in ("’s", "’") and j:
            pair = line.reading.mention_at(line.tokens[j - 1].start)
            if pair is not None and pair[0].role == "actor":
                by = (pair[1],)
                first = line.index_at(pair[0].span.start)
            break
        pair = line.reading.mention_at(line.tokens[j].start)
        if pair is not None and pair[0].kind in ("demonym", "pronoun") and j >= k:
            by = (pair[1],)
            first = line.index_at(pair[0].span.start)
            break
        if _phrase_edge(line, j):
            break
    if cue.rule == "concession_noun":
        return _concession(line, i, k, cue)
    if cue.kind == "demand" and any(w in _DROPPED for w in line.words[max(0, first - 2) : i]):
        return None
    last = line.clause_end(max(i, after - 1))
    own = False
    if cue.rule == "own_proposal" and (not by or line.word(i - 1) in ("’s", "’")):
        # "Kenya’s proposal" says nothing of it, "Kenya’s peace proposal" does.
        return None
    if cue.rule == "pressure_on":
        return _pressure_on(line, i, first, last, cue, by)
    if not by and line.words[after - 1] in ("of", "by", "from"):
        pair = first_actor_after(line, after)
        by = () if pair is None else (pair[1],)
    if not by and cue.kind in ("demand", "offer", "threat"):
        by = _governing(line, i, k)
        if not by and _we_put(line, k):
            own = True
        owned = cue.kind == "demand" and line.word(i - 1) in ("’s", "its", "their", "his", "her")
        if not by and not owned and not own:
            return None
    if line.word(after - 1) not in ("is", "are", "was", "were", "include", "included", "that"):
        last = noun_end(line, max(i, after - 1))
        if line.word(last) in BE and cue.rule in ("demand_noun", "condition_noun"):
            last = line.clause_end(last)
    to = object_actor(line, i + 1, last, by) if cue.kind != "obstacle" else None
    return Draft(line, cue, cue.kind, i, first, last, by, to, False, not by)


def _concession(line: Line, i: int, first: int, cue: TermCue) -> Draft | None:
    """*border concessions in the north*: with its content, or it says nothing."""
    while first < i and (line.words[first] in _DEALING or line.words[first] in DETERMINERS):
        first += 1
    if any(w in ("any", "no", "without") for w in line.words[max(0, first - 1) : i]):
        return None
    if line.word(first - 1) in ("out", "any", "no") or line.words[first] == "out":
        return None
    described = any(line.words[j] not in _EMPTY for j in range(first, i))
    of = line.word(i + 1) in ("on", "over", "in", "such", "like", "including")
    if (not described and not of) or (
        line.words[i] == "compromise" and line.word(i - 1) in ("to", "a")
    ):
        return None
    last = noun_end(line, i)
    to = object_actor(line, i + 1, last, ())
    return Draft(line, cue, "concession", i, first, last, (), to, False, False)


def _pressure_on(
    line: Line, i: int, first: int, last: int, cue: TermCue, by: tuple[Actor, ...]
) -> Draft | None:
    pair = first_actor_after(line, i + 2)
    if pair is None:
        return None
    if not by:
        by = _governing(line, i, first)
    end = min(last, max(noun_end(line, i), line.index_at(pair[0].span.end)))
    return Draft(line, cue, "pressure", i, first, end, by, pair[1], False, False)


def _governing(line: Line, i: int, first: int) -> tuple[Actor, ...]:
    """The subject of the verb that a noun phrase is the object of: *Kenya repeated its demand*."""
    for k in range(first - 1, max(-1, first - 4), -1):
        word = line.words[k]
        if word in _PUTTING:
            return subjects(line, k, line.verb_group(k))
        if word in ",;:.“”":
            return ()
    return ()


def _we_put(line: Line, first: int) -> bool:
    """*We came up with a proposal*: the speaker puts it."""
    for k in range(first - 1, max(-1, first - 4), -1):
        if line.words[k] in _PUTTING:
            return line.word(line.verb_group(k).start - 1) in FIRST_PERSON
    return False


def _phrase_edge(line: Line, k: int) -> bool:
    word = line.words[k]
    return (
        word in PREPOSITIONS
        or word in ',;:.()“”"—–'
        or word in ("and", "or", "that", "to")
        or word in CONTRAST
        or looks_like_verb(word)
    )
