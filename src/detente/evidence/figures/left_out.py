"""Numbers whose noun is left out: *more than 40 were killed*, *only 27 have signed*."""

from __future__ import annotations

from detente.evidence.figures import approximators
from detente.evidence.figures.amounts import Amount
from detente.evidence.figures.noun_groups import Line
from detente.evidence.figures.units import BEFALLEN, CASUALTY_NOUNS, PERSONS

_LINKS = frozenset(
    """of than over at to by above beyond exceed exceeds exceeded exceeding reach reached
    reaches reaching surpass surpassed surpassing total totalled totaled totalling totaling
    had have has passed passing topped topping rose risen rising climbed climbing mounting
    mounted stood stands standing least some about nearly around approximately roughly is was were
    are at hit hitting estimated an between more less almost under fewer up number numbers numbered
    numbering exceeds exceed past neared approached approaches approaching nearing""".split()
)
# What is made up of persons: a bare number after *number* or *total* counts them.
_FORCES = frozenset("forces force army crowd crowds garrison contingent mission workforce".split())
_COUNTING = frozenset("number numbers numbered numbering totals totalled totaled".split())
# What is done to people, before their number: *killed hundreds*, *injuring at least 30*.
_DONE_TO_PEOPLE = frozenset(
    f"{stem}{ending}"
    for stem, endings in {
        "kill": "ed ing s",
        "wound": "ed ing s",
        "injur": "ed ing es",
        "arrest": "ed ing s",
        "detain": "ed ing s",
        "displac": "ed ing es",
        "captur": "ed ing es",
        "evacuat": "ed ing es",
        "rescu": "ed ing es",
        "execut": "ed ing es",
        "deport": "ed ing s",
        "expel": "led ling s",
        "abduct": "ed ing s",
        "kidnap": "ped ping s",
        "jail": "ed ing s",
        "imprison": "ed ing s",
        "massacr": "ed ing es",
        "slaughter": "ed ing s",
        "maim": "ed ing s",
        "uproot": "ed ing s",
        "drown": "ed ing s",
        "shelter": "ed ing s",
        "bur": "ied ying ies",
        "employ": "ed ing s",
    }.items()
    for ending in endings.split()
)
_SPENDING = frozenset(
    """spend spends spent spending cost costs costing invest invests invested investing pay pays
    paid paying pour pours poured pouring lose loses lost losing earn earns earned owe owes owed
    pledge pledged pledges raise raised save saves saved saving worth waste wasted""".split()
)
_AUXILIARIES = frozenset(
    """have has had were are was is will would did do could can may might voted signed ratified
    abstained joined opposed backed supported refused remain remained left attended agreed declined
    rejected approved went came took made said fled died returned gathered marched protested
    rallied turned lost live lived work worked face faced need needed await waited""".split()
)
_MONEY_MAGNITUDE = 1e6


def unit_left_out(line: Line, amount: Amount, before: str | None) -> str | None:
    """The unit of a number without a noun, None where nothing tells it.

    ``before`` is the unit of the count before it in the sentence, which it takes where it is the
    subject of a verb (*54 states have signed, but only 27 have ratified*).
    """
    words = line.words
    after = words[amount.end : amount.end + 3]
    if after and (
        after[0] in BEFALLEN or (_is_have(after[0]) and any(w in BEFALLEN for w in after))
    ):
        return "persons"
    if _counted_before(line, amount):
        return "persons"
    alone = _stands_alone(line, amount.end)
    start, _ = approximators.before(words, amount.first)
    verb = words[start - 1] if start else ""
    if alone and verb in _DONE_TO_PEOPLE:
        return "persons"
    subject = bool(after) and after[0] in _AUXILIARIES
    if before is not None and subject:
        return before
    if amount.value is None and alone and amount.least is not None:
        if verb in _SPENDING:
            return "money" if amount.least >= _MONEY_MAGNITUDE else None
        if amount.least < _MONEY_MAGNITUDE or subject:
            return "persons" if subject or verb in {"by", "for"} else None
    return None


def _stands_alone(line: Line, at: int) -> bool:
    """True if no noun follows that the number could count."""
    return at >= len(line.words) or not line.plain(at) or line.words[at] in {"more", "others"}


def _counted_before(line: Line, amount: Amount) -> bool:
    """*Casualties beyond 9,000*, *the army numbers some 200,000*."""
    words = line.words
    k = amount.first - 1
    steps = 0
    counting = False
    while k >= 0 and steps < 6 and (words[k] in _LINKS or words[k] in CASUALTY_NOUNS):
        counting = counting or words[k] in _COUNTING
        if words[k] in CASUALTY_NOUNS:
            return True
        k -= 1
        steps += 1
    return counting and k >= 0 and (words[k] in _FORCES or words[k] in PERSONS)


def _is_have(word: str) -> bool:
    return word in {"were", "are", "was", "have", "had", "others", "more", "people", "of"}
