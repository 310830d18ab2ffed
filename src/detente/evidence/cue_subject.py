"""Whose cue it is: the actors that stand as subject of a verb, with a parse or without."""

from __future__ import annotations

from typing import Any

from detente.evidence.cue_line import Line, VerbGroup
from detente.evidence.cue_words import (
    AGENTS,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    all_forms,
    is_adverb,
    looks_like_verb,
)
from detente.evidence.items import Actor, Mention

_BACK = 45
_RELATIVE = frozenset("who which that".split())
# "This answer leaves doubts": the words just quoted, so their speaker.
SPEECH_NOUNS = frozenset(
    """statement endorsement response remark remarks comment comments position stance reaction
    message answer reply declaration announcement wording formula""".split()
)
_MAKING = all_forms("make call label become remain")


def subjects(line: Line, cue: int, group: VerbGroup) -> tuple[Actor, ...]:
    """The actors whose verb word ``cue`` is, conjuncts too; empty if none stands there."""
    parsed = _parsed_subjects(line, cue)
    if parsed:
        return parsed
    found = _ruled_subject(line, cue, group)
    return () if found is None else with_conjuncts(line, *found)


def speakers(line: Line, cue: int, group: VerbGroup) -> tuple[Actor, ...]:
    """The subjects of a verb of speech: a reported statement, where there is one, knows best."""
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
    return pair if pair is not None and _can_act(pair) else None


def _can_act(pair: tuple[Mention, Actor]) -> bool:
    return pair[0].role == "actor" and pair[1].type != "media"


# ------------------------------------------------------------------ without a parse


def _ruled_subject(line: Line, cue: int, group: VerbGroup) -> tuple[Mention, Actor] | None:
    j = group.start - 1
    if j < 0:
        return None
    word = line.words[j]
    participle = line.words[cue].endswith("ing") and not group.auxiliary
    if group.dangling:
        return main_subject(line, j)
    if word in _RELATIVE:
        k = j - 1 if line.word(j - 1) != "," else j - 2
        return _ends_at(line, k)
    if participle:
        return main_subject(line, j)
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
        for k in range(j - 1, max(-1, j - 6), -1):
            word = line.words[k]
            pair = _actor_at(line, k)
            if pair is not None:
                return pair
            if word in PREPOSITIONS or word in ",;:" or word in CONJUNCTIONS:
                return None
    return None


def _is_modifier_of_preposition(line: Line, first: int) -> bool:
    for k in range(first - 1, max(-1, first - 5), -1):
        word = line.words[k]
        if word in PREPOSITIONS:
            return not (k == 0 or line.words[k - 1] in ",;") or word == "of"
        if word in DETERMINERS or word in AGENTS or line.tokens[k].text[:1].isupper():
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
            if head in AGENTS:
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
        if word in _RELATIVE or word == ",":
            return word != "," or _closes_aside(line, k, stop)
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
            step = k + 2 if line.word(k + 1) in DETERMINERS else k + 1
            pair = _actor_at(line, step) if step < len(line) else None
            if pair is None:
                break
            out.append(pair[1])
            k = line.index_at(pair[0].span.end)
    return tuple({a.id: a for a in out}.values())


# ------------------------------------------------------------------ with a parse


def _parsed_subjects(line: Line, cue: int) -> tuple[Actor, ...]:
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
        if first.lower_ in _RELATIVE and node.dep_ == "relcl":
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
        return pair[1] if _can_act(pair) else None
    if node.lower_ not in AGENTS:
        return None
    # "the Kenyan delegation", "Kenya’s minister", "leaders of Kenya": not "the group on Kenya".
    near = [c for c in node.children if c.dep_ in ("amod", "compound", "poss", "nmod")]
    near += [o for c in node.children if c.lower_ == "of" for o in c.children if o.dep_ == "pobj"]
    for part in near:
        pair = line.reading.mention_at(base + part.idx)
        if pair is not None and _can_act(pair):
            return pair[1]
    return None
