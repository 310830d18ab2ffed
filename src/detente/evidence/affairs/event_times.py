"""Which time belongs to which event word: the nearest in its clause, weighed by what is between."""

from __future__ import annotations

from collections.abc import Sequence

from detente.evidence.affairs.event_triggers import NOUNS, VERBS, Trigger
from detente.evidence.affairs.rows import POSSESSIVE, Row
from detente.evidence.affairs.slots import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    MARKS,
    PREPOSITIONS,
    STOPS,
)
from detente.evidence.affairs.syntax import Syntax

# Bounds and spans of time do not say when something happens.
_BOUNDS = frozenset(
    "since until through by till per over for within throughout than to between".split()
)
_VAGUE = frozenset({"now", "currently", "recently", "today’s", "current", "once"})
_NEAR = ("last ", "past ", "coming ", "next ")
_SCHEDULED = frozenset(
    {
        "scheduled",
        "set",
        "planned",
        "slated",
        "due",
        "called",
        "announced",
        "postponed",
        "moved",
        "rescheduled",
        "delayed",
        "brought",
        "adjourned",
    }
)
_LIMIT, _NOUN_LIMIT, _DAY_LIMIT = 11.0, 9.0, 3.0
_ADJACENT = 5
_SEALING = 7
_FAR = 40
_HOLDING = frozenset(
    """reached struck held hosted attended signed concluded sealed agreed announced opened joined
    convened launched conducted gave delivered made held chaired had began resumed engaged
    participated""".split()
)
_ASIDE = frozenset({"after", "following", "before", "during", "in", "at", "amid", "despite", "as"})
_SAYING_REACH = 4
_GIVEN = frozenset(
    "published broadcast aired released posted recorded given held conducted".split()
)
_RELATED = frozenset({"after", "before", "following", "leading", "ahead", "prior"})
_WISHES = frozenset(
    """plan plans offer offers proposal proposals call calls idea hopes hope prospect prospects
    demand demands bid invitation preparations need possibility""".split()
)


def datable(row: Row) -> list[int]:
    """Indices of the times in ``row`` that can date an event."""
    found = []
    for k, unit in enumerate(row.units):
        time = unit.time
        if time is None or time.type == "duration_ordinal" or unit.low in _VAGUE:
            continue
        if time.value == "FUTURE":  # *the period ahead*
            continue
        if _is_attributive(row, k):
            found.append(k)
            continue
        before = row.low(k - 1)
        if before in DETERMINERS:
            before = row.low(k - 2)
        if before in {"for", "to"} and row.low(k - 2) in _SCHEDULED:
            before = ""
        if before == "from" and time.type != "range":
            continue
        if before in {"over", "within", "in"} and unit.low.startswith(_NEAR):
            before = ""
        if before in _BOUNDS or unit.low.split(" ")[0] in _BOUNDS:
            continue
        found.append(k)
    return found


def _limit(row: Row, trigger: Trigger, k: int) -> float:
    if trigger.is_verb:
        return _LIMIT
    # "today" in speech is rarely when the thing spoken of happens.
    return _DAY_LIMIT if row[k].low in {"today", "yesterday", "tomorrow"} else _NOUN_LIMIT


def _is_attributive(row: Row, k: int) -> bool:
    """True for "the 2011 **accord**": an article or bound, the time, and then its noun."""
    time = row[k].time
    if k + 1 >= len(row) or time is None or row.low(k - 1) not in DETERMINERS | _BOUNDS:
        return False
    if not any(c.isdigit() for c in time.span.text):
        return False
    low = row.low(k + 1)
    return row[k + 1].actor is not None or (
        low.isalpha() and low not in PREPOSITIONS | CONJUNCTIONS | AUXILIARIES
    )


def assign(
    row: Row, found: Sequence[Trigger], times: Sequence[int], syntax: Syntax | None
) -> dict[int, int]:
    """Give times to triggers: {trigger's position in ``found``: unit index of its time}.

    Cheapest pairs first; a time dates one event, an event has one time.
    """
    offers = []
    for n, trigger in enumerate(found):
        for k in times:
            if abs(k - trigger.index) > _FAR:
                continue
            cost = _cost(row, trigger, k, found, syntax)
            if cost <= _limit(row, trigger, k):
                offers.append((cost, n, k))
    out: dict[int, int] = {}
    taken: set[int] = set()
    for _, n, k in sorted(offers):
        if n not in out and k not in taken:
            out[n] = k
            taken.add(k)
    return out


def _cost(
    row: Row, trigger: Trigger, k: int, found: Sequence[Trigger], syntax: Syntax | None
) -> float:
    i = trigger.index
    cost = 3.0 if trigger.weak else 4.0 if _is_sealed(row, trigger) else 0.0
    if not trigger.is_verb and k < i <= k + _ADJACENT and _one_phrase(row, k, i):
        # What colours the noun is closer than all else: "today’s call in the months ahead".
        return cost - 6.0 + 0.1 * (i - k)
    if _is_attributive(row, k):
        return _LIMIT + 1
    if _is_of_other_verb(row, i, k, trigger):
        return _LIMIT + 1
    if not trigger.is_verb and k < i and row.low(k + 1) == "and":
        return _LIMIT + 1  # "the terms set on Monday and the resolution"
    if k > i and not trigger.is_verb and _is_called_for(row, i):
        return _LIMIT + 1
    if k < i and row.low(k + 1) in _RELATED:
        return _LIMIT + 1  # "restored ties in 2030 after talks": what came after is dated
    first, last = min(i, k) + 1, max(i, k)
    opened = False
    if k < i:
        held = None if trigger.is_verb else _holding_verb(row, k, i)
        if (trigger.is_verb or held is not None) and _opens(row, k):
            inside = [t for t in found if t.index < k and not t.weak]
            opened = trigger.is_verb and bool(inside)
            # "Soto flew in on Monday, Vega said" is no opening phrase: it has a verb of its own.
            cost += 9.0 if opened and inside[0].is_verb else 3.0 if opened else 0.5
            first = _main_clause(row, first, last)
            last = last if held is None else max(first, held)
        elif not trigger.is_verb:
            cost += 2.5 + (4.0 if _is_wished_for(row, i) else 0.0)
    elif trigger.type == "statement_event" and trigger.is_verb and _says_content(row, i, k):
        return _LIMIT + 1
    is_act_name = trigger.type == "other" and row.text[row[i].start].isupper()
    others = {t.index: t for t in found if t.index != i and not t.weak}
    for j in range(first, last):
        if k > i and not trigger.is_verb and row.low(j) in _GIVEN:
            continue
        if is_act_name and _is_in_name(row, j):
            continue
        cost += _step(row, j, others)
    if opened:
        return cost  # "At talks on Monday, Soto said": the opening phrase has its own event
    if syntax is not None and syntax.governs(row[i].start, row[k].start):
        cost -= 4.0
    return cost


def _is_sealed(row: Row, trigger: Trigger) -> bool:
    """True for the accord of "**signed** the accord": the time is rather of the signing."""
    if trigger.type != "agreement" or trigger.is_verb:
        return False
    i = trigger.index
    return any(VERBS.get(w) == "agreement" for w in row.words(i - _SEALING, i) if w not in NOUNS)


def _is_in_name(row: Row, j: int) -> bool:
    """True inside "Order **of the Port Board No. 4 of** 2031", the name of an act."""
    low = row.low(j)
    return low in {"of", "the", "no", ".", ""} or low.isdigit() or row.text[row[j].start].isupper()


def _is_of_other_verb(row: Row, i: int, k: int, trigger: Trigger) -> bool:
    """True if the time at ``k`` belongs to the other verb of "offered **on Monday** to host".

    Likewise "agreed to attend **in May**" says when they attend, not when they agreed.
    """
    if k > i:
        return trigger.type == "agreement" and trigger.is_verb and _is_infinitive(row, i + 1)
    opening = k - 1 if row.low(k - 1) in {"on", "in", "at"} else k
    verb = row.low(opening - 1)
    if not (verb.endswith("ed") or verb in {"said", "told", "sought", "began"}):
        return False
    return any(_is_infinitive(row, j) for j in range(k + 1, i)) and "," not in row.words(k, i)


def _is_infinitive(row: Row, j: int) -> bool:
    """True for *to* and a verb: no article, name or figure follows."""
    low = row.low(j + 1)
    return (
        row.low(j) == "to"
        and low.isalpha()
        and low not in DETERMINERS | PREPOSITIONS | CONJUNCTIONS
        and (low in VERBS or not low.endswith(("s", "ed")))
    )


def _is_called_for(row: Row, i: int) -> bool:
    """True for "**called for** a truce on Monday": the call is of Monday."""
    for k in range(i - 1, max(-1, i - 5), -1):
        if row.low(k) == "for":
            return row.low(k - 1) in {"called", "appealed", "pushed", "pressed", "asked"}
    return False


def _is_wished_for(row: Row, i: int) -> bool:
    """True for "a plan **for talks**", "hopes of a meeting": thought of, so not yet dated."""
    for k in range(i - 1, max(-1, i - 5), -1):
        if row.low(k) in {"for", "of", "on"}:
            return row.low(k - 1) in _WISHES
    return False


def _holding_verb(row: Row, k: int, i: int) -> int | None:
    """The verb of which the noun at ``i`` is the object: "**reached** a trade deal"."""
    for j in range(i - 1, max(k, i - 7), -1):
        if row.low(j) in _HOLDING:
            return j
        if row.low(j) in STOPS or row.low(j) == "," or row[j].actor is not None:
            return None
    return None


def _main_clause(row: Row, first: int, last: int) -> int:
    """Where the clause begins that an opening phrase belongs to, an aside skipped."""
    for j in range(first, last):
        if row.low(j) == ",":
            if row.low(j + 1) in _ASIDE:
                return next((a + 1 for a in range(j + 1, last) if row.low(a) == ","), j + 1)
            return j + 1
    return first


def _says_content(row: Row, i: int, k: int) -> bool:
    """True if what is said stands between the verb and the time, which then dates that."""
    plain = 0
    if row.low(i).startswith("sp"):
        return False  # "speaking from the steps of the palace on Monday"
    for j in range(i + 1, k):
        low = row.low(j)
        if low in {"that", "“", '"', ":", "he", "she", "they", "it"}:
            return True
        plain += row[j].kind == "word" and low.isalpha() and low not in DETERMINERS
    return plain > _SAYING_REACH


def _step(row: Row, j: int, others: dict[int, Trigger]) -> float:
    unit = row[j]
    low = row.low(j)
    if low in MARKS or low in DETERMINERS or low in POSSESSIVE:
        return 0.0
    if low in {",", "and"} and _lists(row, j):
        return 0.3
    if low == ",":
        return 2.0
    if low in STOPS:
        return 9.0
    if low in {"that", "which", "who", "where", "when", "while", "although", "because", "whether"}:
        return 4.0
    if low in {"as", "after", "before", "since"}:
        return 4.0
    if low in CONJUNCTIONS:
        return 1.5
    if j in others:
        return 3.0
    if unit.time is not None:
        return 3.0
    return 0.5 if unit.actor is not None else 1.0


def _lists(row: Row, j: int) -> bool:
    """True for a comma or *and* between two actors."""
    before = j - 1 if row.low(j - 1) != "," else j - 2
    follow = j + 1 if row.low(j + 1) not in CONJUNCTIONS else j + 2
    return (
        before >= 0
        and follow < len(row)
        and row[before].actor is not None
        and row[follow].actor is not None
    )


def _one_phrase(row: Row, k: int, i: int) -> bool:
    """True if time and noun are one phrase: "the 2011 Peru-Chile accord", "Monday’s vote"."""
    for j in range(k + 1, i):
        low = row.low(j)
        if low in PREPOSITIONS | CONJUNCTIONS | AUXILIARIES | DETERMINERS | STOPS or low == ",":
            return False
    return True


def _opens(row: Row, k: int) -> bool:
    """True if the time stands in a phrase that opens the sentence and ends with a comma."""
    if k > 12 or any(row.low(j) in AUXILIARIES for j in range(k)):
        return False
    return not any(row.low(j) == "," and j > 1 for j in range(k))
