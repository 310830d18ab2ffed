"""Terms that are a clause, a phrase or a list: *a deal could unlock trade*, *the draft bans …*."""

from __future__ import annotations

import re

from detente.evidence.positions.cue_line import Line
from detente.evidence.positions.cue_subject import first_actor_after, subjects
from detente.evidence.positions.cue_verbs import is_verb
from detente.evidence.positions.cue_words import AUXILIARIES, BE, PREPOSITIONS, all_forms, is_adverb
from detente.evidence.positions.term_cues import TermCue
from detente.evidence.positions.term_items import is_act
from detente.evidence.positions.term_parts import (
    FIRST_PERSON,
    LIST_REACH,
    Draft,
    clause_first,
    last_actor,
    leading_actor,
    noun_end,
    object_actor,
    possessor,
    subject_of,
    under_statement,
    with_participle,
)
from detente.evidence.positions.term_words import FREED, GOING_ON, GOOD_CAUSE, STUCK, TEXTS

# Whose "will be" says how talks are to run.
_ROLE = re.compile(
    r"(?:the )?(?:\w+ ){0,2}?(?:representatives?|venue|format|chair|mediators?|head of (?:the )?"
    r"(?:\w+ )?delegation|delegations?|agenda|location|hosts?|(?:first|next) (?:step|round|stage"
    r"|meeting)|working groups?)\b",
    re.IGNORECASE,
)
# A longer subject is left out of a clause that says how talks run.
_LONG_SUBJECT = 8
_ACTING = frozenset({"will_retaliate", "will_meet", "answer_with"})
# Assurances of a party about what it does not plan or has not changed.
_OWN_POLICY = frozenset({"no_intention", "policy_same"})
_AHEAD = frozenset("will would should shall must to".split())
_GOING_ON = frozenset({"talks_go_on", "due_to", "differences"})
_STANDING_STILL = frozenset({"within_time", "stalled", "deadlock", "collapse"})
# "concern that the pact would …": what is feared is no benefit.
_FEARS = frozenset(
    """concern concerns fear fears feared worry worries worried doubt doubts warned warning risk
    danger suspicion afraid""".split()
)
# "remains unresolved": a description ("unresolved claims") is none of its own.
_LEFT = all_forms("remain leave stay") | BE
_LIMITS = frozenset({"not_accept", "red_line", "non_negotiable"})


def clause(line: Line, i: int, after: int, cue: TermCue) -> Draft | None:
    """*a deal could unlock trade*: the clause from its subject on."""
    group = line.verb_group(i)
    start = group.start
    first = clause_first(line, start)
    last = line.clause_end(max(i, after - 1))
    if cue.kind in ("incentive", "possible_outcome") and cue.rule != "in_exchange":
        if group.negated or line.word(first - 2) in _FEARS:
            return None
        if not _about_bargain(line, first, start, cue):
            return None
        if line.word(i + 1) == "bring" and "together" in line.words[i:last]:
            return None
        last = with_participle(line, last)
    if cue.rule == "will_be_person" and not _ROLE.match(
        line.reading.text, *line.span_of(first, max(first + 1, start))
    ):
        return None
    if cue.rule == "policy_same" and "policy" not in line.words[first:i]:
        return None
    if cue.rule == "to_be_held":
        if line.word(i - 1) not in BE and line.word(i - 2) not in BE:
            return None
        first = clause_first(line, i - 1)
    if cue.rule == "unresolved" and line.word(i - 1) not in _LEFT:
        return None
    if cue.rule in _GOING_ON and not GOING_ON.search(
        line.reading.text, *line.span_of(first, max(first + 1, start))
    ):
        return None
    if cue.rule in _STANDING_STILL:
        low, high = line.span_of(first, i if cue.kind == "obstacle" and i > first else last)
        if not STUCK.search(line.reading.text, low, high):
            return None
        if cue.rule == "within_time" and not _AHEAD.intersection(line.words[first:last]):
            return None
    if cue.rule in _LIMITS:
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
        by, own = ((), cue.kind in ("threat", "incentive") and cue.rule != "goods_freed")
        if cue.rule in _ACTING:
            by = subjects(line, i, group)
        elif cue.rule in _OWN_POLICY:
            by = leading_actor(line, first, max(first + 1, i))
        to = object_actor(line, i, last, by) or (
            last_actor(line, i, last) if cue.kind == "incentive" else None
        )
    if cue.rule == "in_exchange" and first == i and line.word(last) == ",":
        pair = first_actor_after(line, last + 1)
        by, own = ((pair[1],), False) if pair is not None else ((), True)
        last = line.clause_end(last)
    if cue.kind == "procedural" and start - first > _LONG_SUBJECT:
        first = start
    guess = cue.kind != "procedural" and (group.guess or line.words[i] in ("could", "may", "might"))
    if cue.rule == "or_else":
        first = clause_first(line, i)
    return Draft(line, cue, cue.kind, i, first, last, by, to, guess, own)


def listed(line: Line, i: int, after: int, cue: TermCue) -> Draft | None:
    """*Three steps are needed: …; …; and …*: what follows the colon, to be split at the marks."""
    colon = after - 1
    if line.word(colon) != ":" or ";" not in line.words[colon : colon + LIST_REACH]:
        return None
    last = min(len(line), after + LIST_REACH)
    while last > after and line.words[last - 1] in (".", ",", "”", '"'):
        last -= 1
    return Draft(line, cue, cue.kind, i, after, last, (), None, False, True)


def _about_bargain(line: Line, first: int, start: int, cue: TermCue) -> bool:
    """The subject of a benefit is a deal, talks, peace, an end of war, or the goods freed."""
    if line.word(start - 1) in FIRST_PERSON:
        return False
    if cue.kind == "possible_outcome":
        return True
    low, high = line.span_of(first, max(first + 1, start))
    cause = FREED if cue.rule == "goods_freed" else GOOD_CAUSE
    return cause.search(line.reading.text, low, high) is not None


# What a gerund of giving follows: it is an item of a deal, not the act of a subject.
_BEFORE_GIVING = frozenset(
    """of at by like including for as with on , and in include includes included involve involves
    mean means propose""".split()
)


# Rules whose words only announce the content: "the goal is to …".
_AFTER_CUE = frozenset({"goal_is", "possible_harm", "agreement_to"})


def phrase(line: Line, i: int, after: int, cue: TermCue) -> Draft | None:
    """*lifting sanctions*, *held in a neutral city*, *no side is willing*: from the cue on."""
    if cue.rule == "manner":
        return _manner(line, i, after, cue)
    if cue.rule == "deal_to":
        act = after - 1
        if not is_act(line, act, "to") or line.word(act + 1) in ("", ".", ","):
            return None
        by = possessor(line, i)
        return Draft(line, cue, cue.kind, i, act, noun_end(line, act), by, None, False, False)
    if cue.rule in _AFTER_CUE:
        end = line.clause_end(after)
        return Draft(line, cue, cue.kind, i, min(after, end - 1), end, (), None, False, True)
    first = i
    while first > 0 and (is_adverb(line.words[first - 1]) or line.words[first - 1] in AUXILIARIES):
        first -= 1
    if cue.rule == "giving":
        if line.word(i - 1) not in _BEFORE_GIVING:
            return None
        if line.words[i - 1] == "of" and line.word(i - 2) in ("idea", "effect"):
            return None
    last = line.clause_end(max(i, after - 1))
    to = object_actor(line, i + 1, last, ())
    if cue.rule in ("gaps", "way_to"):
        last = noun_end(line, after - 1)
    if cue.rule == "deprive" and to is None:
        return None
    if cue.rule == "press_harder" and not line.tokens[i].text.islower():
        return None
    return Draft(line, cue, cue.kind, i, first, last, (), to, False, True)


def _manner(line: Line, i: int, after: int, cue: TermCue) -> Draft:
    """*Kenya’s emphasis on “direct talks”*: how talks are to be held, in the words used."""
    first = next((k for k in range(i + 1, after) if line.words[k] in ("“", '"')), i + 1)
    last = min(len(line), after + (line.word(after) in (",", "”", '"')))
    while last < len(line) and line.words[last] in ("”", '"'):
        last += 1
    while line.words[first] in PREPOSITIONS | {"the", "need", "importance"}:
        first += 1
    by = possessor(line, i) or subjects(line, i, line.verb_group(i))
    return Draft(line, cue, "procedural", i, first, last, by, None, False, True)


def contents(line: Line, i: int, after: int, cue: TermCue) -> Draft | None:
    """*The draft proposes a joint office, a ban … and aid*: what is on the table, by nobody."""
    group = line.verb_group(i)
    if not is_verb(line, i, group) or group.negated or group.passive or group.dangling:
        return None
    if line.words[i].endswith("ing") and not group.auxiliary:
        return None
    if not any(line.words[k] in TEXTS for k in _subject_words(line, group.start)):
        return None
    first = i + 1
    while line.word(first) in ("for", "out", "that", "at", "to", "a", "an", "the"):
        first += 1
    last = line.clause_end(max(i, after - 1))
    while line.word(last) == "," and line.word(last + 1) == "and" and last + 2 < len(line):
        last = line.clause_end(last + 2)
    if last <= first:
        return None
    return Draft(line, cue, cue.kind, i, first, last, (), None, group.guess, False)


def _subject_words(line: Line, start: int) -> range:
    """The words of the subject that ends before word ``start``: back to the clause's begin."""
    if line.word(start - 1) in ("that", "which"):
        return range(max(0, start - 3), start - 1)
    return range(clause_first(line, max(0, start - 1)), start)
