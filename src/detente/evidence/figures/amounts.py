"""One amount: a number with its magnitude and its money, percent or measure unit."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from detente.evidence.figures import currencies
from detente.evidence.figures.noun_groups import Line
from detente.evidence.figures.number_words import (
    AMBIGUOUS_SUFFIXES,
    MAGNITUDES,
    MANY,
    SUFFIXES,
    figure,
    spelled,
)
from detente.evidence.figures.units import MEASURES, PER, PERSONS, SHORT, WEIGHTY_THINGS, is_plural


@dataclass(frozen=True, slots=True)
class Amount:
    """Words ``first`` to ``end`` of a line as a number.

    ``mantissa`` is what stands before the magnitude (5 of *5 million*). ``value`` is None for
    an unknown many (*hundreds of millions*), which ``least`` is the least of. ``unit`` is None
    for a bare number.
    """

    first: int
    end: int
    value: float | None
    mantissa: float
    magnitude: float = 1.0
    unit: str | None = None
    signed: bool = False
    written: bool = False
    least: float | None = None


def scaled(mantissa: float, size: float) -> float:
    """The product as a person writes it: 4.1 times a billion is 4,100,000,000 exactly."""
    return float(Decimal(repr(mantissa)) * Decimal(repr(size)))


def amount_at(line: Line, i: int, *, joined: bool = False) -> Amount | None:
    """The amount that begins at word ``i``, None if there is none or it is part of a name.

    ``joined`` says that the mark before it joins two amounts (*5-7%*) and is no part of a name.
    """
    sign = _sign(line, i)
    if sign is None:
        number = _number(line, i, free=joined)
        return None if number is None else _with_unit(line, number)
    unit, at = sign
    number = _number(line, at, free=True, signed=True)
    if number is None:
        return None
    return replace(number, first=i, unit=unit, signed=True)


def _sign(line: Line, i: int) -> tuple[str, int] | None:
    """A currency sign or code in front of a figure: its unit and where the figure begins."""
    text = line.tokens[i].text
    last = len(line.tokens) - 1
    if i >= last:
        return None
    if text in currencies.SIGNS:
        return currencies.SIGNS[text], i + 1
    after = line.tokens[i + 1].text
    if line.glued(i + 1) and (text, after) in currencies.SIGN_PREFIXES and i + 1 < last:
        return currencies.SIGN_PREFIXES[text, after], i + 2
    if text in currencies.ISO_CODES and after[0].isdigit():
        return ("CNY" if text == "RMB" else text), i + 1
    if text == "Rs":
        at = i + 2 if after == "." else i + 1
        if at <= last and line.tokens[at].text[0].isdigit():
            return "rupee", at
    return None


def _number(line: Line, i: int, *, free: bool, signed: bool = False) -> Amount | None:
    words = line.words
    word = words[i]
    if word[0].isdigit():
        return _in_figures(line, i, free=free, signed=signed)
    if not free and i > 0 and words[i - 1] == "-" and line.glued(i):
        return None  # *forty* of *twenty-forty*: no number begins inside a compound
    if word in MANY:
        return _many(line, i)
    if word in {"a", "an", "half", "several"} or (i and word in MAGNITUDES):
        return _with_article(line, i)
    read = spelled(words[i : i + 18])
    if read is None:
        return None
    value, used = read
    end = i + used
    if words[end : end + 3] == ["and", "a", "half"]:
        size = MAGNITUDES.get(words[end + 3], 1.0) if end + 3 < len(words) else 1.0
        if size > 1:
            return Amount(i, end + 4, (value + 0.5) * size, value + 0.5, size, written=True)
    if words[end : end + 1] == ["dozen"]:
        return Amount(i, end + 1, value * 12, value, 12.0, written=True)
    if words[end : end + 1] == ["-"]:
        end, size = _magnitudes(line, end)  # *a five-million-dollar fund*
        return Amount(i, end, value * size, value, size, written=True)
    mantissa, size = value, 1.0
    for step in (1e12, 1e9, 1e6, 1e3):
        if value >= step and value % step == 0:
            mantissa, size = value / step, step
            break
    return Amount(i, end, value, mantissa, size, written=True)


def _in_figures(line: Line, i: int, *, free: bool, signed: bool) -> Amount | None:
    """Digits, unless glued to letters or marks that make them a name, a date or a score."""
    words = line.words
    if not free and _glued_before(line, i):
        return None
    mantissa = figure(words[i])
    if mantissa is None:
        return None
    end = i + 1
    size = 1.0
    if end < len(words):
        after = words[end]
        glued = line.glued(end)
        if after in SUFFIXES and (glued or after not in AMBIGUOUS_SUFFIXES):
            if after in AMBIGUOUS_SUFFIXES and not signed and not _countable(line, end + 1):
                return _metres(i, end + 1, mantissa) if after == "m" else None
            size = SUFFIXES[after]
            end += 1
        elif signed and after in AMBIGUOUS_SUFFIXES and line.tokens[end].text in "mMBbT":
            size = SUFFIXES[after]
            end += 1
        elif glued and after[0].isalpha() and after not in SHORT:
            return None  # 10th, 5G, 1990s
        elif glued and after in {":", "/", "+", "°"} and end + 1 < len(words):
            if after == "+" and not words[end + 1][0].isdigit():
                pass
            elif line.glued(end + 1):
                return None  # 17:00, 24/7, 2+2
    end, factor = _magnitudes(line, end)
    if words[end : end + 1] == ["dozen"]:
        end, factor = end + 1, 12.0
    size *= factor
    return Amount(i, end, scaled(mantissa, size), mantissa, size)


def _magnitudes(line: Line, end: int) -> tuple[int, float]:
    """Magnitude words from ``end`` on, a hyphen before the first allowed (*a $5-billion loan*)."""
    words = line.words
    size = 1.0
    if words[end : end + 1] == ["-"] and line.glued(end) and end + 1 < len(words):
        if words[end + 1] not in MAGNITUDES:
            return end, size
        end += 1
    while end < len(words) and words[end] in MAGNITUDES and size < 1e13:
        size *= MAGNITUDES[words[end]]
        end += 1
    return end, size


def _glued_before(line: Line, i: int) -> bool:
    """True for the 16 of F-16, the 7 of G7, the 5 of 24/5 and the like."""
    if not line.glued(i):
        return False
    before = line.words[i - 1]
    if before in {"(", "[", "“", '"', "‘", "'", "~", "≈", "—", "–", ">", "<", "+", "±"}:
        return before == "–" and i > 1 and line.glued(i - 1) and line.words[i - 2][0].isalpha()
    if before == "-":
        return i > 1 and line.glued(i - 1)
    return True


def _countable(line: Line, i: int) -> bool:
    """True if counted people or things follow: *5m refugees*, *20k Syrian troops*."""
    for k in range(i, min(i + 3, len(line.words))):
        word = line.words[k]
        if word in PERSONS or word in WEIGHTY_THINGS or word in MEASURES or is_plural(word):
            return True
        if not line.plain(k):
            return False
    return False


def _metres(first: int, end: int, value: float) -> Amount:
    return Amount(first, end, value, value, unit="metre")


def _many(line: Line, i: int) -> Amount | None:
    """*dozens*, *hundreds of thousands*: more than one can say."""
    words = line.words
    end = i + 1
    least = MANY[words[i]]
    while (
        end + 1 < len(words)
        and end - i < 6
        and words[end] in {"of", "and", "or"}
        and words[end + 1] in MANY
    ):
        if words[end] == "of":
            least = scaled(least, MANY[words[end + 1]])
        end += 2
    if end == i + 1 and words[i] == "tens":
        return None
    return Amount(i, end, None, 0.0, written=True, least=least)


def _with_article(line: Line, i: int) -> Amount | None:
    """*a million*, *half a billion*, *a dozen*, *a few thousand*, *several hundred*."""
    words = line.words
    if words[i] == "half":
        at = i + 2 if words[i + 1 : i + 2] in (["a"], ["-"]) else i + 1
        size = {**MAGNITUDES, "dozen": 12.0}.get(words[at], 0.0) if at < len(words) else 0.0
        if not size:
            return None
        return Amount(i, at + 1, size / 2, 0.5, size, written=True)
    if i and words[i - 1] == "half":
        return None  # *half a dozen* is read at its first word
    vague = words[i] == "several"
    at = i if words[i] in MAGNITUDES else i + 1
    if words[at : at + 1] in (["few"], ["couple"]):
        vague = True
        at += 1
        if words[at : at + 1] == ["of"]:
            at += 1
    if words[at : at + 1] == ["half"] and words[at + 1 : at + 2] == ["-"]:
        inner = _with_article(line, at)
        return None if inner is None else replace(inner, first=i)
    if words[at : at + 1] == ["dozen"]:
        return _one_or_many(i, at + 1, 12.0, vague=vague)
    end, size = _magnitudes(line, at)
    if size == 1.0 or at == end:
        return None
    return _one_or_many(i, end, size, vague=vague)


def _one_or_many(first: int, end: int, size: float, *, vague: bool) -> Amount:
    if vague:
        return Amount(first, end, None, 1.0, size, written=True, least=size)
    return Amount(first, end, size, 1.0, size, written=True)


def _with_unit(line: Line, amount: Amount) -> Amount:
    """The unit that follows: percent, money or a measure."""
    words = line.words
    at = amount.end
    if words[at : at + 1] == ["-"] and line.glued(at) and line.glued(at + 1):
        at += 1
    if amount.unit is not None or at >= len(words):
        return amount
    if amount.value is None and words[at] == "of":
        at += 1  # *hundreds of millions of euros*
        if at >= len(words):
            return amount
    for read in (_percent, _money, _measure, _exchange):
        found = read(line, amount, at)
        if found is None:
            continue
        unit, end = found
        size = 1.0
        for large, (base, times) in _LARGE_UNITS.items():
            if unit.startswith(large):
                unit, size = base + unit[len(large) :], times
        if size > 1.0:
            value = None if amount.value is None else scaled(amount.value, size)
            return replace(amount, end=end, unit=unit, value=value, magnitude=size)
        return replace(amount, end=end, unit=unit)
    return amount


# Units of a million or billion of another: *4 mmt of wheat*, *10 bcm of gas*.
_LARGE_UNITS = {
    "million_tonnes": ("tonne", 1e6),
    "billion_m3": ("m3", 1e9),
    "million_m3": ("m3", 1e6),
}


def _percent(line: Line, amount: Amount, at: int) -> tuple[str, int] | None:
    words = line.words
    word = words[at]
    two = words[at : at + 2]
    if word == "%" or word in {"percent", "pct"}:
        end = at + 1
        if words[end : end + 1] in (["point"], ["points"]):
            return "percentage_points", end + 1
        return "percent", end
    if two == ["per", "cent"]:
        return "percent", at + 2
    if word == "percentage" and words[at + 1 : at + 2] == ["-"] and line.glued(at + 1):
        two = [word, *words[at + 2 : at + 3]]
        at += 1
    if two in (["percentage", "point"], ["percentage", "points"]):
        return "percentage_points", at + 2
    if two in (["basis", "point"], ["basis", "points"]):
        return "basis_points", at + 2
    return None


def _money(line: Line, amount: Amount, at: int) -> tuple[str, int] | None:
    words = line.words
    text = line.tokens[at].text
    if text in currencies.ISO_CODES and not line.glued(at):
        return ("CNY" if text == "RMB" else text), at + 1
    if text in currencies.SIGNS and text != "$":
        return currencies.SIGNS[text], at + 1
    large = amount.value is None or amount.value >= 1000
    country: str | None = None
    for k in range(at, min(at + 3, len(words))):
        unit = currencies.money_word(words[k], country, large)
        if unit is not None:
            return unit, k + 1
        if words[k] not in currencies.ADJECTIVES:
            return None
        country = words[k]
    return None


def _measure(line: Line, amount: Amount, at: int) -> tuple[str, int] | None:
    words = line.words
    word = words[at]
    power = {"square": "2", "sq": "2", "cubic": "3"}.get(word)
    if power is not None or word in {"metric", "nautical", "long", "short"}:
        at += 2 if words[at + 1 : at + 2] == ["."] else 1
        unit = MEASURES.get(words[at]) if at < len(words) else None
        if unit is None:
            return None
        if power is not None:
            unit = {"metre": "m", "foot": "ft"}.get(unit, unit) + power
            return _rate(line, unit, at + 1)
        elif word == "metric":
            unit = "tonne"
        elif word == "nautical":
            unit = "nautical_mile"
        return _rate(line, unit, at + 1)
    if word in {"bpd", "b"}:
        if word == "bpd":
            return "barrel_per_day", at + 1
        return ("barrel_per_day", at + 3) if words[at + 1 : at + 3] == ["/", "d"] else None
    unit = MEASURES.get(word)
    if unit is None or (word in SHORT and amount.written):
        return None
    if word in {"feet", "foot"} and amount.written:
        return None  # *two feet on the ground*
    end = at + 1
    if unit == "tonne_metric":
        if word == "mt" and not line.tokens[at].text.isupper():
            return None
        if word == "mmt":
            return _rate(line, "million_tonnes", end)
        unit = "tonne"
    return _rate(line, unit, end)


def _exchange(line: Line, amount: Amount, at: int) -> tuple[str, int] | None:
    """*18.4 per dollar*, *18.4 to the euro*: a rate of exchange."""
    words = line.words
    for joins in (["per"], ["to", "the"], ["against", "the"]):
        end = at + len(joins)
        if words[at:end] == joins and end < len(words) and not amount.written:
            unit = currencies.money_word(words[end], None, False)
            # The plural is money that something is raised or set to.
            if unit is not None and not words[end].endswith("s"):
                return f"per_{unit}", end + 1
    return None


def _rate(line: Line, unit: str, end: int) -> tuple[str, int]:
    """*a day*, *per year*, *daily* after a unit."""
    words = line.words
    for k in range(end, min(end + 4, len(words))):
        if words[k] in {"per", "a", "each"} and words[k + 1 : k + 2] and words[k + 1] in PER:
            if k == end:
                return f"{unit}_per_{PER[words[k + 1]]}", k + 2
            break
        if words[k] not in {"of", "oil", "crude", "gas"}:
            break
    if words[end : end + 2] in (["/", "d"], ["/", "day"]):
        return f"{unit}_per_day", end + 2
    return unit, end
