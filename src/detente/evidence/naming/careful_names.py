"""Names that are ordinary words too: kept only where something beside them speaks for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from detente.evidence.naming.gazetteer_match import Hit, gazetteer
from detente.evidence.naming.given_names import is_given_name
from detente.evidence.naming.name_words import DAYS_AND_MONTHS, FUNCTION_WORDS, THING_WORDS
from detente.evidence.naming.person_titles import POSSESSIVES
from detente.evidence.naming.title_words import HEADS as TITLE_HEADS
from detente.evidence.naming.words import Words

_PUBLICATIONS = frozenset(
    "newspaper magazine daily journal reporter correspondent columnist editorial".split()
)

# What a party has and a person has not.
_OF_PARTIES = frozenset(
    """leader leaders mp mps candidate candidates manifesto frontbench backbenchers
    caucus lawmakers councillors parliamentarians""".split()
)
_AMERICA = frozenset({"America", "American", "Americans"})
# Money has a name of its own: "U.S. dollars".
_CURRENCIES = frozenset(
    """dollar dollars pound pounds euro euros yen yuan rouble roubles ruble rubles rupee rupees
    lira liras rial rials riyal riyals dinar dinars dirham dirhams franc francs krone kroner
    krona kronor peso pesos won hryvnia hryvnias shekel shekels""".split()
)


def trusted(words: Words, hits: Sequence[Hit], affiliation: Mapping[str, str]) -> list[Hit]:
    """The hits without those whose words mean something else here.

    ``affiliation`` tells whose an organisation is: *Senate* needs its state in the text.
    """
    sure = {h.name.entity for h in hits if not h.name.careful and h.name.kind != "capital"}
    capital = {i for h in hits for i in range(h.first, h.last)}
    return [h for h in hits if _stands(words, h, sure, capital, affiliation)]


def _stands(
    words: Words,
    hit: Hit,
    sure: set[str],
    covered: set[int],
    affiliation: Mapping[str, str],
) -> bool:
    name = hit.name
    if hit.first > 1 and words.glued[hit.first] and words.lowers[hit.first - 2] == "non":
        return False  # "non-Western": everybody else
    single = hit.last == hit.first + 1
    if single and words.lowers[hit.last : hit.last + 1] == ["first"] and words.capital[hit.last]:
        return False  # a slogan: "Norway First"
    before = words.lowers[hit.first - 1] if words.next_to(hit.first, hit.first - 1) else ""
    if name.text in _AMERICA and before in ("north", "south", "central", "latin"):
        return False
    if hit.last < len(words) and words.glued[hit.last] and words.texts[hit.last] in "$£€":
        return False  # "US$5 million"
    if name.kind in ("name", "acronym", "demonym") and name.entity.startswith("state:"):
        after = words.lowers[hit.last] if words.next_to(hit.first, hit.last) else ""
        if after in _CURRENCIES:
            return False
    if not name.careful:
        return True
    if name.text.isupper() and len(name.text) > 1:
        return not _shouted(words, hit)
    if name.kind == "capital":
        return name.entity in sure and not _neighbour_name(words, hit, covered)
    if name.type == "media":
        return _is_publication(words, hit)
    if name.kind in ("demonym", "population") or not single:
        return name.entity in sure or not words.initial[hit.first] or not single
    follows = words.next_to(hit.first, hit.last) and words.capital[hit.last]
    if follows and hit.last not in covered and words.lowers[hit.last] in THING_WORDS:
        return False
    if name.entity.startswith(("state:", "grp:")):
        if name.text.endswith("s") and name.text[:-1].lower() in words.common:
            return False
        return before == "of" or not _neighbour_name(words, hit, covered)
    owner = affiliation.get(name.entity)
    if owner is not None and owner not in sure:
        return False
    return not words.next_to(hit.first, hit.first - 1) or not (
        words.capital[hit.first - 1]
        and hit.first - 1 not in covered
        and not words.initial[hit.first - 1]
    )


def is_no_person(words: Words, word: str, places: Sequence[int]) -> bool:
    """True for a party or body that stands where a person might: "Labour said …".

    It has a name that the tables know, though nothing in the text says whose it is, or one of
    its ``places`` owns what only such a body owns.
    """
    known = gazetteer().single(word)
    if known is not None and known.entity.startswith("org:"):
        return True
    return any(owns_people(words, i + 1) for i in places)


def owns_people(words: Words, i: int) -> bool:
    """True if token ``i`` is the possessive mark of "…’s candidate" or "…’s Kari Nordmann"."""
    if not words.together(i, i + 1) or words.texts[i] not in POSSESSIVES:
        return False
    named = words.together(i, i + 2) and words.capital[i + 2] and is_given_name(words.texts[i + 1])
    return named or words.lowers[i + 1] in _OF_PARTIES


def _shouted(words: Words, hit: Hit) -> bool:
    """True where the words around are capitals too, so that capitals tell nothing."""
    around = [
        words.texts[i]
        for i in (hit.first - 1, hit.last)
        if words.next_to(hit.first, i) and words.texts[i].isalpha() and len(words.texts[i]) > 1
    ]
    return any(w.isupper() for w in around) and not words.prose[hit.first]


def _neighbour_name(words: Words, hit: Hit, covered: set[int]) -> bool:
    """True if an unknown capitalised word makes a person's name of it: "Jordan Reyes"."""
    for i in (hit.first - 1, hit.last):
        if not words.prose[hit.first] or not words.next_to(hit.first, i) or i in covered:
            continue
        word = words.texts[i]
        if (
            words.capital[i]
            and not words.initial[i]
            and len(word) > 1
            and not word.isupper()
            and words.lowers[i] not in FUNCTION_WORDS
            and words.lowers[i] not in words.common
            and word not in DAYS_AND_MONTHS
        ):
            return i == hit.last or words.lowers[i] not in TITLE_HEADS
    return False


def _is_publication(words: Words, hit: Hit) -> bool:
    before = words.lowers[hit.first - 1] if words.next_to(hit.first, hit.first - 1) else ""
    after = words.lowers[hit.last] if words.next_to(hit.first, hit.last) else ""
    if words.next_to(hit.first, hit.last) and words.capital[hit.last]:
        return False
    return (
        before == "the"
        or after in _PUBLICATIONS
        or (before in ("told", "by") and after not in POSSESSIVES)
    )
