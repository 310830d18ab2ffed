"""One-word names of persons: before *era* and *administration*, or where the model sees one."""

from __future__ import annotations

from detente.evidence.naming.careful_names import is_no_person
from detente.evidence.naming.gazetteer_match import is_hyphen
from detente.evidence.naming.given_names import is_given_name
from detente.evidence.naming.name_words import PARTICLES
from detente.evidence.naming.noun_phrases import ADJECTIVES
from detente.evidence.naming.organisation_words import PUBLICATIONS
from detente.evidence.naming.person_finding import (
    SETTLEMENTS,
    PersonFound,
    inside_run,
    is_known_place,
)
from detente.evidence.naming.person_forms import (
    Covered,
    PersonForm,
    is_thing,
    may_be_name,
    read_name,
)
from detente.evidence.naming.title_words import MODIFIERS
from detente.evidence.naming.words import Words

_ERA = frozenset({"administration", "presidency", "premiership", "era"})
_LOCAL = frozenset("the in across throughout near a an this".split())


def find_eras(words: Words, covered: Covered, known: set[int]) -> list[PersonFound]:
    """One-word names in "Nordmann-era" and "the Nordmann administration"."""
    out: list[PersonFound] = []
    for sign in words.find(_ERA):
        i = sign - 1
        if words.lowers[sign] == "era":
            i -= 1
            if i < 0 or not is_hyphen(words.texts[i + 1]) or not words.glued[sign]:
                continue
        if not words.together(i, i + 1):
            continue
        if i in known or not _may_stand_alone(words, i, covered):
            continue
        form = read_name_back(words, i, covered)
        out.append(PersonFound(form, None, "era", "medium"))
    return out


def find_by_model(
    words: Words, covered: Covered, known: set[int], persons: set[int]
) -> list[PersonFound]:
    """One-word names that the model takes for persons wherever they stand.

    A word that the text also uses as a place would be ("in Nordmann", "the Nordmann") is none.
    """
    places: dict[str, list[int]] = {}
    for i in sorted(persons):
        joined = any(j in persons and may_be_name(words, j, covered) for j in (i - 1, i + 1))
        if (
            i not in known
            and not joined
            and not inside_run(words, i)
            and _may_stand_alone(words, i, covered)
        ):
            places.setdefault(words.texts[i], []).append(i)
    if not places:
        return []
    local = {
        words.texts[i]
        for i in range(1, len(words))
        if words.texts[i] in places
        and (
            words.lowers[i - 1] in _LOCAL
            or (words.lowers[i - 1] == "of" and words.lowers[i - 2] in SETTLEMENTS)
        )
    }
    return [
        PersonFound(PersonForm(i, i + 1, (word,)), None, "model_person", "low")
        for word, found in places.items()
        if word not in local
        and not is_given_name(word)
        and not is_known_place(word)
        and not is_no_person(words, word, found)
        for i in found
    ]


def _may_stand_alone(words: Words, i: int, covered: Covered) -> bool:
    lower = words.lowers[i]
    return (
        words.prose[i]
        and may_be_name(words, i, covered)
        and not words.initial[i]
        and not (i > 0 and words.glued[i] and is_hyphen(words.texts[i - 1]))
        and lower not in MODIFIERS
        and lower not in ADJECTIVES
        and lower not in words.common
        and lower not in PARTICLES
        and not is_thing(lower)
        and not (words.next_to(i, i + 1) and words.lowers[i + 1] in PUBLICATIONS)
    )


def read_name_back(words: Words, i: int, covered: Covered) -> PersonForm:
    """The name that ends in token ``i``: with the given name before it, if one stands there."""
    if words.next_to(i, i - 1) and is_given_name(words.texts[i - 1]):
        form = read_name(words, i - 1, covered, titled=False)
        if form is not None and form.last == i + 1:
            return form
    return PersonForm(i, i + 1, (words.texts[i],))


def model_persons(words: Words, parse: object | None) -> set[int]:
    """Tokens that the model takes for parts of persons' names; empty without a model."""
    out: set[int] = set()
    for base, doc in getattr(parse, "paragraphs", ()):
        for entity in doc.ents:
            if entity.label_ == "PERSON":
                first = words.at(base + entity.start_char)
                out.update(range(first, words.at(base + entity.end_char)))
    return out
