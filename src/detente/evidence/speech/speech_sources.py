"""Speakers that are no subject: *according to X*, *X's claim that*, *warnings from X*."""

from __future__ import annotations

from dataclasses import replace

from detente.evidence.items import Actor, Mention
from detente.evidence.speech.narration import QUOTE, Narration, Unit
from detente.evidence.speech.narration_words import AUXILIARIES, DAYS, MODALS, is_adverb
from detente.evidence.speech.office_nouns import OFFICES
from detente.evidence.speech.speaker_phrases import Speaker, before_titles
from detente.evidence.speech.speech_cues import DOCUMENT_NOUNS, SPEAKER_NOUNS

_STOPS = frozenset((",", ".", ";", ":", ")", "(", "—", "–", "!", "?", QUOTE))
_CLAUSE = frozenset("as who which that when while where if and but as because released".split())
_OWN = frozenset("his her their its my our".split())
_REACH = 14


def source_phrase(n: Narration, unit: Unit, k: int) -> Speaker | None:
    """Who is named after *according to* (the phrase begins at word ``k``).

    A person goes before a body, a body before a mere adjective of origin; where no mention
    is found the words stand alone.
    """
    last = k - 1
    noun: str | None = None
    found: list[tuple[int, tuple[Mention, Actor]]] = []
    for j in range(k, min(len(unit.words), k + _REACH)):
        word = unit.low[j]
        if word in _STOPS or word in _CLAUSE or word in AUXILIARIES or word in MODALS:
            break
        last = j
        if word in DOCUMENT_NOUNS or (word in SPEAKER_NOUNS and noun is None):
            noun = word
        mention = n.starting.get(unit.words[j].start)
        if mention is not None:
            found.append((j, mention))
    if last < k or unit.low[k] in ("plan", "schedule"):
        return None
    office = noun in OFFICES and unit.low[last] == noun
    if office and found and all(a.type == "state" for _, (_, a) in found):
        # *According to Freedonia’s premier, Leo Marsh*: the premier, not the state.
        named = _named_behind(n, unit, last)
        if named is not None:
            return Speaker(
                named[1], named[0].span.start, named[0].span.end, None, last + 2, "source"
            )
        return Speaker(None, unit.words[k].start, unit.words[last].end, noun, k, "source")
    if found:
        first, (mention_, actor) = _best(found)
        document = noun if noun in DOCUMENT_NOUNS else None
        return Speaker(actor, mention_.span.start, mention_.span.end, document, first, "source")
    if noun is None and not unit.words[k].text[:1].isupper():
        return None
    named = _named_behind(n, unit, last)
    if named is not None and noun in SPEAKER_NOUNS:
        # *According to a former aide, Leo Marsh.*
        span = named[0].span
        return Speaker(named[1], span.start, span.end, None, last + 2, "source")
    begin, end = _spoken_of(unit, k, last)
    body = _body_of_subject(n, unit, begin, end)
    return Speaker(body, unit.words[begin].start, unit.words[end].end, noun, begin, "source")


def _named_behind(n: Narration, unit: Unit, last: int) -> tuple[Mention, Actor] | None:
    """The person named between a comma after word ``last`` and the next mark."""
    if unit.low[last + 1 : last + 2] != [","] or last + 2 >= len(unit.words):
        return None
    found = n.starting.get(unit.words[last + 2].start)
    if found is None or found[1].type != "person":
        return None
    after = next((w for w in unit.words[last + 2 :] if w.start >= found[0].span.end), None)
    return found if after is None or after.text in (",", ".", ";", ")", "—", "–") else None


def _spoken_of(unit: Unit, k: int, last: int) -> tuple[int, int]:
    """The noun that speaks: of *a statement by its ministry* the ministry, else the statement."""
    ends = [j for j in range(k, last + 1) if unit.low[j] in SPEAKER_NOUNS | DOCUMENT_NOUNS]
    if not ends:
        return k, last
    if unit.low[ends[0]] in DOCUMENT_NOUNS:
        for j in range(ends[0] + 1, last):
            behind = [e for e in ends if e > j and unit.low[e] in SPEAKER_NOUNS]
            if unit.low[j] in ("by", "from", "of") and behind:
                return j + 1, behind[-1] if unit.low[j + 1] in _OWN else behind[0]
    return k, ends[0]


def _body_of_subject(n: Narration, unit: Unit, k: int, end: int) -> Actor | None:
    """*Its foreign ministry* is that of the state the sentence is about, where the text has it."""
    if unit.low[k] not in ("its", "their") or end == k:
        return None
    words = " ".join(unit.low[k + 1 : end + 1])
    for j in range(k):
        found = n.starting.get(unit.words[j].start)
        if found is None or found[1].type != "state" or found[0].kind == "demonym":
            continue
        own = [
            a
            for a in n.reading.actors
            if a.type == "government_body"
            and a.affiliation == found[1].id
            and words in a.name.lower()
        ]
        return own[0] if len(own) == 1 else None
    return None


def _best(found: list[tuple[int, tuple[Mention, Actor]]]) -> tuple[int, tuple[Mention, Actor]]:
    for pair in found:
        if pair[1][1].type == "person":
            return pair
    for pair in found:
        if pair[1][0].kind != "demonym":
            return pair
    return found[0]


def _first_owner(
    n: Narration, unit: Unit, k: int, owner: tuple[Mention, Actor]
) -> tuple[Mention, Actor]:
    """*Ruiz’s and President Marsh’s agreement*: the first of the two owns it."""
    while k > 0 and unit.words[k].start > owner[0].span.start:
        k -= 1
    j = before_titles(n, unit, k - 1)
    if j < 2 or unit.low[j] != "and":
        return owner
    mark = unit.low[j - 1] in ("'s", "’s", "'", "’")
    other = n.ending.get(unit.words[j - 2 if mark else j - 1].end)
    same = other is not None and (other[1].type == "person") == (owner[1].type == "person")
    return other if other is not None and same else owner


def nominal_speaker(n: Narration, unit: Unit, i: int) -> Speaker | None:
    """Whose the noun at ``i`` is: *Ruiz's claim*, *her claim*, *a claim by Ruiz*."""
    for j in range(i - 1, max(-1, i - 5), -1):
        word = unit.low[j]
        if word in ("'s", "’s", "'", "’"):
            owner = n.ending.get(unit.words[j - 1].end) if j else None
            if owner is None:
                return None
            mention, actor = _first_owner(n, unit, j - 1, owner)
            return Speaker(actor, mention.span.start, mention.span.end, None, j - 1, "beside")
        if word in _OWN:
            pronoun = n.starting.get(unit.words[j].start)
            if pronoun is None:
                return None
            span = pronoun[0].span
            return Speaker(pronoun[1], span.start, span.end, word, j, "beside")
        if not word.isalpha() or word in AUXILIARIES:
            break
    k = i + 1
    while k < len(unit.low) and (is_adverb(unit, k) or unit.low[k] in DAYS):
        k += 1
    if k + 1 < len(unit.words) and unit.low[k] in ("by", "from"):
        source = source_phrase(n, unit, k + 1)
        if source is not None and source.actor is not None:
            return replace(source, how="beside")
    return None
