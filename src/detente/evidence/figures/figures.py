"""The grammar of figures in one sentence: amounts, ranges, shares and counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from detente.evidence.figures import approximators, currencies
from detente.evidence.figures.amounts import Amount, amount_at
from detente.evidence.figures.borrowed_units import borrowed_unit, points_unit
from detente.evidence.figures.counted import counted, is_label
from detente.evidence.figures.lists import listed
from detente.evidence.figures.noun_groups import Line
from detente.evidence.figures.number_words import MAGNITUDES, MANY, OWNERS, SMALL
from detente.evidence.figures.shares import fraction_at, of_what
from detente.evidence.items import Approximation

# Words and signs with which a figure can begin, in lower case; anything in figures can too.
_BEGINNINGS = frozenset(
    {"half", "a", "an", "one", "another", "several", "rs", *SMALL, *MANY, *currencies.SIGNS}
    | {sign.lower() for sign, _ in currencies.SIGN_PREFIXES}
    | {code.lower() for code in currencies.ISO_CODES}
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure by the numbers of its words in a line.

    ``first`` to ``stop`` is its span, loosening words and *of Y* included, and what it counts
    left out; ``end`` is behind the counted noun. ``core`` and ``core_end`` enclose the amount
    itself; ``noun`` is the counted group, ``of`` the group that it is a share of.
    """

    first: int
    end: int
    core: int
    core_end: int
    value: float | None
    low: float | None
    high: float | None
    unit: str | None
    approx: Approximation | None
    rule: str
    noun: tuple[int, int] | None = None
    of: tuple[int, int] | None = None
    stop: int = 0


def figures(line: Line) -> Iterator[Figure]:
    """Every figure of the sentence, left to right, none inside another."""
    i = 0
    free = 0
    last: Figure | None = None
    while i < len(line.words):
        word = line.words[i]
        if (
            word not in _BEGINNINGS
            and not word[0].isdigit()
            and not (word in MAGNITUDES and _owned(line, i))
        ):
            i += 1
            continue
        found = _figures_at(line, i, last)
        if not found:
            i += 1
            continue
        for figure in found:
            last = _loosened(line, figure, free)
            free = last.stop
            yield last
        i = free


def _owned(line: Line, i: int) -> bool:
    """True if word ``i`` is a magnitude that stands for itself: *Kenya's thousand policemen*."""
    return i > 0 and line.words[i - 1] in OWNERS and not line.capital(i)


def _figures_at(line: Line, i: int, last: Figure | None) -> list[Figure]:
    share = fraction_at(line, i)
    if share is not None:
        return [
            Figure(
                i,
                share.end,
                i,
                share.end,
                share.percent,
                None,
                None,
                "percent",
                None,
                "fraction",
                of=share.group,
            )
        ]
    first = amount_at(line, i)
    if first is None:
        return []
    pair = _pair(line, first)
    if pair is not None:
        return pair
    first = listed(line, first)
    unit = points_unit(line, first, None if last is None else last.unit)
    if unit is not None:
        first = replace(first, end=first.end + 1, unit=unit)
    figure = _single(line, first, last) or _borrowing(line, first, last)
    return [] if figure is None else [figure]


def _borrowing(line: Line, amount: Amount, last: Figure | None) -> Figure | None:
    """A bare number with the unit of the figure before it."""
    if is_label(line, amount.first):
        return None
    unit = borrowed_unit(line, amount, *((None, 0) if last is None else (last.unit, last.end)))
    return None if unit is None else _single(line, replace(amount, unit=unit))


def _single(line: Line, amount: Amount, last: Figure | None = None) -> Figure | None:
    """An amount with its unit, or a count."""
    if amount.unit is None:
        before = None
        if last is not None and last.rule == "count" and last.unit is not None:
            before = last.unit, last.noun
        found = counted(line, amount, before)
        if found is None:
            return None
        many: Approximation | None = "about" if amount.value is None else None
        return Figure(
            amount.first,
            found.end,
            amount.first,
            amount.end,
            amount.value,
            amount.least,
            None,
            found.unit,
            many,
            found.rule,
            noun=found.noun,
        )
    rule = _rule(amount)
    if rule == "measure" and is_label(line, amount.first):
        return None
    many = "about" if amount.value is None else None
    figure = Figure(
        amount.first,
        amount.end,
        amount.first,
        amount.end,
        amount.value,
        amount.least,
        None,
        amount.unit,
        many,
        rule,
    )
    return _of(line, figure)


def _rule(amount: Amount) -> str:
    unit = amount.unit or ""
    if unit in {"percent", "percent_of_GDP", "percentage_points", "basis_points"}:
        return "percent"
    return "money" if (unit.isupper() and len(unit) == 3) or amount.signed else "measure"


def _of(line: Line, figure: Figure) -> Figure:
    """A percentage takes *of GDP* or *of Y* into its span."""
    if figure.unit != "percent":
        return figure
    found = of_what(line, figure.end)
    if found is None:
        return figure
    end, group, is_gdp = found
    unit = "percent_of_GDP" if is_gdp else "percent"
    return replace(figure, end=end, unit=unit, of=group, rule="share")


_DASHES = frozenset({"-", "–", "—", "‒"})
_CHANGES = frozenset(
    """rose risen rise rises rising grew grown grow grows growing increased increase increases
    increasing climbed jumped surged soared fell fallen fall falls falling dropped drop drops
    declined decline declines decreased decrease shrank shrunk cut cuts reduced reduce reduces
    reducing raised raise raises raising lowered lower lowers lowering up down went go gone moved
    expanded expand slashed halved doubled slid plunged tumbled widened narrowed changed swung
    slowed accelerated dipped edged""".split()
)


def _pair(line: Line, first: Amount) -> list[Figure] | None:
    """Two amounts joined by a dash, *to*, *or*, or *and* after *between*."""
    words = line.words
    at = first.end
    if at + 1 >= len(words) or first.value is None:
        return None
    join = words[at]
    opening = words[first.first - 1] if first.first else ""
    between = opening == "between" and join == "and"
    if not between and join not in _DASHES and join not in {"to", "or"}:
        return None
    if join == "—" or (join in _DASHES and words[at + 1][0].isalpha()):
        return None
    second = amount_at(line, at + 1, joined=True)
    if second is None or second.value is None:
        return None
    if _is_vote(words, first, second):
        return _two(line, replace(first, unit="vote"), replace(second, unit="vote"))
    return _range(line, first, second, opening=opening, join=join)


def _two(line: Line, *amounts: Amount) -> list[Figure] | None:
    out = [_single(line, a) for a in amounts]
    found = [f for f in out if f is not None]
    return found if len(found) == len(amounts) else None


def _range(
    line: Line, first: Amount, second: Amount, *, opening: str, join: str
) -> list[Figure] | None:
    if first.unit is not None and second.unit is not None and first.unit != second.unit:
        return None
    if first.signed is False and first.unit is None and second.signed:
        return None
    change = opening == "from" and _change_before(line, first.first - 1)
    low, high = _shared(first, second)
    unit = second.unit or first.unit
    if change:
        return _two(line, replace(first, value=low, unit=unit), replace(second, unit=unit))
    whole = Amount(
        first.first,
        second.end,
        high,
        second.mantissa,
        second.magnitude,
        unit,
        first.signed or second.signed,
        second.written,
    )
    if low >= high:
        return None
    figure = _single(line, whole)
    if figure is None:
        return None
    start = first.first - 1 if opening in {"between", "from"} else first.first
    if opening == "from" and join != "to":
        start = first.first
    return [replace(figure, first=start, core=start, value=None, low=low, high=high)]


def _shared(first: Amount, second: Amount) -> tuple[float, float]:
    """Both values; the first takes the second's magnitude if it has none (*5 to 7 million*)."""
    assert first.value is not None
    assert second.value is not None
    low = first.value
    if first.magnitude == 1.0 and second.magnitude > 1.0 and first.mantissa < second.mantissa:
        low = first.mantissa * second.magnitude
    return low, second.value


# So many words may stand between the verb of a change and its *from*.
_FAR = 12


def _change_before(line: Line, i: int) -> bool:
    """True if what stands before *from* says that something went from one value to another."""
    low = i
    while low > 0 and i - low < _FAR and line.words[low - 1] not in {",", ";", ":", "—"}:
        low -= 1
    return any(w in _CHANGES for w in line.words[low:i])


def _is_vote(words: list[str], first: Amount, second: Amount) -> bool:
    """*by a vote of 68 to 32*, *voted 52-48*."""
    if first.unit is not None or second.unit is not None or first.magnitude != 1.0:
        return False
    before = words[max(0, first.first - 4) : first.first]
    return any(w in {"vote", "votes", "voted", "ballot", "majority", "margin"} for w in before)


def _loosened(line: Line, figure: Figure, free: int) -> Figure:
    """``figure`` with the loosening words before and after it in its span."""
    start, kind = approximators.before(line.words, figure.first)
    if kind is not None and approximators.is_topic(line.words, start):
        inner = line.words[start + 1 : figure.first]
        least, kind = approximators.before(inner, len(inner))
        start += 1 + least
    lasting = figure.rule == "length" and approximators.during(line.words, start)
    if start < free or lasting:
        start, kind = figure.first, None
    end, later = figure.end, None
    stop = figure.end if figure.noun is None else figure.core_end
    if figure.of is None:
        # The words stand after the amount, before or after what it counts.
        end, later = approximators.after(line.words, figure.core_end)
        if later is not None:
            stop = max(stop, end)
        else:
            end, later = approximators.after(line.words, figure.end)
            stop = end if later is not None else stop
        end = max(end, figure.end)
    approx = kind or later or figure.approx
    if approx is None and not _is_thing(figure):
        approx = approximators.verb_before(line.words, start)
    return replace(figure, first=start, end=end, stop=stop, approx=approx)


def _is_thing(figure: Figure) -> bool:
    """True for counted things, which verbs such as *pass* (a law) take as their object."""
    return figure.rule == "count" and figure.unit != "persons"
