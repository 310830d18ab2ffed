"""Who does it: the subject of a verb, or the one who is what a noun says.

With a parse its answer comes first; the order of words answers where it is silent.
"""

from __future__ import annotations

from detente.evidence.affairs.rows import POSSESSIVE, Row
from detente.evidence.affairs.slots import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    MARKS,
    PEOPLE,
    PREPOSITIONS,
    RELATIVES,
    STOPS,
    coordinated,
    ends_phrase,
    in_phrase,
    owners,
    states_before,
)
from detente.evidence.affairs.syntax import Syntax

_PHRASE_REACH = 4
_CLAUSE_OPENERS = frozenset({"after", "before", "since", "until", "as", "when", "while", "because"})
# "Chile's government": what the state's head noun may be for the state to be the one who acts.
INSTITUTIONS = frozenset(
    """government governments administration forces army navy military troops leaders officials
    ministry parliament president minister leadership authorities regime cabinet delegation
    envoys negotiators diplomats troops jets warplanes aircraft missiles drones artillery
    rebels marines fighters command lawmakers air force companies firms""".split()
)


def subject_of(row: Row, i: int, syntax: Syntax | None = None) -> list[int]:
    """Actors that are the subject of the verb (or of the verb before the noun) at ``i``."""
    if row.low(i - 1) == "to" and i > 1 and row[i - 2].actor is not None:
        # "asked **Chad** to send", "an invitation to **Soto** to visit"
        return coordinated(row, i - 2, left=True)
    found = _subject_beside(row, i)
    if found:
        return found
    if syntax is not None:
        place = syntax.subject(row[i].start)
        if place is not None and row.sentence.start <= place:
            k = row.at(place)
            found = _subject_at(row, k, i) if k is not None else []
            if found:
                return found
    return _subject_by_order(row, i)


def _subject_beside(row: Row, i: int) -> list[int]:
    """The owner in the noun phrase that opens a clause and ends at its verb.

    "…, after **Chilean** patrols seized": not the subject of the main clause, whatever a
    parse makes of it.
    """
    k = i - 1
    while k >= 0 and (row.low(k) in AUXILIARIES or row.low(k).endswith("ly")):
        k -= 1
    steps = 0
    while k >= 0 and steps < _PHRASE_REACH and row[k].actor is None:
        if row[k].kind == "word" and not row.low(k).isalpha() and row.low(k) not in POSSESSIVE:
            return []
        if ends_phrase(row, k):
            return []
        k -= 1
        steps += 1
    if k < 0 or steps == _PHRASE_REACH or row[k].actor is None:
        return []
    if steps and not (row[k].is_adjective or row.possessive(k)):
        return []
    sides = coordinated(row, k, left=True)
    opening = sides[0] - 1
    while row.low(opening) in DETERMINERS or (opening >= 0 and row[opening].kind == "quantity"):
        opening -= 1
    return sides if row.low(opening) in _CLAUSE_OPENERS else []


def _subject_at(row: Row, k: int, i: int) -> list[int]:
    if k >= i:
        return []
    if row[k].actor is not None:
        return _of_one_list(row, coordinated(row, k, left=True)) + coordinated(row, k)[1:]
    if row[k].low in {"it", "they"}:
        return states_before(row, k)[:1]
    # The head is a plain noun: its owner acts ("Chile's fleet"), or whose it is ("fleet of Chile").
    own = owners(row, k)
    if not own and row.low(k) in PEOPLE and row.low(k + 1) in {"of", "from"}:
        own = [j for j in in_phrase(row, k + 2) if j < i]
    if not own and row.low(k + 1) in {"led", "headed"} and row.low(k + 2) == "by":
        own = [j for j in in_phrase(row, k + 3) if j < i]
    return own


def _of_one_list(row: Row, found: list[int]) -> list[int]:
    """Without the end of an opening phrase: "After talks **with Chad**, Peru and Mali agreed"."""
    j = found[0] - 1
    while row.low(j) in DETERMINERS:
        j -= 1
    fronted = len(found) > 1 and row.low(j) in PREPOSITIONS and row.low(found[0] + 1) == ","
    return found[1:] if fronted else found


def _subject_by_order(row: Row, i: int) -> list[int]:
    weak: list[int] = []
    k = i - 1
    while k >= 0 and (row.low(k) in AUXILIARIES or row.low(k).endswith("ly")):
        k -= 1
    if k > 0 and row.low(k) in {"that", "which", "who"}:
        k -= 1 + (row.low(k - 1) == ",")
        if row[k].actor is not None:
            return coordinated(row, k, left=True)
        found = owners(row, k)
        if found:
            return found
    k = i - 1
    crossed = 0
    while k >= 0:
        low = row.low(k)
        if low in STOPS and low not in {"—", "–", "(", ")"}:
            break
        if low in {"it", "they"} and not weak:
            return states_before(row, k)[:1]
        if row[k].actor is not None:
            if not _after_preposition(row, k):
                if not (row.possessive(k) or _colours_noun(row, k)):
                    return coordinated(row, k, left=True)
                if _names_institution(row, k):
                    return coordinated(row, k, left=True)
                weak = weak or coordinated(row, k, left=True)
        elif weak and (
            low in AUXILIARIES | RELATIVES | CONJUNCTIONS or low in {",", "said", "says"}
        ):
            break
        if low == ",":
            crossed += 1
            if crossed > 3:
                break
        k -= 1
    return weak


def _after_preposition(row: Row, k: int) -> bool:
    """True if the actor at ``k`` hangs on a preposition, itself or through those joined to it."""
    j = coordinated(row, k, left=True)[0] - 1
    while j >= 0 and (row.low(j) in DETERMINERS or row.low(j) in MARKS):
        j -= 1
    if row.low(j) in {"of", "from"} and row.low(j - 1) in PEOPLE:
        return row.low(j - 2) in PREPOSITIONS  # "**ministers of** Chile met" is Chile meeting
    return row.low(j) in PREPOSITIONS


def _colours_noun(row: Row, k: int) -> bool:
    """True if the actor at ``k`` stands before a noun: an adjective, or half of a compound."""
    nxt = row.low(k + 1)
    if nxt == "-" and k + 2 < len(row) and row[k + 2].actor is not None:
        return True
    if not nxt.isalpha() or nxt in AUXILIARIES | PREPOSITIONS:
        return False
    return row[k].is_adjective or _has_article(row, k)


def _has_article(row: Row, k: int) -> bool:
    """True for "**a** long Africa trip": a name takes *a* only for the noun that follows it."""
    for j in range(k - 1, max(-1, k - 6), -1):
        low = row.low(j)
        if low in {"a", "an"}:
            return True
        if not (low.isalpha() or low == "-") or ends_phrase(row, j):
            return False
    return False


def _names_institution(row: Row, k: int) -> bool:
    j = k + 1 + (1 if row.possessive(k) else 0)
    return any(row.low(n) in INSTITUTIONS for n in range(j, j + 3))


def _is_predicate(row: Row, k: int, i: int) -> bool:
    """True for "is **one of Chile's largest buyers**", not for "was hit by Chile's buyer"."""
    for j in range(k + 1, i):
        low = row.low(j)
        if low in PREPOSITIONS - {"of", "for", "to"} or low in RELATIVES:
            return False
    return True


def holder_of(row: Row, i: int, syntax: Syntax | None = None) -> list[int]:
    """Who *is* the noun at ``i``: "**Peru**, a donor", "**Peru** as a buyer", "**Peru** is".

    Also the second of two nouns joined ("as a partner and **buyer**") and an actor that
    follows between commas ("its largest donor, **Peru**,").
    """
    k = i
    floor = max(0, i - 24)
    while k > floor:
        k -= 1
        low = row.low(k)
        if low in {"as", "like"}:
            j = k - 1 - (row.low(k - 1) == ",")
            if j >= 0 and row[j].actor is not None:
                return coordinated(row, j, left=True)
            found = owners(row, k - 1) if k > 0 else []
            if found:
                return found
            break
        if low in {"is", "was", "are", "be", "been", "remains", "became", "become", "were"}:
            return subject_of(row, k, syntax) if _is_predicate(row, k, i) else []
        listed = row.low(k + 1) in CONJUNCTIONS  # "Peru, Chile, and our allies"
        if low == "," and k > 0 and row[k - 1].actor is not None and not listed:
            return coordinated(row, k - 1, left=True)
        if low in STOPS or low in {"said", "says"}:
            break
    if row.low(i + 1) == "," and i + 2 < len(row) and row[i + 2].actor is not None:
        return [i + 2]
    if i + 1 < len(row) and row[i + 1].actor is not None:
        return coordinated(row, i + 1)
    return []
