"""Who speaks where the verb stands first: *said the premier, Ana Ruiz*."""

from __future__ import annotations

from detente.evidence.speech.narration import QUOTE, Narration, Unit
from detente.evidence.speech.narration_words import (
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
)
from detente.evidence.speech.speaker_phrases import SOMEBODY, Speaker, known, pronoun
from detente.evidence.speech.speech_cues import DOCUMENT_NOUNS, SPEAKER_NOUNS

_RELATIVES = frozenset(("who", "whom", "whose", "which", "that"))
# A complement between an office and the name behind it: *its envoy in the capital, Ana Ruiz*.
_COMPLEMENT = 6


def phrase_starting(n: Narration, unit: Unit, k: int) -> Speaker | None:
    """The noun phrase that begins at ``k``, after a verb: *said the premier, Ana Ruiz*."""
    stop = min(len(unit.words), k + 16)
    head: int | None = None
    for j in range(k, stop):
        word = unit.low[j]
        if word in PRONOUNS and j == k:
            return pronoun(n, unit, j)
        if word in SOMEBODY and j == k and unit.low[k + 1 : k + 2] in ([","], ["."], ["of"]):
            return Speaker(None, unit.words[j].start, unit.words[j].end, word, k, "inverted")
        found = n.starting.get(unit.words[j].start)
        if found is not None and found[1].type == "person":
            return known(unit, k, found, "inverted")
        if word in (".", ";", ":", QUOTE) or (word == "," and head is None):
            break
        if word == ",":
            following = n.starting.get(unit.words[j + 1].start) if j + 1 < stop else None
            if following is not None and following[1].type == "person":
                return known(unit, k, following, "inverted")
            break
        if (word in PREPOSITIONS and word != "of") or word in CONJUNCTIONS or word in _RELATIVES:
            break
        if word in SPEAKER_NOUNS or word in DOCUMENT_NOUNS or found is not None:
            head = j
    return _named_after(n, unit, k, head) or _inverted_noun(n, unit, k, head)


def _named_after(n: Narration, unit: Unit, k: int, head: int | None) -> Speaker | None:
    """*Its envoy in the capital, Ana Ruiz*: the person named after the office's complement."""
    if head is None or unit.low[head] not in SPEAKER_NOUNS:
        return None
    if unit.low[head + 1 : head + 2] and unit.low[head + 1] not in PREPOSITIONS:
        return None
    for j in range(head + 1, min(len(unit.words) - 1, head + _COMPLEMENT)):
        if unit.low[j] == ",":
            found = n.starting.get(unit.words[j + 1].start)
            if found is None or found[1].type != "person" or found[0].kind != "name":
                return None
            after = next((w.text for w in unit.words[j + 1 :] if w.start >= found[0].span.end), ".")
            return known(unit, k, found, "inverted") if after in (".", ",", ";") else None
        if not unit.words[j].text[0].isalpha():
            return None
    return None


def _inverted_noun(n: Narration, unit: Unit, k: int, head: int | None) -> Speaker | None:
    if head is None:
        return None
    whole = n.starting.get(unit.words[k].start)
    if whole is None and unit.low[k] in DETERMINERS and k + 1 < len(unit.words):
        whole = n.starting.get(unit.words[k + 1].start)
    if whole is not None and whole[0].span.end >= unit.words[head].end:
        return known(unit, k, whole, "inverted")
    covering = n.ending.get(unit.words[head].end)
    if covering is not None:
        return known(unit, k, covering, "inverted")
    noun = unit.low[head]
    if noun in DOCUMENT_NOUNS and unit.low[head + 1 : head + 2] in (["by"], ["from"]):
        # *Said a statement by its foreign ministry*.
        for j in range(head + 2, min(len(unit.words), head + 4)):
            found = n.starting.get(unit.words[j].start)
            if found is not None:
                span = found[0].span
                return Speaker(found[1], span.start, span.end, noun, k, "inverted")
    if noun in SPEAKER_NOUNS or noun in DOCUMENT_NOUNS:
        return Speaker(None, unit.words[k].start, unit.words[head].end, noun, k, "inverted")
    named = n.starting.get(unit.words[head].start)
    return None if named is None else known(unit, k, named, "inverted")
