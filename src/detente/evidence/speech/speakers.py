"""From a cue to its subject, by the order of words alone."""

from __future__ import annotations

from dataclasses import replace

from detente.evidence.speech.narration import QUOTE, Narration, Unit
from detente.evidence.speech.narration_words import (
    AUXILIARIES,
    DAYS,
    MODALS,
    PREPOSITIONS,
    PRONOUNS,
    STRONG_PASTS,
    is_adverb,
    skip_back,
    tensed,
)
from detente.evidence.speech.speaker_phrases import (
    Speaker,
    before_titles,
    known,
    phrase_ending,
    pronoun,
)
from detente.evidence.speech.speech_cues import SPEAKER_NOUNS

_APPOSITION = frozenset(
    """who whose which whom the a an his her their its former head chief speaking now also then
    asked himself herself one director president minister chair chairman spokesman spokeswoman
    himself leader himself currently long deputy both""".split()
)

_REACH = 40


def speaker_left(n: Narration, unit: Unit, i: int) -> Speaker | None:
    """The phrase that ends just before the verb at ``i`` (auxiliaries and days skipped)."""
    j = skip_back(unit, i - 1)
    if j < 0:
        return None
    if unit.low[j] in (",", "—", "–", ")"):
        found = _before_apposition(n, unit, j)
        return found if found is None else _first_of_two(n, unit, found)
    return phrase_ending(n, unit, j)


def _first_of_two(n: Narration, unit: Unit, found: Speaker) -> Speaker:
    """*The premier, Ana Ruiz, and her host, Leo Marsh, said*: the first of the two speaks."""
    k = found.first - 3
    if k < 0 or unit.low[k + 1 : k + 3] != [",", "and"]:
        return found
    other = n.ending.get(unit.words[k].end)
    if other is None or found.actor is None or other[1].type != found.actor.type:
        return found
    if any(tensed(unit, m) for m in range(k)):
        return found
    return known(unit, max(0, k - 1), other, "apposition")


def _before_apposition(n: Narration, unit: Unit, j: int) -> Speaker | None:
    """*Ruiz, the trade minister, said* and *Ruiz, who has led it since, said*."""
    close = unit.low[j]
    openers = {",": (",",), ")": ("(",), "—": ("—", "–"), "–": ("—", "–")}[close]
    nearest: Speaker | None = None
    for k in range(j - 1, max(0, j - _REACH), -1):
        word = unit.low[k]
        if word in (";", ":", QUOTE):
            break
        if word not in openers:
            continue
        named = _name_between(n, unit, k, j)
        if nearest is None and named is not None:
            return named
        first = unit.low[k + 1]
        relative = first in ("who", "whose", "which", "whom")
        fits = relative or (nearest is None and _appositive(unit, k + 1, j))
        if not fits:
            continue
        at = phrase_ending(n, unit, k - 1)
        if at is None or (at.noun in PRONOUNS and not relative):
            continue
        made = Speaker(at.actor, at.start, at.end, at.noun, at.first, "apposition")
        if relative:
            return made
        nearest = made
    if nearest is not None:
        return nearest
    if close == ")":
        # *The bureau (NBS) said*: the name before the bracket.
        for k in range(j - 1, max(0, j - 8), -1):
            if unit.low[k] == "(" and k:
                return phrase_ending(n, unit, k - 1)
    return None


def _name_between(n: Narration, unit: Unit, k: int, j: int) -> Speaker | None:
    """*The president, Leo Marsh, said*: nothing but a name between the commas ``k`` and ``j``."""
    if k == 0 or (unit.low[k - 1] not in SPEAKER_NOUNS and not _of_office(unit, k)):
        return None
    inner = n.ending.get(unit.words[j - 1].end)
    if inner is None or inner[0].kind not in ("name", "nominal"):
        return None
    # *Its envoy, retired general Leo Marsh, said*: titles may stand before the name.
    for m in range(k + 1, j):
        if unit.words[m].start >= inner[0].span.start:
            break
        plain = unit.words[m].text.isalpha() or unit.low[m] in (".", "-")
        if m - k > 4 or not plain or unit.low[m] in PREPOSITIONS or unit.low[m] in PRONOUNS:
            return None
    office = phrase_ending(n, unit, k - 1)
    first = k - 1 if office is None else office.first
    if inner[1].type != "person" and (office is None or office.noun not in SPEAKER_NOUNS):
        return None
    return known(unit, first, inner, "apposition")


def name_behind(n: Narration, unit: Unit, k: int, first: int) -> Speaker | None:
    """The name between commas after the office whose last word is at ``k``."""
    if unit.low[k + 1 : k + 2] and unit.low[k + 1] in ("of", "to", "for", "in", "at", "on"):
        stop = min(len(unit.low), k + 9)
        k = next((m - 1 for m in range(k + 2, stop) if not unit.words[m].text.isalpha()), k)
    if unit.low[k + 1 : k + 2] != [","]:
        return None
    for j in range(k + 3, min(len(unit.words), k + 12)):
        if unit.low[j] == ",":
            made = _name_between(n, unit, k + 1, j)
            return None if made is None else replace(made, first=first)
    return None


def _of_office(unit: Unit, k: int) -> bool:
    """*The head of the mission*, *its ambassador to the league*: an office with its complement."""
    for m in range(k - 1, max(-1, k - 8), -1):
        if unit.low[m] in ("of", "to", "for", "in", "at", "on"):
            return m > 0 and unit.low[m - 1] in SPEAKER_NOUNS
        if not (unit.words[m].text[:1].isalpha() or unit.low[m] in ("'s", "’s", "-", "'", "’")):
            return False
    return False


def _appositive(unit: Unit, k: int, stop: int) -> bool:
    word = unit.low[k]
    if word in _APPOSITION or word.isdigit() or word in SPEAKER_NOUNS:
        return True
    if word in ("in", "at", "on", "during", "after", "for", "as", "like", "along", "under", "from"):
        return True
    if word in DAYS or is_adverb(unit, k) or (word.endswith(("ing", "ed")) and len(word) > 5):
        return True
    return unit.words[k].text[:1].isupper() and any(
        unit.low[i] in SPEAKER_NOUNS for i in range(k, stop)
    )


def clause_subject(n: Narration, unit: Unit, i: int) -> Speaker | None:
    """The subject of the sentence before ``i``: its first actor in front of a verb.

    A name after a preposition or before a possessive mark is no subject.
    """
    start = 0
    for k in range(i):
        if unit.low[k] == ";" or (unit.low[k] == QUOTE and _spoken(n, unit, k)):
            start = k + 1
    for k in range(start, i):
        found = n.starting.get(unit.words[k].start)
        if found is None:
            if unit.low[k] in ("he", "she", "they") and k + 1 < i:
                return pronoun(n, unit, k)
            continue
        last = k
        while last + 1 < len(unit.words) and unit.words[last + 1].start < found[0].span.end:
            last += 1
        before = before_titles(n, unit, k - 1)
        after = unit.low[last + 1] if last + 1 < i else ""
        if before >= 0 and unit.low[before] in PREPOSITIONS:
            continue
        if after in ("'s", "’s", "-", "'", "’") or found[0].kind == "demonym":
            continue
        if after and after not in (",", "(", "and") and not _verb_like(unit, last + 1, i):
            continue
        return known(unit, k, found, "clause")
    return None


def _spoken(n: Narration, unit: Unit, k: int) -> bool:
    """A quotation that is a sentence of its own: first, or with a comma before its end."""
    inner_end = n.quotes[unit.quote_at[k]].inner_end
    return k == 0 or n.reading.text[inner_end - 1] in ",?!"


def _verb_like(unit: Unit, k: int, stop: int) -> bool:
    word = unit.low[k]
    if is_adverb(unit, k) and k + 1 < stop:
        return _verb_like(unit, k + 1, stop)
    return (
        word in AUXILIARIES
        or word in MODALS
        or word in ("who", "which", "on", "in", "at")
        or (unit.words[k].text == word and word.isalpha() and word.endswith(("ed", "s", "d")))
        or word in STRONG_PASTS
    )
