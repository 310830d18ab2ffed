"""What a figure measures, in the text's own words, and as of when."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass

from detente.evidence.figures.currencies import SIGNS
from detente.evidence.figures.figures import Figure
from detente.evidence.figures.noun_groups import DETERMINERS, FUNCTION_WORDS, Line
from detente.evidence.figures.number_words import MAGNITUDES, SUFFIXES
from detente.evidence.figures.units import PERSONS, TIME_NOUNS, is_plural
from detente.evidence.items import TimeExpression
from detente.evidence.reading import Reading
from detente.types import Span

# Between a figure and the noun group before it whose size it gives.
_LINKS = frozenset(
    """worth totaling totalling total totalled totaled valued at by to of for reaching reached
    costing cost exceeding standing stood estimated amounting amounted above below over up down
    surging rising falling growing mounting increasing decreasing dropping climbing jumping
    rose fell grew jumped surged climbed dropped increased decreased declined declining soared
    plunged is are was were be been hit hitting had has have now some about nearly around
    approximately roughly only just already as from more than least most beyond by further another
    almost set fixed capped limited put shrank shrunk slid rise fall increase decrease drop cut
    equal equivalent equals equalled averaging averaged accounts accounted for between passed passes
    topped tops topping exceeded exceeds surpassed surpasses short approached approaches approaching
    neared nears nearing past hovered hovering around reached reaches eased ease slipped sank slowed
    widened narrowed swelled jump surge risen fallen grown sunk shrunk swollen amount
    amounts amounted remained remains stayed""".split()
)
_STATES = frozenset(
    """wary support supported supports supporting oppose opposed opposes opposing back backed
    favour favor favoured favored say said believe believed think want wanted trust distrust
    approve approved disapprove disapproved reject rejected prefer preferred fear feared see saw
    consider considered regard regarded expect expected hope agree agreed disagree against
    willing ready unwilling dissatisfied satisfied opposed convinced confident sceptical
    skeptical""".split()
)


def measured(line: Line, figure: Figure) -> Span | None:
    """The words of what ``figure`` measures, None if none stand near it."""
    group = _group(line, figure)
    if group is None:
        return None
    first, end = group
    if figure.rule == "length":
        # *… for an initial period of 90 days*: what is long, not what it is long for.
        first = max([first, *(k + 1 for k in range(first, end - 1) if line.words[k] == "for")])
    while first < end and line.words[first] in DETERMINERS - {"its", "their", "his", "her", "our"}:
        first += 1
    if first == end:
        return None
    return line.reading.span(line.tokens[first].start, line.tokens[end - 1].end)


def _group(line: Line, figure: Figure) -> tuple[int, int] | None:
    if figure.noun is not None:
        return _with_tail(line, figure.noun)
    if figure.of is not None and figure.unit == "percent":
        return _of_share(line, figure)
    front, linked = _in_front(line, figure)
    # What a figure is for or goes into is its kind only where no subject has it as a size.
    wide = None if linked else _behind(line, figure, _WIDE_JOINS)
    return _behind(line, figure, _joins(figure)) or (front if linked else wide or front)


_WIDE_JOINS = frozenset({"into", "for", "toward", "towards", "on"})


def _joins(figure: Figure) -> frozenset[str]:
    return frozenset({"for", "on"} if figure.unit == "percent_of_GDP" else {"in", "of"})


def _of_share(line: Line, figure: Figure) -> tuple[int, int] | None:
    """What holds for the share: *40% of farmers* **opposed to the plan**, else the group."""
    assert figure.of is not None
    persons = any(line.words[k] in PERSONS for k in range(*figure.of)) or is_plural(
        line.words[figure.of[1] - 1]
    )
    at = figure.end
    if persons and at < len(line.words) and line.words[at] in _STATES:
        end = at + 1
        while end < len(line.words) and end - at < 9 and _inside_phrase(line, end):
            end += 1
        while end > at + 1 and line.words[end - 1] in FUNCTION_WORDS | DETERMINERS:
            end -= 1
        return at, end
    return _in_front(line, figure)[0] or figure.of


_PHRASE_ENDS = frozenset("due because while but and since when after , ; : . ( ) — – !".split())


def _inside_phrase(line: Line, k: int) -> bool:
    return line.words[k] not in _PHRASE_ENDS and line.words[k] not in {"”", "“", '"', "?"}


def _behind(line: Line, figure: Figure, joins: frozenset[str]) -> tuple[int, int] | None:
    """*$5bn* **in aid**, *worth of* **grain**, *a $5bn* **loan**, *$5bn for* **roads**."""
    words = line.words
    at = figure.end
    joined = words[at] in joins if at < len(words) else False
    if joins is _WIDE_JOINS and (not joined or figure.rule in {"percent", "share"}):
        return None
    if joined and figure.first and words[figure.first - 1] == "within":
        return None  # *within 5 km of the border*: a distance, no stretch of border
    if words[at : at + 1] == ["("] and words[at + 2 : at + 3] == [")"]:
        at += 3  # *3 million metric tons (MMT) of*
    if words[at : at + 2] == ["worth", "of"]:
        at += 2
    elif at < len(words) and words[at] in joins:
        at += 1
    elif at < len(words) and (not line.plain(at) or words[at] == "worth"):
        return None
    group = line.group_after(at)
    if group is None or words[group[1] - 1] in _NO_KIND | TIME_NOUNS:
        return None
    # A group of capitals only is a place or a name, not a kind of thing.
    if all(line.capital(k) or not line.words[k][0].isalpha() for k in range(*group)):
        return None
    return _with_tail(line, group)


# Behind *in*, or right behind a figure, these name no thing that is measured.
_NO_KIND = frozenset(
    """total all terms return exchange addition particular order part full cash advance fact sum
    comparison contrast response line less more fewer higher lower other half annually yearly
    wide long away high deep tall thick apart monthly daily apiece each percent points""".split()
)


def _with_tail(line: Line, group: tuple[int, int]) -> tuple[int, int]:
    """The group with *for*, *to* or *against* and a name: *transport costs for Chad*."""
    end = group[1]
    if end + 1 < len(line.words) and line.words[end] in {"for", "to", "against"}:
        k = end + 1
        while k < len(line.words) and line.words[k] in DETERMINERS:
            k += 1
        first = k
        while k < len(line.words) and k - first < 6 and _of_name(line, k):
            k += 1
        if k > first:
            return group[0], k
    return group


def _of_name(line: Line, k: int) -> bool:
    """True for a word with a capital, or the hyphen inside such a name."""
    if line.words[k] == "-":
        return line.glued(k) and line.glued(k + 1) and line.capital(k + 1)
    return line.plain(k) and line.capital(k)


_FIGURE_WORDS = frozenset({*SIGNS, *MAGNITUDES, *SUFFIXES, "%", "percent", "cent", "per"})


def _in_front(line: Line, figure: Figure) -> tuple[tuple[int, int] | None, bool]:
    """The group before the figure, and whether linking words join them: **trade** *growing* 9%."""
    words = line.words
    k = figure.first
    steps = 0
    while k > 0 and steps < 8:
        word = words[k - 1]
        linking = word in _LINKS
        # A figure in between (*growing 9% to* $30bn) is passed over too.
        passed = word[0].isdigit() or word in _FIGURE_WORDS
        if not linking and not passed and not word.endswith("ly"):
            break
        k -= 1
        steps += 1
    if k == 0:
        return None, False
    if words[k - 1] in {"—", "–", "(", ":"} and k > 1:
        k -= 1
    group = line.group_before(k)
    if group is None or words[group[1] - 1] in _NO_KIND | TIME_NOUNS:
        return None, False
    if not line.nominal(group[1] - 1) or _is_name(line, group):
        return None, False
    return group, k < figure.first


def _is_name(line: Line, group: tuple[int, int]) -> bool:
    """True for a name (*costs Chad $5m*): capitals only, no people, not opening a sentence."""
    return (
        group[0] > 0
        and not is_plural(line.words[group[1] - 1])
        and all(line.capital(k) or not line.words[k][0].isalpha() for k in range(*group))
    )


_KEPT = re.compile(
    r"\b(?:since|through|by|until|till|before|after)(?: the)?[ \u00a0]$", re.IGNORECASE
)
_CLAUSE = re.compile(r"[;:—–“”\"]|\b(?:while|whereas|although|but|because)\b", re.IGNORECASE)
_SUBCLAUSE = re.compile(_CLAUSE.pattern + r"|\b(?:that|which|who|amid|after)\b", re.IGNORECASE)
_CUTS = re.compile(_CLAUSE.pattern + r"|[$€£¥%]|\d", re.IGNORECASE)
# What may stand before a time that opens a sentence.
_OPENING = re.compile(
    r"(?:(?:in|on|by|since|during|over|at|for|as of|from|until|through|within)[ \u00a0])?(?:the )?",
    re.IGNORECASE,
)
_TO_FIGURE = re.compile(r" to [^\s]{1,20}(?: [a-z]{2,9}){0,2}(?: in)? ")
_TIMELESS = frozenset({"duration_ordinal", "vague"})


@dataclass(frozen=True)
class Times:
    """The times of a text in order, to be looked up by place."""

    all: Sequence[TimeExpression]
    starts: Sequence[int]

    @classmethod
    def of(cls, reading: Reading) -> Times:
        """The times of ``reading``."""
        times = sorted(reading.time_expressions, key=lambda t: t.span.start)
        return cls(times, [t.span.start for t in times])

    def between(self, low: int, high: int) -> Sequence[TimeExpression]:
        """Those that begin in ``low:high``."""
        first = bisect.bisect_left(self.starts, low)
        return self.all[first : bisect.bisect_left(self.starts, high)]


def as_of(line: Line, figure: Figure, times: Times) -> str | None:
    """The time that the figure is of: the next in its clause, else one that opens the sentence.

    *since* and its like belong to the words.
    """
    text = line.reading.text
    start = line.tokens[figure.first].start
    end = line.tokens[figure.end - 1].end
    for t in times.between(end, min(end + 90, line.sentence.end)):
        if t.type in _TIMELESS:
            continue
        between = text[end : t.span.start]
        # *up 9% to $30bn last year*: the second figure does not cut off the first.
        if _TO_FIGURE.fullmatch(between) or not _CUTS.search(between):
            return _kept(text, t)
        break
    first = line.sentence.start
    for t in times.between(first, min(first + 24, start)):
        if t.type in _TIMELESS or t.span.end > start or start - first > 400:
            continue
        if not _OPENING.fullmatch(text, first, t.span.start):
            continue
        if not _SUBCLAUSE.search(text[t.span.end : start]):
            return _kept(text, t)
    return None


def _kept(text: str, t: TimeExpression) -> str:
    m = _KEPT.search(text, max(0, t.span.start - 14), t.span.start)
    return (m.group() if m else "") + t.span.text
