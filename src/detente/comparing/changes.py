"""What is different between two cases, entry by entry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from detente.case.case import Case
from detente.case.perspectives import IDENTITIES
from detente.comparing.entry_words import RECORD, is_leaf, named, value_words

What = Literal["added", "taken away", "changed"]

#: What a case says of itself and of how it was made, and not of the negotiation.
_RECORDS = ("evidence", "questions", "log", "attempts", "perspectives")
_KEYS = {**IDENTITIES, "perspectives": ("id",)}


@dataclass(frozen=True)
class Change:
    """One difference: where it stands in each case, and what stands there.

    ``path_before`` and ``path_after`` are paths of the two cases, empty where there is nothing.
    ``record`` is True where only what an entry rests on is different, or how the case was made.
    """

    what: What
    entry: str
    field: str
    before: str
    after: str
    path_before: str
    path_after: str
    record: bool = False


def changes(before: Case, after: Case) -> tuple[Change, ...]:
    """Every difference, in the order of the sections; entries are matched by their ids.

    Positions and utility tables are matched by party and issue, preferences by party. The order
    of entries is no difference; that of a ranking or of statements is.
    """
    old = before.model_dump(mode="json", exclude_defaults=True)
    new = after.model_dump(mode="json", exclude_defaults=True)
    found: list[Change] = []
    for section in type(before).model_fields:
        if section in _KEYS:
            pair = old.get(section, []), new.get(section, [])
            found += _entries(before, after, section, *pair)
        elif section in _RECORDS:
            found += _records(section, old.get(section, []), new.get(section, []))
        else:
            found += _fields("the case", section, old.get(section), new.get(section), section,
                             section, record=section == "schema_version")  # fmt: skip
    return tuple(found)


def _entries(
    before: Case, after: Case, section: str, old: list[Any], new: list[Any]
) -> Iterator[Change]:
    record = section in _RECORDS
    rows_old, rows_new = _by_identity(section, old), _by_identity(section, new)
    for key, (row, entry) in rows_old.items():
        path = f"{section}[{row}]"
        told = named(before, section, entry)
        if key not in rows_new:
            yield Change("taken away", told, "", _summary(entry), "", path, "", record)
            continue
        other, now = rows_new[key]
        for name in dict.fromkeys((*entry, *now)):
            yield from _fields(
                told, name, entry.get(name), now.get(name), f"{path}.{name}",
                f"{section}[{other}].{name}", record=record or name in RECORD,
            )  # fmt: skip
    for key, (row, entry) in rows_new.items():
        if key not in rows_old:
            told = named(after, section, entry)
            yield Change("added", told, "", "", _summary(entry), "", f"{section}[{row}]", record)


def _by_identity(section: str, entries: list[Any]) -> dict[tuple[Any, ...], tuple[int, Any]]:
    made: dict[tuple[Any, ...], tuple[int, Any]] = {}
    for row, entry in enumerate(entries):
        key = tuple(entry.get(name) for name in _KEYS[section])
        # Two entries with one id are a fault that `detente check` reports; none is lost here.
        while key in made:
            key = (*key, row)
        made[key] = row, entry
    return made


def _fields(
    entry: str, field: str, old: Any, new: Any, path_old: str, path_new: str, *, record: bool
) -> Iterator[Change]:
    if old == new:
        return
    if _have_ids(old) and _have_ids(new):
        yield from _inner_entries(entry, old, new, path_old, path_new, record=record)
        return
    nested = isinstance(old, Mapping) and isinstance(new, Mapping)
    if nested and not (is_leaf(old) or is_leaf(new)):
        for name in dict.fromkeys((*old, *new)):
            yield from _fields(
                entry, f"{field} {name}", old.get(name), new.get(name), f"{path_old}.{name}",
                f"{path_new}.{name}", record=record or name in RECORD,
            )  # fmt: skip
        return
    words = value_words(old), value_words(new)
    # What a number rests on can change while the number stays.
    yield Change(
        "changed", entry, field.replace("_", " "), *words,
        "" if old is None else path_old, "" if new is None else path_new,
        record or words[0] == words[1],
    )  # fmt: skip


def _have_ids(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(
        isinstance(inner, Mapping) and "id" in inner for inner in value
    )  # fmt: skip


def _inner_entries(
    entry: str, old: list[Any], new: list[Any], path_old: str, path_new: str, *, record: bool
) -> Iterator[Change]:
    """Entries within an entry, such as the options of an issue, matched by id."""
    rows_new = {inner["id"]: row for row, inner in enumerate(new)}
    rows_old = {inner["id"]: row for row, inner in enumerate(old)}
    for id_, row in rows_old.items():
        told, path = f"{entry}, {id_}", f"{path_old}[{row}]"
        if id_ not in rows_new:
            yield Change("taken away", told, "", _summary(old[row]), "", path, "", record)
            continue
        other = rows_new[id_]
        for name in dict.fromkeys((*old[row], *new[other])):
            yield from _fields(
                told, name, old[row].get(name), new[other].get(name), f"{path}.{name}",
                f"{path_new}[{other}].{name}", record=record or name in RECORD,
            )  # fmt: skip
    for id_, row in rows_new.items():
        if id_ not in rows_old:
            words = _summary(new[row])
            yield Change(
                "added", f"{entry}, {id_}", "", "", words, "", f"{path_new}[{row}]", record
            )


def _records(section: str, old: list[Any], new: list[Any]) -> Iterator[Change]:
    if old != new:
        yield Change(
            "changed", section, "", f"{len(old)} entries", f"{len(new)} entries",
            section if old else "", section if new else "", record=True,
        )  # fmt: skip


def _summary(entry: Mapping[str, Any]) -> str:
    known = {"id", "party", "issue", "name", "kind", *RECORD}
    told = {key: value for key, value in entry.items() if key not in known}
    return value_words(told) if told else ""
