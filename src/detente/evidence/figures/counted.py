"""Counts: which bare numbers are figures, and what they count.

A number with neither money, percent nor a measure is a figure if it is 10 or more (or an unknown
many) and

* a plural noun that it counts follows, also joined by a hyphen (*a 12-member court*), or
* it counts units of time (*90 days*, *a 90-day pause*), or
* words around it say what it counts (see :mod:`detente.evidence.figures.left_out`).

Labels (*Article 5*), years and ages are no figures.
"""

from __future__ import annotations

from dataclasses import dataclass

from detente.evidence.figures import approximators
from detente.evidence.figures.amounts import Amount
from detente.evidence.figures.left_out import unit_left_out
from detente.evidence.figures.noun_groups import Line
from detente.evidence.figures.number_words import DENOMINATORS, ORDINALS, SMALL
from detente.evidence.figures.units import (
    MEASURES,
    PERSONS,
    TIME_NOUNS,
    WEIGHTY_THINGS,
    is_person,
    is_plural,
    singular,
)

_LABELS = frozenset(
    """article articles section sections resolution resolutions paragraph paragraphs chapter annex
    protocol order no nos number agenda rule page pages clause title part phase point group day
    flight line room item channel route highway option version act law decree bill directive
    announcement area unit proposition amendment volume vol figure table fig step
    stage type class category level tier round grade track appendix schedule basket chapter
    ages age aged""".split()
)
# Between a number and a unit of time: *30 consecutive days*, *48 full hours*.
_LENGTHENING = frozenset("consecutive straight full more long working calendar business".split())
_LENGTHS = frozenset(
    "minute minutes hour hours day days night nights week weeks month months year years".split()
)
# Behind a hyphen these make a kind, a time or a way of something and count nothing.
_NO_PARTS = frozenset(
    """type style era class series led based bound born odd something plus old fold time times up
    off in on out way year-old strong proof size sized ish a an to and or by per old""".split()
)


@dataclass(frozen=True, slots=True)
class Counted:
    """``unit``, the group of the ``noun`` if there is one, and the ``end`` behind it."""

    unit: str
    noun: tuple[int, int] | None
    end: int
    rule: str = "count"


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


def counted(
    line: Line, amount: Amount, before: tuple[str, tuple[int, int] | None] | None = None
) -> Counted | None:
    """What ``amount`` counts, None if it is no figure.

    ``before`` is the unit and the noun of the count before it in the sentence.
    """
    if is_label(line, amount.first):
        return None
    length = _length(line, amount)
    if length is not None:
        return length
    at = amount.end
    words = line.words
    if words[at : at + 1] == ["-"] and line.glued(at):
        return _hyphenated(line, amount, at + 1)
    if words[at : at + 1] == ["strong"] and _weighs(amount, "") and not line.plain_from(at + 1):
        return Counted("persons", None, at + 1)  # *an army 12,000 strong*
    found = _noun(line, amount)
    if found is not None:
        head, group = found
        word = words[head]
        if word in TIME_NOUNS:
            return None
        persons = (word == "members" and words[head - 1] in _PERSONAL) or _is_people(line, head)
        persons = persons or (word in {"helmets", "berets"} and words[head - 1] in _COLOURS)
        persons = persons or is_person(word)
        if persons and word == "fighters" and _is_bought(line, head):
            persons = False
        if _weighs(amount, word):
            thing = MEASURES.get(word) or singular(word)
            return Counted("persons" if persons else thing, group, head + 1)
        return None
    if amount.value is not None and amount.value < _FEW:
        return None
    unit = unit_left_out(line, amount, None if before is None else before[0])
    if unit is None:
        return None
    noun = before[1] if before and before[0] == unit else None
    return Counted(unit, noun, amount.end, "money" if unit == "money" else "count")


def _length(line: Line, amount: Amount) -> Counted | None:
    """*90 days*, *a 30-day pause*, *18 consecutive months*: ages and rates are none."""
    words = line.words
    at = amount.end
    if amount.value is None or amount.value < _FEW:
        return None
    if words[at : at + 1] == ["-"] and line.glued(at):
        at += 1
    while at < len(words) and words[at] in _LENGTHENING:
        at += 1
    if at >= len(words) or words[at] not in _LENGTHS:
        return None
    after = words[at + 1 : at + 3]
    if after[:1] in (["old"], ["ago"]) or after in (["-", "old"], ["-", "olds"], ["of", "age"]):
        return None
    if after[:1] in (["a"], ["per"], ["each"], ["every"]):
        return None  # *24 hours a day*
    return Counted(singular(words[at]), None, at + 1, "length")


def _hyphenated(line: Line, amount: Amount, at: int) -> Counted | None:
    """*a 12-member court*, *the 2,000-strong force*."""
    words = line.words
    if at >= len(words) or not line.glued(at):
        return None
    word = words[at]
    if word == "strong":
        return Counted("persons", None, at + 1)
    if amount.value is None or amount.value < _FEW or word in _NO_PARTS or word in TIME_NOUNS:
        return None
    if word in DENOMINATORS or word in ORDINALS:
        return None  # *the seventy-fifth anniversary*
    if not word.isalpha() or line.capital(at) or _is_year(line.tokens[amount.first].text):
        return None
    named = at + 1 < len(words) and (line.plain(at + 1) or line.verb(at + 1))
    if not named or words[at + 1] in {"old", "olds"}:
        return None
    return Counted("persons" if word in _ONE_OF_PEOPLE else word, (at, at + 1), at + 1)


def _is_year(text: str) -> bool:
    return len(text) == 4 and text.isdigit() and text[:2] in {"17", "18", "19", "20"}


# Adjectives of states that stand for their people.
_PEOPLE_ENDINGS = ("ese", "sh", "ch", "ss")
_OWNERS = frozenset("the their its our these those his her my your whose".split())


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
        if not many and not (
            owned and (owned[0] in _OWNERS or owned[0][0].isdigit() or owned[0] in SMALL)
        ):
            return None
        if at < len(words) and (words[at][0].isdigit() or words[at] in SMALL):
            at += 1  # *200 of the 1,500 detainees*, *fourteen of seventeen articles*
    at, _ = approximators.after(words, at)
    if words[at : at + 1] in (["more"], ["other"], ["such"]):
        at += 1
    joined = False
    for k in range(at, min(at + 6, len(words))):
        word = words[k]
        if is_person(word) or (is_plural(word) and (line.plain(k) or _is_people(line, k))):
            head = k
            # *arms dealers*: a plural that another noun follows is not yet the head.
            if k + 1 < len(words) and words[k + 1] in PERSONS | WEIGHTY_THINGS:
                head = k + 1
            return head, (at, head + 1)
        if word.endswith(_PEOPLE_ENDINGS) and _is_people(line, k) and not line.plain_from(k + 1):
            return k, (at, k + 1)  # *600 Vietnamese live there*
        if word in {"'s", "’s"}:
            return None
        if word == "and" and not joined and k > at:
            joined = True
            continue
        if word == "-" and line.glued(k) and line.glued(k + 1):
            continue
        if k == at and line.participle(k):
            continue  # *eleven reflagged tankers*
        if not line.plain(k):
            return None
    return None


# Fewer than this many are no figure: *two leaders*.
_FEW = 10.0
_BALLOTS = frozenset("vote votes abstention abstentions".split())
_COLOURS = frozenset("blue green red".split())
_ONE_OF_PEOPLE = frozenset("man woman person soldier delegate child".split())
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


_TRADED = frozenset(
    """buy buys bought buying purchase purchases purchased order orders ordered sell sells sold
    selling deliver delivers delivered delivery lease leased lend lent export exported jet stealth
    aircraft""".split()
)


def _is_bought(line: Line, head: int) -> bool:
    """True for *twelve Gripen fighters*: aircraft of a make, in a sentence of arms trade."""
    before = head - 1
    named = line.capital(before) or line.words[before][0].isdigit()
    if not named or line.reading.mention_at(line.tokens[before].start) is not None:
        return line.words[before] in {"jet", "stealth"}
    return any(w in _TRADED for w in line.words)


def _weighs(amount: Amount, noun: str) -> bool:
    return amount.value is None or amount.value >= _FEW or noun in _BALLOTS
