"""Numbers whose noun is left out: *more than 40 were killed*, *only 27 have signed*."""

from __future__ import annotations

from detente.evidence.figures import approximators
from detente.evidence.figures.amounts import Amount
from detente.evidence.figures.noun_groups import VERBS_OF_NUMBERS, Line
from detente.evidence.figures.units import (
    BEFALLEN,
    CASUALTY_NOUNS,
    PERSONS,
    is_plural,
    unit_of_noun,
)

_LINKS = frozenset(
    """of than over at to by above beyond exceed exceeds exceeded exceeding reach reached
    reaches reaching surpass surpassed surpassing total totalled totaled totalling totaling
    had have has passed passing topped topping rose risen rising climbed climbing mounting
    mounted stood stands standing least some about nearly around approximately roughly is was were
    are at hit hitting estimated an between more less almost under fewer up number numbers numbered
    numbering exceeds exceed past neared approached approaches approaching nearing –
    — (""".split()
)
# What is made up of persons: a bare number after *number* or *total* counts them.
_FORCES = frozenset("forces force army crowd crowds garrison contingent mission workforce".split())
# Bodies of people, before *of* and their number: *a crew of 120*.
_BODIES = _FORCES | frozenset(
    """crew team staff delegation party posse detachment squad mob band audience congregation
    household entourage retinue militia corps platoon battalion brigade regiment cabinet assembly
    membership troupe""".split()
)
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
        "releas": "ed ing es",
        "free": "d ing s",
        "pardon": "ed ing s",
        "repatriat": "ed ing es",
        "hospitalis": "ed ing es",
        "torture": "d s",
        "poison": "ed ing s",
        "behead": "ed ing s",
    }.items()
    for ending in endings.split()
)
_SPENDING = frozenset(
    """spend spends spent spending cost costs costing invest invests invested investing pay pays
    paid paying pour pours poured pouring lose loses lost losing earn earns earned owe owes owed
    pledge pledged pledges pledging lend lends lent lending subscribe subscribed
    borrow borrowed indebted donate donated contribute contributed deposit deposited raise raised
    save saves saved saving worth waste wasted""".split()
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
    part = _part_of(words, amount.end, start, before)
    if part is not None:
        return part
    verb = words[start - 1] if start else ""
    if alone and verb == "of" and start > 1 and words[start - 2] in _BODIES:
        return "persons"  # *a force of 600*
    if alone and verb in _DONE_TO_PEOPLE:
        return "persons"
    subject = bool(after) and after[0] in VERBS_OF_NUMBERS
    if before is not None and (subject or (alone and _compared(words, start))):
        return before
    if alone and verb == "of" and _is_large(amount) and start > 1 and words[start - 2] in _LANDS:
        return "persons"  # *a country of twenty million*
    if amount.magnitude >= _MONEY_MAGNITUDE and amount.value is not None and alone:
        return "money" if _is_spent(words, start) else None
    if amount.value is None and alone and amount.least is not None:
        if verb in _SPENDING:
            return "money" if amount.least >= _MONEY_MAGNITUDE else None
        if amount.least < _MONEY_MAGNITUDE or subject:
            return "persons" if subject or verb in {"by", "for"} else None
    return None


_WHOM_WERE = ["of", "whom", "there", "were"]
# Before a number that stands against the count in front of it: *400 ships, as against 270*.
_AGAINST = frozenset({"against", "versus", "vs"})
_COMPARED = frozenset(
    {("compared", "with"), ("compared", "to"), ("instead", "of"), ("rather", "than")}
    | {("up", "from"), ("down", "from"), ("not", "the"), ("next", "to"), ("fell", "to")}
    | {("rose", "to"), ("grew", "to"), ("reduced", "to"), ("cut", "to"), ("raised", "to")}
)
_LANDS = frozenset(
    "country nation state island republic kingdom city town village province people".split()
)


def _compared(words: list[str], start: int) -> bool:
    return words[start - 1] in _AGAINST or tuple(words[max(0, start - 2) : start]) in _COMPARED


def _is_large(amount: Amount) -> bool:
    return amount.value is not None and amount.value >= _FEW_FOR_A_LAND


_FEW_FOR_A_LAND = 1000.0
# So many words may stand between the verb of a payment and a sum without its currency.
_PAYMENT_REACH = 5


def _is_spent(words: list[str], start: int) -> bool:
    """*pledged 150 million*, *is owed 4.1 billion*: money whose currency stands elsewhere."""
    return any(w in _SPENDING for w in words[max(0, start - _PAYMENT_REACH) : start])


def _part_of(words: list[str], end: int, start: int, before: str | None) -> str | None:
    """The unit of a part of what stands before it: *troops, of whom 400*, *ships, 12 of which*."""
    if words[max(0, start - 4) : start] in (["of", "whom", "there", "are"], _WHOM_WERE):
        return "persons"
    if words[start - 2 : start - 1] in (["of"], ["among"]) and start > 1:
        at, which = start - 2, words[start - 1]
    elif words[end : end + 1] == ["of"]:
        at, which = start, (words[end + 1 : end + 2] or [""])[0]
    else:
        return None
    if which == "whom":
        return "persons"
    if which not in {"which", "them"} or (which == "them" and before is None):
        return None
    if at > 1 and words[at - 1] == "," and is_plural(words[at - 2]):
        return unit_of_noun(words[at - 2])
    return before


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
