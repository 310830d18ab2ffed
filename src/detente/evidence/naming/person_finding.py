"""Find persons' names: by a title, by an apposition, by what they do, by a model."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from detente.evidence.naming.careful_names import owns_people
from detente.evidence.naming.given_names import is_given_name
from detente.evidence.naming.name_folding import plain
from detente.evidence.naming.name_words import (
    ARTICLES,
    EASTERN_FAMILY_NAMES,
    FUNCTION_WORDS,
)
from detente.evidence.naming.noun_phrases import ends_phrase
from detente.evidence.naming.person_forms import (
    Covered,
    PersonForm,
    may_be_name,
    read_name,
)
from detente.evidence.naming.person_titles import POSSESSIVES, Body, Title, title_around
from detente.evidence.naming.source_verbs import SPEECH
from detente.evidence.naming.title_words import HEADS, PLAIN_FORMS
from detente.evidence.naming.words import Words
from detente.reference.cities import city
from detente.reference.places import place
from detente.types import Confidence

_DETERMINERS = frozenset("a an the his her its our their my ’s 's".split())
SETTLEMENTS = frozenset(
    "town towns city cities village villages district region province port outskirts".split()
)
# Signs that a party or a body has as well.
_UNSURE = frozenset({"model_person", "acts_as_person"})


@dataclass(frozen=True, slots=True)
class PersonFound:
    """A name in its place, with the title stated for it there, if any."""

    form: PersonForm
    title: Title | None
    rule: str
    confidence: Confidence


def find_titled(words: Words, covered: Covered, bodies: Mapping[int, Body]) -> list[PersonFound]:
    """Names right after a title, or joined to it by a comma, in prose."""
    out: list[PersonFound] = []
    for head in words.find(HEADS):
        if not words.prose[head] or head in bodies:
            continue
        word = words.lowers[head]
        title = title_around(words, head, bodies)
        if word in PLAIN_FORMS and not words.capital[head]:
            continue
        after = list(names_after(words, title, covered, bodies))
        out.extend(after)
        if after and after[0].form.first == title.last:
            continue
        before = _name_before(words, title, covered)
        if before is not None:
            out.append(PersonFound(before, title, "apposition", "high"))
    return out


def names_after(
    words: Words, title: Title, covered: Covered, bodies: Mapping[int, Body]
) -> Iterator[PersonFound]:
    """Whom a title stands before: one person, or after a title in the plural several."""
    i = title.last
    if not words.next_to(title.last - 1, i):
        return
    if words.texts[i] == "," and words.next_to(i, i + 1):
        # "Norway's prime minister, Kari Nordmann," – only a title with its body is read so.
        # or a phrase of its own: "her spokesman, Ola Nordmann,".
        form = read_name(words, i + 1, covered, titled=False)
        if form is None or title.plural or _lists_on(words, form.last):
            return
        if title.of is not None or _is_own_phrase(words, title.first, form.last):
            yield PersonFound(form, title, "apposition", "high")
        return
    while True:
        form = read_name(words, i, covered, titled=True)
        if form is None:
            return
        i = form.last
        stated = title
        k = i + 2 if words.lowers[i + 1 : i + 2] == ["the"] else i + 1
        if words.next_to(i - 1, k) and words.lowers[i] == "of" and k in bodies:
            # "President Nordmann of Norway"
            body = bodies[k]
            if title.of is None and body.first == k:
                stated = replace(title, of=body.actor)
            i = body.last
        yield PersonFound(form, stated, "title", "high")
        if not title.plural or not words.next_to(i - 1, i + 1):
            return
        if words.texts[i] not in (",", "and", "&"):
            return
        i += 2 if words.texts[i] == "," and words.lowers[i + 1] == "and" else 1


def _is_own_phrase(words: Words, first: int, end: int) -> bool:
    i = first - 1
    while words.next_to(first, i) and words.lowers[i] in ("senior", "very", "top", "new", "old"):
        i -= 1
    if not words.next_to(first, i) or words.lowers[i] not in _DETERMINERS:
        return False
    return not words.next_to(first, end) or not words.texts[end][0].isalnum()


def _lists_on(words: Words, i: int) -> bool:
    """True if a list of names goes on here rather than an apposition ends."""
    return words.next_to(i - 1, i) and words.texts[i] in ("and", "&")


def _name_before(words: Words, title: Title, covered: Covered) -> PersonForm | None:
    """The name in "Kari Nordmann, the prime minister of Norway"."""
    i = title.first - 1
    if not ends_phrase(words, title.last):
        return None
    while words.next_to(title.first, i) and words.lowers[i] in ("the", "a", "an", "former", "then"):
        i -= 1
    if not words.next_to(title.first, i - 1) or words.texts[i] != ",":
        return None
    return name_ending_at(words, i, covered)


def name_ending_at(words: Words, end: int, covered: Covered) -> PersonForm | None:
    """A name of two words or more whose last token is ``end - 1``."""
    for length in range(6, 1, -1):
        first = end - length
        if not words.next_to(end - 1, first) or not words.capital[first]:
            continue
        if words.initial[first] and words.lowers[first] in words.common:
            continue
        form = read_name(words, first, covered, titled=False)
        if form is not None and form.last == end:
            return form
    return None


def find_untitled(
    words: Words,
    covered: Covered,
    known: set[int],
    persons: set[int],
    surnames: set[str],
) -> list[PersonFound]:
    """Names of two words or more that behave like persons.

    ``known`` are tokens already read, ``persons`` tokens that a model takes for persons,
    ``surnames`` the family names read so far. One sign is needed: a verb of speech beside the
    name, *who* after it, an age, a common given name, its last word used alone elsewhere, or
    the model.
    """
    alone = _used_alone(words, covered)
    out: list[PersonFound] = []
    parties: set[tuple[str, ...]] = set()
    done = 0
    for i in words.capitals:
        if i < done or not words.prose[i] or i in known or inside_run(words, i):
            continue
        form = read_name(words, i, covered, titled=False)
        if form is None or not known.isdisjoint(range(form.first, form.last)):
            continue
        if words.initial[i] and words.lowers[i] in words.common:
            continue
        rule = _sign(words, form, persons, alone, surnames)
        if rule is not None:
            out.append(PersonFound(form, None, *rule))
            if rule[0] in _UNSURE and owns_people(words, form.last):
                parties.add(form.units)
        done = max(form.last, i + 1)
    return [f for f in out if f.form.units not in parties]


def inside_run(words: Words, i: int) -> bool:
    """True if a name goes on at token ``i``: the word before has a capital of its own."""
    return (
        words.capital[i - 1]
        and words.next_to(i, i - 1)
        and not words.initial[i - 1]
        and words.texts[i - 1][0].isalpha()
        and words.lowers[i - 1] not in HEADS
    )


def _sign(
    words: Words,
    form: PersonForm,
    persons: set[int],
    alone: Mapping[str, int],
    surnames: set[str],
) -> tuple[str, Confidence] | None:
    if is_known_place(words.text(form.first, form.last)):
        return None
    before = words.lowers[form.first - 1] if words.next_to(form.first, form.first - 1) else ""
    after = words.lowers[form.last] if words.next_to(form.last - 1, form.last) else ""
    if before == "the":
        return None
    ordinary = any(u.lower() in words.common for u in form.units)
    if after == ":" and words.initial[form.first]:
        return "speaker_label", "medium"
    if form.units[-1] in surnames or form.units[0] in surnames:
        return "surname_alone", "medium"
    if is_given_name(form.units[0]):
        return "given_name", "medium"
    if form.last - 1 in persons and form.first in persons and not _is_ground(words, form, before):
        return "model_person", "medium"
    if ordinary:
        return None
    if after in SPEECH or before in SPEECH or after in ("who", "whose", "himself", "herself"):
        return "acts_as_person", "medium"
    if after == "," and words.next_to(form.last, form.last + 1):
        follows = words.texts[form.last + 1]
        if follows == "who" or (follows.isdigit() and len(follows) == 2):
            return "acts_as_person", "medium"
    if after == "and" and _speaks_jointly(words, form.last + 1):
        return "acts_as_person", "medium"
    if any(alone.get(unit, 0) > 0 for unit in form.units[1:]):
        return "surname_alone", "medium"
    if plain(form.units[0]) in EASTERN_FAMILY_NAMES and alone.get(form.units[0], 0) > 0:
        return "surname_alone", "medium"
    return None


def _is_ground(words: Words, form: PersonForm, before: str) -> bool:
    """As in "in Porto Novo": where something happens; "in Lena Marsh’s view" is none."""
    possessive = words.next_to(form.last - 1, form.last) and words.texts[form.last] in POSSESSIVES
    if before == "of":
        return words.next_to(form.first, form.first - 2) and (
            words.lowers[form.first - 2] in SETTLEMENTS
        )
    return before in ("in", "at", "near", "across", "throughout") and not possessive


def _speaks_jointly(words: Words, i: int) -> bool:
    """True for a name with a known given name and a verb of speech after "and"."""
    if not words.together(i - 1, i) or not is_given_name(words.texts[i]):
        return False
    form = read_name(words, i, {}, titled=False)
    return (
        form is not None
        and words.next_to(i, form.last)
        and (words.lowers[form.last] in SPEECH or words.lowers[form.last] in ("both", "jointly"))
    )


def _used_alone(words: Words, covered: Covered) -> dict[str, int]:
    """Capitalised words that stand alone as a person would: "Nordmann said", "Nordmann's"."""
    out: dict[str, int] = {}
    for i in words.capitals:
        after = words.lowers[i + 1] if i + 1 < len(words) else ""
        if after not in POSSESSIVES and after not in SPEECH:
            continue
        if not words.prose[i] or not words.next_to(i, i + 1) or words.capital[i + 1]:
            continue
        if not may_be_name(words, i, covered):
            continue
        before = words.lowers[i - 1] if words.next_to(i, i - 1) else ""
        if before in ARTICLES or (before and words.capital[i - 1] and before not in FUNCTION_WORDS):
            continue
        word = words.texts[i]
        out[word] = out.get(word, 0) + 1
    return out


def is_known_place(name: str) -> bool:
    """True if the reference tables know a city, region or water of that name."""
    return place(name) is not None or any(not c.careful for c in city(name))


def tokens_of(found: Sequence[PersonFound]) -> set[int]:
    """The tokens that the names cover."""
    return {i for f in found for i in range(f.form.first, f.form.last)}
