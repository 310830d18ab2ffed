"""Numbers of a case and of its answers as people read them."""

from __future__ import annotations

from detente.analyses.base import Cell
from detente.case.numbers import Number

_MINUS = "\u2212"
# From here on digits after the point are noise beside what stands before it.
_WHOLE = 1_000


def amount(value: float) -> str:
    """A number with the digits that can be read, and a minus sign that is one.

    >>> amount(0.8535284), amount(74.25), amount(-4.8), amount(78732.0), amount(0.00123456)
    ('0.85', '74.25', '−4.8', '78,732', '0.0012')
    """
    size = abs(value)
    if size >= _WHOLE:
        text = f"{size:,.0f}"
    elif size >= 0.1:
        text = f"{size:.2f}".rstrip("0").rstrip(".")
    else:
        text = f"{size:.2g}"
    return f"{_MINUS}{text}" if value < 0 and text.strip("0.") else text


def signed(value: float) -> str:
    """A gain or a loss with its sign.

    >>> signed(10.5), signed(-6.5), signed(0.0)
    ('+10.5', '−6.5', '0')
    """
    return f"+{amount(value)}" if value > 0 and amount(value).strip("0.") else amount(value)


def cell(value: Cell) -> str:
    """A cell of a table; what is not known is a dash."""
    if value is None:
        return "–"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return amount(value)
    return f"{value:,}" if isinstance(value, int) else value


def number(given: Number) -> str:
    """A number of a case: its value, its range with the likeliest, or its mean and spread.

    >>> number(Number(value=30)), number(Number(low=20, high=60))
    ('30', '20 to 60')
    >>> number(Number(low=20, mode=30, high=60)), number(Number(mean=30, sd=5))
    ('20 to 60, likeliest 30', '30, give or take 5')
    """
    if given.value is not None:
        text = amount(given.value)
    elif given.mean is not None and given.sd is not None:
        text = f"{amount(given.mean)}, give or take {amount(given.sd)}"
        if given.low is not None or given.high is not None:
            low = "" if given.low is None else f" from {amount(given.low)}"
            high = "" if given.high is None else f" to {amount(given.high)}"
            text += f", cut{low}{high}"
    else:
        assert given.low is not None
        assert given.high is not None
        text = f"{amount(given.low)} to {amount(given.high)}"
        if given.mode is not None:
            text += f", likeliest {amount(given.mode)}"
    return text
