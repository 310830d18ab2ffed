"""Counts: which bare numbers carry weight, and what they count.

The rule, for precision: a number with neither money, percent nor a measure is a quantity if

* a plural noun that it counts follows, and it is 10 or more or has a magnitude word, or
* that noun is of weight at any number (casualties, prisoners, troops, tanks, votes …), or
* it has a magnitude or a thousands comma, or a loosening word, and words around it say that
  it counts people (*casualties beyond 9,000*, *more than 40 were killed*).

Units of time, parts of a text, labels (*Article 5*), years and adjectives (*a 12-point plan*)
are no quantities.
"""

from __future__ import annotations

from detente.evidence.figures import approximators
from detente.evidence.figures.amounts import Amount
from detente.evidence.figures.noun_groups import Line
from detente.evidence.figures.units import (
    BEFALLEN,
    CASUALTY_NOUNS,
    LIGHT_THINGS,
    PERSONS,
    TIME_NOUNS,
    WEIGHTY_PERSONS,
    WEIGHTY_THINGS,
    is_plural,
    unit_of_noun,
)

_LABELS = frozenset(
    """article articles section sections resolution resolutions paragraph paragraphs chapter annex
    protocol order no nos number agenda rule page pages clause title part phase point group day
    flight line room item channel route highway option version act law decree bill directive
    announcement area unit proposition amendment volume vol figure table fig step
    stage type class category level tier round grade track appendix schedule basket chapter
    ages age aged""".split()
)
_LINKS = frozenset(
    """of than over at to by above beyond exceed exceeds exceeded exceeding reach reached
    reaches reaching surpass surpassed surpassing total totalled totaled totalling totaling
    had have has passed passing topped topping rose risen rising climbed climbing mounting
    mounted stood stands standing least some about nearly around approximately roughly is was were
    are at hit hitting estimated an between more least almost under fewer up number numbers numbered
    numbering topped exceeds exceed past neared approached approaching nearing""".split()
)
# What is made up of persons: a bare number after *number* or *total* counts them.
_FORCES = frozenset("forces force army crowd crowds garrison contingent mission workforce".split())
_COUNTING = frozenset("number numbers numbered numbering totals totalled totaled".split())


def is_label(line: Line, i: int) -> bool:
    """True if the word before word ``i`` makes the number there a name (*Article 5*)."""
    if i == 0:
        return False
    before = line.words[i - 1]
    if before in {".", "(", "#", "§", "¶"}:
        if before in "#§¶":
            return True
        return i > 1 and line.words[i - 2] in {"no", "nos", "art", "para", "vol", "fig"}
    return before in _LABELS


def counted(line: Line, amount: Amount) -> tuple[str, tuple[int, int] | None, int] | None:
    """What ``amount`` counts: (unit, noun group, end of the span), None if it is no quantity."""
    if is_label(line, amount.first):
        return None
    at = amount.end
    words = line.words
    if words[at : at + 1] == ["-"] and line.glued(at):
        if words[at + 1 : at + 2] == ["strong"]:
            return "persons", None, at + 2
        return None
    found = _noun(line, amount)
    if found is not None:
        head, group = found
        word = words[head]
        if word in TIME_NOUNS or (word in LIGHT_THINGS and amount.magnitude == 1.0):
            return None
        persons = (word == "members" and words[head - 1] in _PERSONAL) or _is_people(line, head)
        if persons or _weighs(amount, word):
            return "persons" if persons else unit_of_noun(word), group, head + 1
        return None
    return _people_around(line, amount)


_OWNERS = frozenset("the their its our these those his her my your".split())


def _noun(line: Line, amount: Amount) -> tuple[int, tuple[int, int]] | None:
    """The plural noun that a number counts: (its word, its group)."""
    words = line.words
    at = amount.end
    many = amount.value is None or amount.magnitude > 1
    if words[at : at + 1] == ["of"]:
        owned = words[at + 1 : at + 2]
        at += 1
        while at < len(words) and words[at] in _OWNERS:
            at += 1
        if not many and not (owned and owned[0] in _OWNERS):
            return None
        if at < len(words) and words[at][0].isdigit():
            at += 1  # *200 of the 1,500 detainees*
    at, _ = approximators.after(words, at)
    if words[at : at + 1] in (["more"], ["other"]):
        at += 1
    joined = False
    for k in range(at, min(at + 6, len(words))):
        word = words[k]
        if word in PERSONS or (is_plural(word) and line.plain(k)):
            head = k
            # *arms dealers*: a plural that another noun follows is not yet the head.
            if k + 1 < len(words) and words[k + 1] in PERSONS | WEIGHTY_THINGS:
                head = k + 1
            return head, (at, head + 1)
        if word in {"'s", "’s"}:
            return None
        if word == "and" and not joined and k > at:
            joined = True
            continue
        if word == "-" and line.glued(k) and line.glued(k + 1):
            continue
        if not line.plain(k):
            return None
    return None


# Members of these are people; members of other bodies may be states.
_PERSONAL = frozenset(
    "service family staff crew team council cabinet parliament senate community gang militia "
    "party board committee delegation".split()
)


def _is_people(line: Line, head: int) -> bool:
    """True for the people of a state (*40 Icelanders*) that the actors know."""
    if not line.capital(head):
        return False
    found = line.reading.mention_at(line.tokens[head].start)
    return found is not None and found[1].type in {"state", "population"}


def _weighs(amount: Amount, noun: str) -> bool:
    if amount.value is None:
        return True
    if amount.value >= 10:
        return True
    return amount.value > 1 and (noun in WEIGHTY_PERSONS or noun in WEIGHTY_THINGS)


def _people_around(line: Line, amount: Amount) -> tuple[str, None, int] | None:
    """A number alone counts people where the words next to it say so."""
    words = line.words
    after = words[amount.end : amount.end + 3]
    if amount.value is not None and amount.value < 2:
        return None
    if after and (
        after[0] in BEFALLEN or (_is_have(after[0]) and any(w in BEFALLEN for w in after))
    ):
        return "persons", None, amount.end
    k = amount.first - 1
    steps = 0
    counting = False
    while k >= 0 and steps < 6 and (words[k] in _LINKS or words[k] in CASUALTY_NOUNS):
        counting = counting or words[k] in _COUNTING
        if words[k] in CASUALTY_NOUNS:
            return "persons", None, amount.end
        k -= 1
        steps += 1
    if counting and k >= 0 and (words[k] in _FORCES or words[k] in PERSONS):
        return "persons", None, amount.end
    return None


def _is_have(word: str) -> bool:
    return word in {"were", "are", "was", "have", "had", "others", "more", "people", "of"}
