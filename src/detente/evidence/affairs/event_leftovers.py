"""Times that no event word claimed: the verb they date tells of something all the same.

Lexicons of event words are never complete. What is dated has happened or will, whatever its
verb, unless the verb says how things are or a figure is what the time belongs to.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from detente.evidence.affairs.event_triggers import VERBS, Trigger
from detente.evidence.affairs.rows import Row
from detente.evidence.affairs.slots import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    STOPS,
)
from detente.evidence.affairs.syntax import Syntax

# By stem: how things are, grow, cost or are thought of, and words that only help others.
_STATIVE = tuple(
    """remain becom seem appear want hop believ think thought knew know liv exist grow grew rise
    rose ris fall fell increas declin drop total amount cost account import export includ depend
    need fac lie lay stood stand kept keep expect saw see show suggest us allow enabl constitut
    represent feel felt love like mean meant look start begin began continu say said tell told
    lack deserv matter wait lead led find found try tri fail manag help aim consist cover last
    be am is are was were been being has have had having do does did done get got let go
    assess estimat project forecast averag reckon serv work attempt result insist dat
    maintain preserv operat spark permit""".split()
)
_STATIVE_WHOLE = frozenset(
    """be am is are was were been being has have had having do does did done get got let go us
    use used uses lie lay see saw seen ris try tri say says said saying aim aims fail fails like
    last lasted need needs want wants wanted hope hopes""".split()
)
# The noun is the event: "the talks, which were **held** in May", "the vote **took** place".
_HOLDING = frozenset(
    """take takes took taken held scheduled set planned expected convened occurred happened happen
    staged due reached struck made collapsed ended started began resumed opened failed broke
    concluded continued stalled lasted culminated""".split()
)
# What may stand before "to" and a verb for the deed to be more than a purpose.
_PLANS = frozenset(
    """agreed agree agrees plan plans planned decided pledged promised vowed intends intend
    expected scheduled set due about is are was were invited ordered continue""".split()
)
_DATING = frozenset({"date", "month", "year", "weekday", "relative", "season", "range"})
_SPEECH_DAYS = frozenset({"today", "yesterday", "tomorrow", "tonight", "now"})
_NEAR, _REACH, _SUBJECT = 4, 9, 18
_TYPES: Mapping[str, str] = {
    word: kind
    for kind, words in {
        "statement_event": """congratulated thanked praised expressed reaffirmed confirmed
            stressed emphasised emphasized underlined outlined argued promised threatened
            informed notified replied responded responds criticised criticized protested
            demanded requested appealed published revealed disclosed""",
        "meeting": "discussed attended attends debated joined consulted reunited telephoned phoned",
        "visit": """went returned returns headed left leaves departed departs toured tours
            reached came comes""",
        "agreement": "initialed finalised finalized settled normalised normalized renewed",
        "conflict": "recaptured clashed fought overwhelmed surrendered revolted liberated",
        "attack": "assaulted stormed torpedoed sank rammed downed shot",
        "appointment": "replaced succeeded dismissed sacked nominated appoints assumed",
        "sanction": "froze banned",
        "humanitarian": "rescued repatriated",
    }.items()
    for word in words.split()
}
_LEAVING = frozenset({"left", "leaves", "reached", "headed", "came", "comes"})
_IRREGULAR = frozenset(
    """went came left took gave made sent brought won lost fought sank froze broke built chose
    drew fled held laid led paid put rose sat sold shot stole swore taught threw tore began
    overthrew withdrew withstood forbade""".split()
)


def claimed(
    row: Row,
    words: Sequence[Trigger],
    times: Mapping[int, int],
    free: Sequence[int],
    syntax: Syntax | None,
) -> dict[int, int]:
    """Times for event words that have none yet, where a parse or a verb of holding ties them."""
    if syntax is None:
        return _claimed_by_holding(row, words, times, free)
    out: dict[int, int] = {}
    open_ = {t.index: n for n, t in enumerate(words) if n not in times and not t.weak}
    for k in free:
        if _colours_noun(row, k):
            continue
        for offset in syntax.heads(row[k].start):
            head = row.at(offset)
            if head is not None and row.low(head) in _HOLDING:
                noun = syntax.subject(offset)
                head = head if noun is None else row.at(noun)
            if head in open_ and open_[head] not in out and _may_date(row, head, k):
                out[open_[head]] = k
                break
            if head is not None and any(t.index == head for t in words):
                break
    return out


def _claimed_by_holding(
    row: Row, words: Sequence[Trigger], times: Mapping[int, int], free: Sequence[int]
) -> dict[int, int]:
    """Times of "the talks between … were **held** on": the noun before the verb is dated."""
    out: dict[int, int] = {}
    for k in free:
        verb = _verb_by_order(row, k)
        if verb is None or row.low(verb) not in _HOLDING:
            continue
        nouns = [
            n
            for n, t in enumerate(words)
            if n not in times and n not in out and not t.is_verb and 0 < verb - t.index <= _SUBJECT
        ]
        if nouns and not STOPS & set(row.words(words[nouns[0]].index, verb)):
            out[nouns[0]] = k
    return out


def _may_date(row: Row, head: int, k: int) -> bool:
    """False across a word of saying: "said on **Monday** that" dates the saying."""
    low, high = min(head, k), max(head, k)
    return not {"that", "“", ":", ";"} & set(row.words(low + 1, high))


def leftovers(
    row: Row, words: Sequence[Trigger], free: Sequence[int], syntax: Syntax | None
) -> list[tuple[Trigger, int]]:
    """Verbs outside the lexicon that the times at ``free`` date, each with its time."""
    known = {t.index for t in words}
    out: list[tuple[Trigger, int]] = []
    for k in free:
        time = row[k].time
        if time is None or time.type not in _DATING or _colours_noun(row, k):
            continue
        i = _verb_of(row, k, syntax)
        if i is None or i in known or not _is_deed(row, i, k):
            continue
        known.add(i)
        out.append((Trigger(i, _type(row, i), is_verb=True), k))
    return out


def _type(row: Row, i: int) -> str:
    low = row.low(i)
    if low in _LEAVING and row.low(i + 1) not in {"for", "to", "from"}:
        there = i + 1 < len(row) and row[i + 1].mention is not None
        return "visit" if there and low in {"left", "leaves", "reached"} else "other"
    return _TYPES.get(low, "other")


def of_its_clause(row: Row, i: int, units: Sequence[int]) -> list[int]:
    """The ``units`` that stand in the clause of the verb at ``i``, not in the one around it."""
    begin = i
    while begin > 0 and row.low(begin - 1) not in RELATIVES and row.low(begin - 1) not in STOPS:
        begin -= 1
    return [k for k in units if k >= begin]


def _colours_noun(row: Row, k: int) -> bool:
    """True for "the <2016> award", "to <1967> borders": the time says which, not when."""
    if k + 1 >= len(row) or row[k].time is None:
        return False
    low, before = row.low(k + 1), row.low(k - 1)
    plain = low.isalpha() and not low.endswith("ed") and low not in AUXILIARIES | CONJUNCTIONS
    joined = before in DETERMINERS or before in {"to", "of"}
    plain = plain and low not in PREPOSITIONS | RELATIVES
    return joined and (plain or row[k + 1].actor is not None)


def _verb_of(row: Row, k: int, syntax: Syntax | None) -> int | None:
    if syntax is not None:
        heads = syntax.heads(row[k].start)
        if heads:
            verb = syntax.is_verb(heads[-1])
            found = row.at(heads[-1]) if verb else None
            return found if found is not None and row[found].kind == "word" else None
    return _verb_by_order(row, k)


def _verb_by_order(row: Row, k: int) -> int | None:
    """The past or future verb of the time's clause: left of it, or after an opening phrase."""
    for j in range(k - 1, max(-1, k - _REACH), -1):
        low = row.low(j)
        if low in STOPS or low in RELATIVES or low == ",":
            break
        if _looks_finite(row, j):
            return j
    if _looks_finite(row, k + 1) and k > 0 and row[k - 1].kind == "word":
        return k + 1  # "Chile on Monday spurned the plan"
    if k > 3 or row.low(k + 1) != ",":
        return None
    for j in range(k + 2, min(len(row), k + 2 + _REACH)):
        if row.low(j) in STOPS or row.low(j) in RELATIVES or row.low(j) == ",":
            return None
        if _looks_finite(row, j):
            return j
    return None


def _looks_finite(row: Row, j: int) -> bool:
    low, before = row.low(j), row.low(j - 1)
    if not low.isalpha() or before in DETERMINERS or before in PREPOSITIONS - {"to"}:
        return False
    if before in {"will", "to", "would"}:
        return low not in AUXILIARIES and low not in DETERMINERS
    past = low.endswith("ed") or low in _IRREGULAR
    return past and (before in AUXILIARIES or before.endswith("ly") or _after_name(row, j))


def _after_name(row: Row, j: int) -> bool:
    """True right after an actor or its time, or after a plain noun that may be the subject."""
    if j <= 0:
        return False
    before = row[j - 1]
    return before.actor is not None or before.time is not None or before.low.endswith("s")


def _is_deed(row: Row, i: int, k: int) -> bool:
    low = row.low(i)
    if low in _STATIVE_WHOLE or low in AUXILIARIES or low in VERBS:
        return False
    if low in _HOLDING and low not in {"reached", "opened", "made", "struck"}:
        return False
    if low.endswith("ing") and row.low(i - 1) not in AUXILIARIES:
        return False
    if row.low(i - 1) == "to" and row.low(i - 2) not in _PLANS:
        return False
    if low in {"left", "leaves"} and "with" in row.words(i + 1, i + 5):
        return False  # "left Chile with a debt" is no departure
    if len(low) > 4 and any(len(stem) > 3 and low.startswith(stem) for stem in _STATIVE):
        return False
    first, last = min(i, k), max(i, k)
    figures = (row[j].quantity for j in range(max(0, first - 3), min(len(row), last + 4)))
    if any(q is not None and q.unit is not None for q in figures):
        return False  # the time belongs to the figure: "bought 3 million tonnes in 2030"
    if row[k].low in _SPEECH_DAYS:
        return last - first <= _NEAR or (first <= 1 and row.low(k + 1) == ",")
    return True
