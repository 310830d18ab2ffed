"""One-word names of persons whom a text does not introduce: "Nordmann said on Friday"."""

from __future__ import annotations

from detente.evidence.naming.careful_names import is_no_person
from detente.evidence.naming.given_names import is_given_name
from detente.evidence.naming.name_words import ARTICLES, FUNCTION_WORDS, PARTICLES
from detente.evidence.naming.person_finding import PersonFound, is_known_place
from detente.evidence.naming.person_forms import Covered, PersonForm, is_thing, may_be_name
from detente.evidence.naming.person_titles import POSSESSIVES
from detente.evidence.naming.words import Words

# Only what people do with their mouths: a firm reports and expects, an agency estimates.
_UTTERED = frozenset(
    """said says told added adds answered replied retorted insisted insists warned warns stressed
    recalled admitted joked quipped remarked acknowledged tweeted concluded continued vowed argued
    argues complained conceded countered explained exclaimed""".split()
)
# Singular words that can open a sentence without an article and then speak.
_ORDINARY = frozenset(
    """police management opposition parliament government staff family everyone everybody nobody
    somebody someone anyone neither either another both half most much none army navy prosecution
    defence defense leadership authority congress command headquarters counsel state
    court""".split()
)
_LOCAL = frozenset("in at from near to across throughout via".split())


def find_speaking(words: Words, covered: Covered, known: set[int]) -> list[PersonFound]:
    """Capitalised words that stand alone beside a verb of utterance.

    A word that the text also writes small, or uses with an article or as a place, is none.
    """
    speaking: dict[str, list[int]] = {}
    barred: set[str] = set()
    owning: dict[str, list[int]] = {}
    for i in words.capitals:
        if i in known or not words.prose[i]:
            continue
        word = words.texts[i]
        if words.texts[i + 1 : i + 2] and words.texts[i + 1] in POSSESSIVES:
            owning.setdefault(word, []).append(i)
        before = words.lowers[i - 1] if words.next_to(i, i - 1) else ""
        if before in ARTICLES or before in _LOCAL:
            barred.add(word)
            continue
        after = words.lowers[i + 1] if words.next_to(i, i + 1) else ""
        if after not in _UTTERED and (before not in _UTTERED or after[:1].isalpha()):
            continue
        if not _alone(words, i) or not may_be_name(words, i, covered):
            continue
        if words.initial[i] and (words.lowers[i][-1] == "s" or words.lowers[i] in _ORDINARY):
            continue  # its capital says nothing, and plurals speak as often as names do
        speaking.setdefault(word, []).append(i)
    return [
        PersonFound(PersonForm(i, i + 1, (word,)), None, "acts_as_person", "low")
        for word, places in speaking.items()
        if word not in barred
        and _sounds_like_a_name(words, word)
        and not is_no_person(words, word, owning.get(word, ()))
        for i in places
    ]


def _alone(words: Words, i: int) -> bool:
    """No capitalised word, hyphen or digit joins the word on either side."""
    for j in (i - 1, i + 1):
        if not words.next_to(i, j):
            continue
        joined = words.glued[i] if j < i else words.glued[j]
        beside = words.texts[j]
        if words.capital[j] and not (words.initial[j] and words.lowers[j] in FUNCTION_WORDS):
            return False
        if joined and (beside in "-‐‑–&/" or beside[0].isalnum()):
            return False
    return True


def _sounds_like_a_name(words: Words, word: str) -> bool:
    lower = word.lower()
    return (
        len(word) > 2
        and not word.isupper()
        and lower not in words.common
        and lower not in PARTICLES
        and not is_thing(lower)
        and not is_given_name(word)
        and not is_known_place(word)
    )
