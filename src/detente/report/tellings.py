"""One thing told more than once is one row: which items tell the same event or figure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from detente.evidence.items import Event, Quantity

Told = TypeVar("Told", bound=Event | Quantity)


class Tellings(Generic[Told]):
    """Items by the first telling of each.

    Attributes
    ----------
    firsts : tuple
        One item for each distinct event or figure, in the order given.
    count : int
        How many items there are with all their repetitions.
    """

    def __init__(self, items: Sequence[Told]) -> None:
        by_id = {item.id: item for item in items}
        groups: dict[str, list[Told]] = {}
        self._first: dict[str, str] = {}
        for item in items:
            first = _first_of(item, by_id)
            self._first[item.id] = first
            groups.setdefault(first, []).append(item)
        self._groups: dict[str, tuple[Told, ...]] = {}
        for first, found in groups.items():
            self._groups[first] = (by_id[first], *(i for i in found if i.id != first))
        self.firsts: tuple[Told, ...] = tuple(found[0] for found in self._groups.values())
        self.count = len(items)

    def of(self, item: Told) -> tuple[Told, ...]:
        """Every telling of what ``item`` tells, the first one first."""
        return self._groups[self._first[item.id]]

    def later(self, item: Told) -> tuple[Told, ...]:
        """The tellings after the first."""
        return self.of(item)[1:]

    def first_id(self, item_id: str | None) -> str | None:
        """The id of the first telling of the item of that id, None for an unknown one."""
        return None if item_id is None else self._first.get(item_id)


def _first_of(item: Told, by_id: dict[str, Told]) -> str:
    seen = {item.id}
    while item.same_as is not None and item.same_as in by_id and item.same_as not in seen:
        item = by_id[item.same_as]
        seen.add(item.id)
    # Items that name each other in a ring have no first telling; the smallest id stands in.
    return min(seen) if item.same_as in seen else item.id
