"""Sections of a case as rows of sheets, and rows as sections."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from detente.case.near_words import did_you_mean
from detente.case.yaml_reading import Path
from detente.formats.xlsx.entry_rows import Data, ReadEntry
from detente.formats.xlsx.merging import NOTHING, put, taken
from detente.formats.xlsx.sheets import CASE_FIELDS

_KINDS = {"interest": "interests", "need": "needs", "fear": "fears"}
#: Sections whose entries are one row each, under their own name.
_ROW_EACH = (
    "positions",
    "red_lines",
    "levers",
    "moves",
    "bans",
    "attempts",
    "evidence",
    "questions",
    "log",
)
# Near words are looked for this often; it takes its time, and nobody reads more.
_MOST_NEAR = 100
_RESTS_ON = ("evidence", "draft", "confidence", "basis")


def rows_of(data: Data) -> dict[str, list[Data]]:
    """The rows of every sheet but ``case``, for the plain data of a case."""
    standing = taken(data, ("status_quo", "issues"))
    places = {
        "status_quo": standing if standing is not NOTHING else {},
        "reference_point": data.get("reference_point", {}),
    }
    made: dict[str, list[Data]] = {name: list(data.get(name, [])) for name in _ROW_EACH}
    made["parties"] = [_without(p, *_KINDS.values()) for p in data.get("parties", [])]
    made["interests"] = [
        {"party": party["id"], "kind": kind, **statement}
        for party in data.get("parties", [])
        for kind, key in _KINDS.items()
        for statement in party.get(key, [])
    ]
    made["issues"] = [
        _without(issue, "options")
        | {key: at[issue["id"]] for key, at in places.items() if issue["id"] in at}
        for issue in data.get("issues", [])
    ]
    made["options"] = [
        {"issue": issue["id"], **option}
        for issue in data.get("issues", [])
        for option in issue.get("options", [])
    ]
    made["utilities"] = [
        {**({} if number else _without(table, "values")), **ids, "option": option, "value": value}
        for table in data.get("utilities", [])
        for ids in [{"party": table["party"], "issue": table["issue"]}]
        for number, (option, value) in enumerate(table["values"].items())
    ]
    made["links"] = [
        {
            "link": link["id"],
            **({"name": link["name"]} if "name" in link and not number else {}),
            **effect,
            **({"of_link": about} if not number and (about := _only(link, *_RESTS_ON)) else {}),
        }
        for link in data.get("links", [])
        for number, effect in enumerate(link["effects"])
    ]
    made["infeasible"] = [{"combination": text} for text in data.get("infeasible", [])]
    made["preferences"] = [row for p in data.get("preferences", []) for row in _preference_rows(p)]
    graph = data.get("graph", {})
    made["states"], made["arcs"] = list(graph.get("states", [])), list(graph.get("arcs", []))
    return made


def _preference_rows(preference: Data) -> Iterator[Data]:
    rows: list[Data] = []
    for rank, text in enumerate(preference.get("statements", []), start=1):
        rows.append({"kind": "statement", "rank": rank, "state": text})
    for rank, tied in enumerate(preference.get("ranking", []), start=1):
        rows += [{"kind": "ranking", "rank": rank, "state": state} for state in tied]
    for state, value in preference.get("utilities", {}).items():
        rows.append({"kind": "utility", "state": state, "value": value})
    for state, other in preference.get("unknown", []):
        rows.append({"kind": "unknown", "state": state, "other_state": other})
    for number, row in enumerate(rows):
        about = {} if number else _only(preference, *_RESTS_ON)
        yield {"party": preference["party"], **row, **about}


class Joined:
    """The data of a case out of rows, the cell of every part, and what does not fit."""

    def __init__(self, rows: Mapping[str, list[ReadEntry]]) -> None:
        self.data: Data = {}
        self.places: dict[Path, str] = {}
        self.faults: list[str] = []
        self.numbers: dict[str, dict[Any, int]] = {}
        self.rows = {name: found for name, found in rows.items() if found}
        for name in ("parties", "issues", *_ROW_EACH):
            self._each(name)
        self._interests()
        self._issues()
        self._tables()
        self._links()
        self._preferences()
        self._moves()

    def _each(self, name: str) -> None:
        for row in self.rows.get(name, []):
            self._append((name,), row)

    def _append(self, path: tuple[str | int, ...], row: ReadEntry, *leave: str) -> None:
        """Add a row's entry to the list at a path, without some of its keys."""
        found: Any = self.data
        for step in path[:-1]:
            found = found[step]
        entries = found.setdefault(path[-1], []) if isinstance(found, dict) else found[path[-1]]
        here = (*path, len(entries))
        entries.append(_without(row.data, *leave))
        self.places[here] = row.first
        for inner, cell in row.cells.items():
            self.places[*here, *inner] = cell

    def _interests(self) -> None:
        for row in self.rows.get("interests", []):
            kind = row.data.get("kind")
            if kind not in _KINDS:
                cell = row.cells.get(("kind",), row.first)
                self.faults.append(f"interests!{cell}: one of interest, need, fear fits")
                continue
            at = self._owner("interests", row, "party", "parties")
            if at is not None:
                self._append(("parties", at, _KINDS[str(kind)]), row, "party", "kind")

    def _issues(self) -> None:
        for number, issue in enumerate(self.data.get("issues", [])):
            for key, path in (
                ("status_quo", ("status_quo", "issues")),
                ("reference_point", ("reference_point",)),
            ):
                if key in issue and "id" in issue:
                    put(self.data, (*path, issue["id"]), issue.pop(key))
                    cell = self.places.get(("issues", number, key))
                    if cell:
                        self.places[*path, issue["id"]] = cell
        for row in self.rows.get("options", []):
            at = self._owner("options", row, "issue", "issues")
            if at is not None:
                self._append(("issues", at, "options"), row, "issue")

    def _owner(self, sheet: str, row: ReadEntry, key: str, section: str) -> int | None:
        """The number of the entry whose id a row names."""
        name = row.data.get(key)
        if section not in self.numbers:
            entries = list(enumerate(self.data.get(section, [])))
            # Of two entries with one id the first: the later one is put over by it.
            self.numbers[section] = {entry.get("id"): n for n, entry in reversed(entries)}
        known = self.numbers[section]
        if name in known:
            return known[name]
        cell = row.cells.get((key,), row.first)
        near = ""
        if len(self.faults) < _MOST_NEAR:
            near = did_you_mean(str(name), [str(k) for k in known])
        what = f"names the {key} {name!r}" if name else f"needs a {key}"
        self.faults.append(f"{sheet}!{cell} {what}, which is not in the sheet {section}{near}")
        return None

    def _grouped(
        self, sheet: str, section: str, keys: tuple[str, ...], parts: tuple[str, ...]
    ) -> Iterator[tuple[Data, Path, list[ReadEntry]]]:
        """An entry for each run of rows with the same keys; what it rests on is in any row."""
        runs: list[list[ReadEntry]] = []
        for row in self.rows.get(sheet, []):
            same = runs and all(runs[-1][0].data.get(k) == row.data.get(k) for k in keys)
            if same:
                runs[-1].append(row)
            else:
                runs.append([row])
        for number, run in enumerate(runs):
            entry: Data = {k: run[0].data[k] for k in keys if k in run[0].data}
            path: Path = (section, number)
            self.places[path] = run[0].first
            for row in reversed(run):
                for key in row.data:
                    if key not in parts and key not in keys:
                        entry[key] = row.data[key]
                for inner, cell in row.cells.items():
                    if inner[0] not in parts:
                        self.places[*path, *inner] = cell
            self.data.setdefault(section, []).append(entry)
            yield entry, path, run

    def _tables(self) -> None:
        parts = ("option", "value")
        for entry, path, run in self._grouped("utilities", "utilities", ("party", "issue"), parts):
            entry["values"] = {}
            for row in run:
                option = row.data.get("option")
                if option is None or option in entry["values"]:
                    what = "needs an option" if option is None else f"gives {option} twice"
                    self.faults.append(f"utilities!{row.cells.get(('option',), row.first)} {what}")
                    continue
                entry["values"][option] = row.data.get("value")
                self.places[*path, "values", option] = row.cells.get(("value",), row.first)

    def _links(self) -> None:
        parts = ("when", "points", "of_link", *_RESTS_ON)
        for entry, path, run in self._grouped("links", "links", ("link",), parts):
            entry["id"] = entry.pop("link", None)
            entry["effects"] = []
            for row in run:
                entry.update(row.data.get("of_link", {}))
                self._append((*path, "effects"), row, "link", "name", "of_link")

    def _preferences(self) -> None:
        parts = ("kind", "rank", "state", "other_state", "value")
        for entry, path, run in self._grouped("preferences", "preferences", ("party",), parts):
            by_rank: dict[tuple[str, int], list[str]] = {}
            for number, row in enumerate(run):
                kind, state = row.data.get("kind"), row.data.get("state")
                cell = row.cells.get(("state",), row.first)
                if state is None:
                    self.faults.append(f"preferences!{row.first} needs a state or a statement")
                elif kind in ("statement", "ranking"):
                    rank = row.data.get("rank", number + 1)
                    by_rank.setdefault((str(kind), rank), []).append(state)
                elif kind == "utility":
                    entry.setdefault("utilities", {})[state] = row.data.get("value")
                    self.places[*path, "utilities", state] = row.cells.get(("value",), cell)
                elif kind == "unknown":
                    pair = [state, row.data.get("other_state", "")]
                    entry.setdefault("unknown", []).append(pair)
                else:
                    cell = row.cells.get(("kind",), row.first)
                    fits = "one of statement, ranking, utility, unknown fits"
                    self.faults.append(f"preferences!{cell}: {fits}")
            for kind, key in (("statement", "statements"), ("ranking", "ranking")):
                ranked = [tied for (k, _), tied in sorted(by_rank.items()) if k == kind]
                if ranked:
                    flat = [state for tied in ranked for state in tied]
                    entry[key] = flat if kind == "statement" else ranked

    def _moves(self) -> None:
        for row in self.rows.get("infeasible", []):
            found = self.data.setdefault("infeasible", [])
            self.places["infeasible", len(found)] = row.first
            found.append(row.data.get("combination"))
        for name in ("states", "arcs"):
            for row in self.rows.get(name, []):
                self.data.setdefault("graph", {})
                self._append(("graph", name), row)


def case_fields(data: Data) -> dict[str, Any]:
    """The fields of the sheet ``case`` that a case says something of."""
    found = {field: taken(data, path) for field, path, _, _ in CASE_FIELDS}
    return {field: value for field, value in found.items() if value is not NOTHING}


def _without(data: Data, *keys: str) -> Data:
    return {key: value for key, value in data.items() if key not in keys}


def _only(data: Data, *keys: str) -> Data:
    return {key: data[key] for key in keys if key in data}
