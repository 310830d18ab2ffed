"""Whose cue it is: the actors that stand as subject of a verb, with a parse or without."""

from __future__ import annotations

from detente.evidence.items import Actor, Mention
from detente.evidence.positions.cue_line import Line
from detente.evidence.positions.cue_words import (
    AGENTS,
    CONJUNCTIONS,
    CONTRAST,
    DETERMINERS,
    PREPOSITIONS,
    SUBORDINATORS,
    all_forms,
    is_adverb,
    looks_like_verb,
)
from detente.evidence.positions.joint_voice import JOINT_NOUNS
from detente.evidence.positions.parsed_subjects import RELATIVE, parsed_subjects
from detente.evidence.positions.subject_nouns import (
    MEMBERS,
    NOT_FOR_ITS_STATE,
    apposed_person,
    can_act,
    joint_phrase,
)
from detente.evidence.positions.verb_group import VerbGroup

_BACK = 45
# "This answer leaves doubts": the words just quoted, so their speaker.
SPEECH_NOUNS = frozenset(
    """statement endorsement response remark remarks comment comments position stance reaction
    message answer reply declaration announcement wording formula""".split()
)
# Whom "it" does not stand for, or who says what others will do.
_NO_IT = frozenset({"person", "media", "anonymous_source", "think_tank"})
_COUNTRIES = frozenset("country government nation side delegation ministry movement".split())
_POSSESSIVES = frozenset("his her its their".split())
_MAKING = all_forms("make call label become remain")


def subjects(line: Line, cue: int, group: VerbGroup) -> tuple[Actor, ...]:
    """The actors whose verb word ``cue`` is, conjuncts too; empty if none stands there."""
    direct = _direct_subject(line, group)
    if direct is not None:
        return (direct,)
    parsed = parsed_subjects(line, cue)
    if parsed:
        return parsed
    found = _ruled_subject(line, cue, group)
    if found is not None:
        return with_conjuncts(line, *found)
    return _joint_subject(line, group.start) or _its_speaker(line, group.start)


def _direct_subject(line: Line, group: VerbGroup) -> Actor | None:
    """*…, and Kenya rejected it*: a name between a conjunction or mark and its verb."""
    j = group.start - 1
    pair = _actor_at(line, j) if j >= 0 and not group.dangling else None
    if pair is None or pair[0].kind != "name" or line.in_quotation(j):
        return None
    before = line.index_at(pair[0].span.start) - 1
    if before < 0 or line.words[before] in CONTRAST | SUBORDINATORS - {"as"}:
        return pair[1]
    return pair[1] if line.words[before] == "and" and _actor_at(line, before - 1) is None else None


def _joint_subject(line: Line, start: int) -> tuple[Actor, ...]:
    """*The two leaders welcomed … and agreed …*: the noun before the verb or before its clause."""
    joint = joint_phrase(line, start - 1)
    if joint or line.word(start - 1) not in CONJUNCTIONS:
        return joint
    for k in range(start - 2, max(-1, start - _BACK), -1):
        if line.words[k] in ";:" or line.in_quotation(k):
            return ()
        noun = line.words[k] in JOINT_NOUNS and looks_like_verb(line.word(k + 1))
        if noun or line.words[k] == "we":
            return joint_phrase(line, k)
    return ()


def _its_speaker(line: Line, start: int) -> tuple[Actor, ...]:
    """*Kenya said it was ready …*, *Obi said her country would …*: the one who says so."""
    country = line.word(start - 1) in _COUNTRIES and line.word(start - 2) in _POSSESSIVES
    if not country and line.word(start - 1) not in ("it", "they"):
        return ()
    here = line.tokens[start - 1 - country].start
    for statement in line.page.statements_over(here):
        if not -8 <= statement.cue_span.end - here <= 0 or statement.cue_span.start < line.start:
            continue
        speaker = line.page.actors.get(statement.speaker) if statement.speaker else None
        if speaker is None:
            said = line.index_at(statement.cue_span.start)
            named = _ends_at(line, line.verb_group(said).start - 1)
            speaker = None if named is None else named[1]
        if speaker is not None and speaker.type not in (_NO_IT - {"person"} if country else _NO_IT):
            return (speaker,)
    return ()


def speakers(line: Line, cue: int, group: VerbGroup) -> tuple[Actor, ...]:
    """The subjects of a verb of speech: a reported statement, where there is one, knows best."""
    direct = _direct_subject(line, group)
    if direct is not None:
        return (direct,)
    together = subjects(line, cue, group)
    statement = line.page.statement_cued_at(line.tokens[cue].start)
    if statement is None or statement.speaker is None:
        return together
    named = line.page.actors.get(statement.speaker)
    if named is None or named in together:
        return together
    return (named,)


def agent_of_passive(line: Line, cue: int) -> tuple[Actor, ...]:
    """The actors after *by* in a passive: ``was welcomed by Kenya and Uganda``."""
    for k in range(cue + 1, min(cue + 5, len(line))):
        if line.words[k] == "by":
            pair = first_actor_after(line, k + 1, within=8)
            return () if pair is None else with_conjuncts(line, *pair, before=False)
    return ()


def first_actor_after(line: Line, k: int, *, within: int = 6) -> tuple[Mention, Actor] | None:
    """The actor named by the noun phrase that begins at word ``k``."""
    stop = min(k + within, len(line))
    for j in range(k, stop):
        word = line.words[j]
        if word == "of" and j > k and line.words[j - 1] in AGENTS - MEMBERS:
            continue
        if j > k and (word in PREPOSITIONS or word in ",;:.()" or word in CONJUNCTIONS):
            return None
        pair = _actor_at(line, j)
        if pair is not None:
            return _last_of_chain(line, pair, j)
    return None


def _last_of_chain(line: Line, pair: tuple[Mention, Actor], j: int) -> tuple[Mention, Actor] | None:
    """*German Chancellor X*: the name that ends the chain; *Kenyan exports*: nobody."""
    best = pair
    k = line.index_at(best[0].span.end)
    steps = 0
    while k < len(line) and steps < 8:
        word, raw = line.words[k], line.tokens[k].text
        nested = _actor_at(line, k)
        if nested is not None:
            best = nested
            k = max(k + 1, line.index_at(best[0].span.end))
        elif word in ("’s", "’") or word == "-":
            return best if _agents_follow(line, k + 1) else None
        elif word in AGENTS or raw[:1].isupper():
            k += 1
        else:
            break
        steps += 1
    if (
        best[0].kind == "demonym"
        and best is pair
        and not _agents_follow(line, line.index_at(best[0].span.end))
    ):
        return best if best[1].type in ("population", "group") else None
    return best


def _agents_follow(line: Line, k: int) -> bool:
    return any(line.word(j) in AGENTS for j in range(k, min(k + 4, len(line))))


def _actor_at(line: Line, i: int) -> tuple[Mention, Actor] | None:
    token = line.tokens[i]
    pair = line.reading.mention_at(token.start)
    return pair if pair is not None and can_act(pair) else None


# ------------------------------------------------------------------ without a parse


def _ruled_subject(line: Line, cue: int, group: VerbGroup) -> tuple[Mention, Actor] | None:
    j = group.start - 1
    if j < 0:
        return None
    word = line.words[j]
    participle = line.words[cue].endswith("ing") and not group.auxiliary
    if group.dangling:
        return main_subject(line, j)
    if word in RELATIVE:
        k = j - 1 if line.word(j - 1) != "," else j - 2
        return _ends_at(line, k)
    if participle:
        # "resolutions demanding …": the noun before is what demands.
        described = word.isalpha() and not is_adverb(word) and word not in CONJUNCTIONS
        return _ends_at(line, j) if described else main_subject(line, j)
    if word == ",":
        return _before_parenthesis(line, j) or main_subject(line, j)
    if word in CONJUNCTIONS or word == "then":
        return main_subject(line, j)
    direct = _ends_at(line, j)
    if direct is not None:
        return direct
    return None


def _ends_at(line: Line, j: int) -> tuple[Mention, Actor] | None:
    """The actor of the noun phrase whose last word is ``j``."""
    if j < 0 or line.in_quotation(j):
        return None
    pair = _actor_at(line, j)
    if pair is not None:
        first = line.index_at(pair[0].span.start)
        if not _is_modifier_of_preposition(line, first):
            return pair
        return _head_before(line, first)
    # "the Kenyan delegation", "Kenya’s foreign minister": agent noun with an actor before it.
    if line.words[j] in AGENTS:
        for k in range(j, max(-1, j - 6), -1):
            word = line.words[k]
            if word in NOT_FOR_ITS_STATE:
                return None
            pair = _actor_at(line, k)
            if pair is not None:
                return pair
            if word in PREPOSITIONS or word in ",;:" or word in CONJUNCTIONS:
                return None
    return None


def _is_modifier_of_preposition(line: Line, first: int) -> bool:
    for k in range(first - 1, max(-1, first - 7), -1):
        word = line.words[k]
        if word in PREPOSITIONS:
            return not (k == 0 or line.words[k - 1] in ",;") or word == "of"
        raw = line.tokens[k].text
        if word in DETERMINERS or word in AGENTS or raw[:1].isupper() or raw == "-":
            continue
        if raw.isdigit() or word == "member":
            continue
        return False
    return False


def _head_before(line: Line, first: int) -> tuple[Mention, Actor] | None:
    """*leaders of Kenya*, *the foreign minister of Kenya*: an agent noun before *of*."""
    for k in range(first - 1, max(-1, first - 8), -1):
        word = line.words[k]
        if word in ("of", "from", "in", "for", "at", "to"):
            head = line.word(k - 1)
            pair = _actor_at(line, k - 1) if k else None
            if pair is not None:
                return pair
            if head in AGENTS - MEMBERS:
                return _actor_at(line, first)
            return None
        if word in ",;:":
            return None
    return None


def _before_parenthesis(line: Line, comma: int) -> tuple[Mention, Actor] | None:
    """*Kenya, which borders Uganda, …*: the actor before the comma that opens the aside."""
    for k in range(comma - 1, max(-1, comma - _BACK), -1):
        if line.words[k] == "," and k:
            opens = line.word(k + 1)
            person = apposed_person(line, k - 1)
            if person is not None:
                return person
            pair = _ends_at(line, k - 1)
            if pair is not None:
                return pair
            if opens in ("who", "which", "including", "whose"):
                return None
    return None


def main_subject(line: Line, j: int) -> tuple[Mention, Actor] | None:
    """The nearest actor to the left that stands before a verb as its subject."""
    k = j
    while k >= 0 and j - k < _BACK:
        if line.in_quotation(k) or line.words[k] == ";":
            if line.words[k] == ";":
                return None
            k -= 1
            continue
        pair = _actor_at(line, k)
        if pair is None:
            k -= 1
            continue
        first = line.index_at(pair[0].span.start)
        after = line.index_at(pair[0].span.end)
        if _stands_before_verb(line, after, j) and (found := _ends_at(line, after - 1)):
            return found
        k = first - 1
    return None


def _stands_before_verb(line: Line, after: int, stop: int) -> bool:
    k = after
    while k <= stop and k - after < 6:
        word = line.words[k]
        if word in RELATIVE or word == ",":
            return word != "," or _closes_aside(line, k, stop)
        if word in ("with", "along", "together", "alongside"):
            # "Kenya, with support from Uganda, presented": company, then the verb.
            return _closes_aside(line, k, stop + 2)
        if looks_like_verb(word):
            return True
        if word in AGENTS or is_adverb(word):
            k += 1
            continue
        return False
    return False


def _closes_aside(line: Line, comma: int, stop: int) -> bool:
    for k in range(comma + 1, min(stop, comma + _BACK)):
        if line.words[k] == "," and looks_like_verb(line.word(k + 1)):
            return True
    return False


def with_conjuncts(
    line: Line, mention: Mention, actor: Actor, *, before: bool = True
) -> tuple[Actor, ...]:
    """``actor`` and those joined to it by *and*: *Kenya and Uganda*, *A, B and C*."""
    out = [actor]
    if before:
        k = line.index_at(mention.span.start) - 1
        budget = 8
        while k > 0 and budget:
            budget -= 1
            if line.words[k] in DETERMINERS or line.words[k] in AGENTS:
                k -= 1
                continue
            if line.words[k] not in ("and", ",", "nor", "or"):
                break
            if line.words[k] == "," and len(out) == 1:
                break
            pair = _actor_at(line, k - 1)
            if pair is None:
                k -= 1
                if line.words[k] != ",":
                    break
                continue
            first = line.index_at(pair[0].span.start)
            if _is_modifier_of_preposition(line, first):
                break
            out.insert(0, pair[1])
            k = first - 1
    else:
        k = line.index_at(mention.span.end)
        while k + 1 < len(line) and line.words[k] in ("and", ","):
            step = k + 1
            while line.word(step) == "and" or line.word(step) in DETERMINERS:
                step += 1
            pair = first_actor_after(line, step) if step < len(line) else None
            if pair is None:
                break
            out.append(pair[1])
            k = line.index_at(pair[0].span.end)
    return tuple({a.id: a for a in out}.values())
