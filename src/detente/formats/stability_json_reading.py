"""A conflict of the graph-model test collection into a case.

With options owned by decision makers (``dm``) the states are numbers whose bit k is option k.
Else states are listed, with arcs for each decision maker and rankings or utilities over them.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeGuard

from detente.case.case import Case
from detente.errors import BadCase, InputError
from detente.formats.actors_on_issues import FILE
from detente.formats.gmcr_conditions import as_expression
from detente.formats.move_states import MOST_MOVES, written_state
from detente.formats.slugs import slugs
from detente.formats.strict_json import read_plain_json

SCHEMA = "detente-research-gmcr/1"
Data = dict[str, Any]

_DIRECTIONS = {"both": "both", "fwd": "start", "back": "stop"}
_MOST_STATES = 100_000
_MOST_ARCS = 1_000_000


def load_stability(path: Path) -> Case:
    """The case of a conflict.

    Raises
    ------
    BadCase
        With a line for each part that does not fit.
    InputError
        If the file is no JSON of this schema.
    """
    data = read_plain_json(path)
    if not isinstance(data, dict) or data.get("schema") != SCHEMA:
        raise InputError(f"{path}: the schema of such a file is {SCHEMA}")
    makers, options = data.get("dms"), data.get("options")
    if not _texts(makers) or not isinstance(options, list):
        raise InputError(f"{path}: dms must be a list of names, options a list")
    reading = _Reading(data, path, makers)
    return reading.graph() if "states" in data else reading.moves(options)


def _texts(given: Any) -> TypeGuard[list[str]]:
    return isinstance(given, list) and bool(given) and all(isinstance(t, str) for t in given)


def _whole(given: Any, below: int) -> TypeGuard[int]:
    return isinstance(given, int) and not isinstance(given, bool) and 0 <= given < below


class _Reading:
    def __init__(self, data: dict[str, Any], path: Path, makers: list[str]) -> None:
        self.data = data
        self.path = path
        self.makers = makers
        self.parties = slugs(makers, "party")
        self.faults: list[str] = []

    def case(self, parts: Data) -> Case:
        """The case of these parts.

        Raises
        ------
        BadCase
            If something did not fit.
        """
        if self.faults:
            raise BadCase(str(self.path), self.faults)
        words = [str(self.data[key]) for key in ("source", "licence") if self.data.get(key)]
        return Case.model_validate(
            {
                "title": str(self.data.get("name") or self.path.stem)[:1_000],
                "parties": [
                    {"id": id_, "name": name, "evidence": [FILE]}
                    for id_, name in zip(self.parties, self.makers, strict=True)
                ],
                "evidence": [
                    {"id": FILE, "title": self.path.name, "note": "; ".join(words)[:20_000] or None}
                ],
                **parts,
            }
        )

    # Options

    def moves(self, options: list[Any]) -> Case:
        made: list[tuple[str, int, str]] = []
        irreversible = self.data.get("irreversible")
        irreversible = irreversible if isinstance(irreversible, dict) else {}
        for number, option in enumerate(options):
            given = option if isinstance(option, dict) else {}
            direction = irreversible.get(str(number), given.get("direction", "both"))
            name, owner = given.get("name"), given.get("dm")
            if not isinstance(name, str) or not _whole(owner, len(self.makers)):
                self.faults.append(f"options[{number}] needs a name and the number of its dm")
            elif direction not in _DIRECTIONS:
                self.faults.append(f"options[{number}]: a direction is both, fwd or back")
            else:
                made.append((name, owner, _DIRECTIONS[direction]))
        if len(options) > MOST_MOVES:
            self.faults.append(f"{len(options)} options; at most {MOST_MOVES} fit")
        ids = self._move_ids([(name, owner) for name, owner, _ in made])
        infeasible = self._infeasible(ids) if not self.faults else []
        preferences: list[Data] = []
        if not self.faults:
            states = {n: written_state(n, ids) for n in range(2 ** len(ids))}
            preferences = self._rankings(states, self.data.get("rankings"))
        return self.case(
            {
                "moves": [
                    {
                        "id": id_,
                        "party": self.parties[owner],
                        "name": name,
                        "direction": way,
                        "evidence": [FILE],
                    }
                    for id_, (name, owner, way) in zip(ids, made, strict=True)
                ],
                "infeasible": infeasible,
                "preferences": preferences,
            }
        )

    def _move_ids(self, moves: list[tuple[str, int]]) -> tuple[str, ...]:
        """Ids of moves; two of one name are told apart by who makes them."""
        names = [name for name, _ in moves]
        return slugs(
            (
                f"{name} {self.makers[owner]}" if names.count(name) > 1 else name
                for name, owner in moves
            ),
            "move",
        )

    def _infeasible(self, ids: tuple[str, ...]) -> list[str]:
        made = []
        for number, given in enumerate(self.data.get("infeasible") or []):
            pattern = given.get("all") if isinstance(given, dict) else None
            rows = {str(k): k for k in range(len(ids))}
            if not isinstance(pattern, dict) or not pattern or not set(pattern) <= set(rows):
                self.faults.append(
                    f"infeasible[{number}] needs all: the numbers of options, each with 1 or 0"
                )
                continue
            made.append(as_expression([{rows[k]: bool(v) for k, v in pattern.items()}], ids))
        return made

    def _rankings(self, names: Mapping[int, str], given: Any) -> list[Data]:
        """A ranking for each decision maker; states are written by ``names``."""
        rows = given if isinstance(given, list) else []
        if len(rows) != len(self.makers):
            self.faults.append(f"rankings must be {len(self.makers)} lists, one for each dm")
            return []
        made: list[Data] = []
        for party, ranking in zip(self.parties, rows, strict=True):
            entries = ranking if isinstance(ranking, list) else [None]
            groups = [g if isinstance(g, list) else [g] for g in entries]
            flat = [state for group in groups for state in group]
            whole = all(isinstance(s, int) and not isinstance(s, bool) for s in flat)
            if not whole or not set(flat) <= set(names) or len(set(flat)) < len(flat) or not flat:
                self.faults.append(
                    f"the ranking of {party} must name states of the file, each once"
                )
                continue
            named = [[names[s] for s in group if s is not None] for group in groups if group]
            made.append({"party": party, "ranking": named, "evidence": [FILE]})
        return made

    # Graphs

    def graph(self) -> Case:
        given = self.data["states"]
        keys = list(given) if isinstance(given, dict) else []
        if (
            not keys
            or len(keys) > _MOST_STATES
            or not all(k.isascii() and k.isdigit() for k in keys)
        ):
            self.faults.append(
                f"states must be numbers with what is taken, at most {_MOST_STATES:,}"
            )
            return self.case({})
        ids = {int(key): f"s{int(key)}" for key in keys}
        states = [
            {"id": ids[int(key)], "name": self._state_name(what)} for key, what in given.items()
        ]
        arcs = self._arcs(ids)
        utilities = self.data.get("utilities")
        if isinstance(utilities, dict):
            preferences = self._utilities(ids, utilities)
        else:
            preferences = self._rankings(ids, self.data.get("rankings"))
        parts: Data = {"graph": {"states": states, "arcs": arcs}, "preferences": preferences}
        path = self.data.get("observed_path")
        observed = [s for s in path if s in ids] if isinstance(path, list) else []
        first = self.data.get("status_quo", observed[0] if observed else None)
        if first in ids:
            parts["status_quo"] = {"state": ids[first], "evidence": [FILE]}
        if observed:
            when = f"Observed {self.data.get('observed_months', '')}: "
            parts["dynamics"] = (when + ", ".join(ids[s] for s in observed))[:20_000]
        return self.case(parts)

    def _state_name(self, what: Any) -> str | None:
        """The options taken in a state, in words."""
        options = [str(o) for o in self.data["options"] if isinstance(o, str)]
        if isinstance(what, dict):
            return ", ".join(str(name) for name, taken in what.items() if taken) or "none taken"
        if isinstance(what, str) and len(what) == len(options) and set(what) <= {"0", "1"}:
            taken = [name for name, bit in zip(options, what, strict=True) if bit == "1"]
            return ", ".join(taken) or "none taken"
        return str(what)[:1_000] if what else None

    def _arcs(self, ids: Mapping[int, str]) -> list[Data]:
        given = self.data.get("arcs")
        by_maker = list(given) if isinstance(given, list) else []
        if isinstance(given, dict):
            by_maker = [given.get(name) for name in self.makers]
        if len(by_maker) != len(self.makers) or not all(isinstance(a, dict) for a in by_maker):
            self.faults.append(f"arcs must be given for each of {', '.join(self.makers)}")
            return []
        made: list[Data] = []
        for party, arcs in zip(self.parties, by_maker, strict=True):
            for source, targets in arcs.items():
                known = source.isascii() and source.isdigit() and int(source) in ids
                ends = targets if isinstance(targets, list) else [None]
                if not known or any(not isinstance(t, int) or t not in ids for t in ends):
                    self.faults.append(
                        f"the arcs of {party} from {source[:20]} name unknown states"
                    )
                    continue
                made += [
                    {"party": party, "source": ids[int(source)], "target": ids[t]}
                    for t in ends
                    if t is not None
                ]
            if len(made) > _MOST_ARCS:
                self.faults.append(f"more than {_MOST_ARCS:,} arcs")
                break
        return made

    def _utilities(self, ids: Mapping[int, str], utilities: Mapping[str, Any]) -> list[Data]:
        made: list[Data] = []
        for party, name in zip(self.parties, self.makers, strict=True):
            given = utilities.get(name)
            values = given if isinstance(given, dict) else {}
            rows = {str(n): id_ for n, id_ in ids.items()}
            numbers = all(
                isinstance(v, int | float) and not isinstance(v, bool) and abs(v) <= 1e12
                for v in values.values()
            )
            if set(values) != set(rows) or not numbers:
                self.faults.append(f"the utilities of {party} must give every state a number")
                continue
            entry: Data = {
                "party": party,
                "utilities": {rows[n]: float(v) for n, v in values.items()},
                "evidence": [FILE],
            }
            statements = self.data.get("preference_statements")
            words = statements.get(name) if isinstance(statements, dict) else None
            if isinstance(words, list):
                order = ", ".join(str(word) for word in words)
                entry["basis"] = f"from statements in order of weight: {order}"[:20_000]
            made.append(entry)
        return made
