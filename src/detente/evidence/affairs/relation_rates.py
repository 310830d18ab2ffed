"""What is said again of a tariff: how many points of it, and duties "on those goods"."""

from __future__ import annotations

from detente.evidence.affairs.magnitudes import Figure
from detente.evidence.affairs.rows import Row

_UNITS = frozenset({"percent", "percentage_points"})
_DUTIES = frozenset({"tariff", "tariffs", "duty", "duties", "levy", "levies"})
_RATES = _DUTIES | {"rate", "rates"}
_THOSE = frozenset({"those", "these", "such"})
_GOODS = frozenset({"articles", "goods", "products", "imports", "items"})
_REACH = 5


def rate_at(row: Row, k: int) -> Figure | None:
    """The share at ``k`` if it is a rate of duty: "**5 points** of that rate"."""
    quantity = row[k].quantity
    if quantity is None or quantity.unit not in _UNITS:
        return None
    near = set(row.words(k - _REACH, k)) | set(row.words(k + 1, k + 1 + _REACH))
    return Figure(k, quantity, 0.0) if near & _RATES else None


def is_duty_on_those(row: Row, k: int) -> bool:
    """True for a duty whose goods were named before: "**duties** on those articles"."""
    return (
        row.low(k) in _DUTIES
        and row.low(k + 1) in {"on", "against"}
        and row.low(k + 2) in _THOSE
        and row.low(k + 3) in _GOODS
    )
