"""A graph-model save file into a case.

Options are put into the order of the decision makers, each one's together, as the program that
writes these files does when it opens one; numbers of states in a ranking count the feasible
states in that order.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from detente.case.case import Case
from detente.case.expressions import parse_expression
from detente.errors import BadCase, InputError
from detente.formats.actors_on_issues import FILE
from detente.formats.gmcr_conditions import Member, as_expression, members_of
from detente.formats.move_states import feasible, written_state
from detente.formats.slugs import slugs
from detente.formats.strict_json import read_plain_json

Data = dict[str, Any]

_DIRECTIONS = {"both": "both", "fwd": "start", "back": "stop"}
_MOST = 200


def load_gmcr(path: Path) -> Case:
    """The case of a save file.

    Misperceptions and coalitions have no place in a case; the notes of the parties and the
    summary name them.

    Raises
    ------
    BadCase
        With a line for each part that does not fit.
    InputError
        If the file is no JSON, or no save file.
    """
    data = read_plain_json(path)
    makers = data.get("decisionMakers") if isinstance(data, dict) else None
    options = data.get("options") if isinstance(data, dict) else None
    if not _are_objects(makers) or not _are_objects(options) or not makers or not options:
        raise InputError(f"{path}: a .gmcr file has lists of options and of decisionMakers")
    if len(options) > _MOST or len(makers) > _MOST:
        raise InputError(f"{path}: more than {_MOST} options or decision makers")
    reading = _Reading(options, makers)
    return reading.case(data, path)


def _are_objects(given: Any) -> bool:
    return isinstance(given, list) and all(isinstance(row, dict) for row in given)


class _Reading:
    def __init__(self, options: list[dict[str, Any]], makers: list[dict[str, Any]]) -> None:
        self.faults: list[str] = []
        self.options = options
        self.makers = makers
        self.owner: dict[int, int] = {}
        for number, maker in enumerate(makers):
            self._own(number, maker.get("options"))
        for row in range(len(options)):
            if row not in self.owner:
                self.faults.append(f"options[{row}] belongs to no decision maker")
        # Stable: within a decision maker the order of the file.
        self.order = sorted(range(len(options)), key=lambda k: (self.owner.get(k, 0), k))
        self.new = {old: new for new, old in enumerate(self.order)}
        names = [self._name(options[old], f"options[{old}]") for old in self.order]
        self.names = names
        self.moves = slugs(names, "move")
        self.party_names = [self._name(m, f"decisionMakers[{n}]") for n, m in enumerate(makers)]
        self.parties = slugs(self.party_names, "party")

    def _own(self, number: int, rows: Any) -> None:
        where = f"decisionMakers[{number}].options"
        if not isinstance(rows, list):
            self.faults.append(f"{where} must be a list of numbers of options")
            return
        for row in rows:
            if not isinstance(row, int) or isinstance(row, bool):
                self.faults.append(f"{where}: {str(row)[:40]!r} is no number of an option")
            elif not 0 <= row < len(self.options):
                self.faults.append(f"{where}: there is no option {row}")
            elif self.owner.setdefault(row, number) != number:
                self.faults.append(
                    f"{where}: option {row} is decisionMakers[{self.owner[row]}]'s already; "
                    "a move of a case has one party"
                )

    def _name(self, given: dict[str, Any], where: str) -> str:
        name = given.get("name")
        if not isinstance(name, str) or not name.strip() or len(name) > 1_000:
            self.faults.append(f"{where} needs a name")
            return "unnamed"
        return name.strip()

    def members(self, given: Any, where: str) -> list[Member]:
        try:
            found = members_of(given, len(self.options), where)
        except InputError as error:
            self.faults.append(str(error))
            return []
        return [{self.new[row]: taken for row, taken in member.items()} for member in found]

    def conditions(self, given: Any, where: str) -> list[str]:
        if given is None:
            return []
        if not isinstance(given, list):
            self.faults.append(f"{where} must be a list of conditions")
            return []
        return [
            as_expression(self.members(condition, f"{where}[{number}]"), self.moves)
            for number, condition in enumerate(given)
        ]

    def case(self, data: dict[str, Any], path: Path) -> Case:
        infeasible = self.conditions(data.get("infeasibles"), "infeasibles")
        by_hand = bool(
            data.get("useManualPreferenceRanking") or data.get("useManualPreferenceVectors")
        )
        moves = [self._move(new, old) for new, old in enumerate(self.order)]
        preferences = [] if self.faults else self._preferences(by_hand, infeasible)
        if self.faults:
            raise BadCase(str(path), self.faults)
        return Case.model_validate(
            {
                "title": path.stem.replace("_", " "),
                "summary": self._coalitions(data.get("coalitions")),
                "parties": [
                    {"id": id_, "name": name, "note": self._blind(n), "evidence": [FILE]}
                    for n, (id_, name) in enumerate(
                        zip(self.parties, self.party_names, strict=True)
                    )
                ],
                "moves": moves,
                "infeasible": infeasible,
                "preferences": preferences,
                "evidence": [{"id": FILE, "title": path.name}],
            }
        )

    def _move(self, new: int, old: int) -> Data:
        direction = str(self.options[old].get("permittedDirection", "both"))
        if direction not in _DIRECTIONS:
            self.faults.append(
                f"options[{old}].permittedDirection is {direction[:40]!r}; both, fwd or back fits"
            )
        return {
            "id": self.moves[new],
            "party": self.parties[self.owner.get(old, 0)],
            "name": self.names[new],
            "direction": _DIRECTIONS.get(direction, "both"),
            "evidence": [FILE],
        }

    def _preferences(self, by_hand: bool, infeasible: Sequence[str]) -> list[Data]:
        made: list[Data] = []
        states: npt.NDArray[np.int64] | None = None
        for number, (party, maker) in enumerate(zip(self.parties, self.makers, strict=True)):
            where = f"decisionMakers[{number}]"
            statements = self.conditions(maker.get("preferences"), f"{where}.preferences")
            ranking = maker.get("preferenceRanking", maker.get("preferenceVector"))
            payoffs = maker.get("payoffs")
            numbered = (by_hand and ranking is not None) or (not statements and payoffs)
            if not numbered:
                if statements:
                    made.append({"party": party, "statements": statements, "evidence": [FILE]})
                continue
            if states is None:
                rules = [parse_expression(text) for text in infeasible]
                states = feasible(self.moves, rules)
            if by_hand and ranking is not None:
                made += self._ranking(party, ranking, states, statements, where)
            else:
                made += self._payoffs(party, payoffs, states, where)
        return made

    def _ranking(
        self,
        party: str,
        ranking: Any,
        states: npt.NDArray[np.int64],
        statements: Sequence[str],
        where: str,
    ) -> list[Data]:
        groups = [g if isinstance(g, list) else [g] for g in ranking] if _is_list(ranking) else [[]]
        flat = [n for group in groups for n in group]
        whole = all(isinstance(n, int) and not isinstance(n, bool) for n in flat)
        if not whole or sorted(flat) != list(range(1, len(states) + 1)):
            self.faults.append(
                f"{where}.preferenceRanking must name each of the {len(states)} feasible states "
                f"once, by its number from 1 to {len(states)}"
            )
            return []
        basis = "ranked by hand in the file"
        if statements:
            basis += f"; its statements there, not used: {'; '.join(statements)}"
        named = [[written_state(int(states[n - 1]), self.moves) for n in group] for group in groups]
        return [{"party": party, "ranking": named, "basis": basis[:20_000], "evidence": [FILE]}]

    def _payoffs(
        self, party: str, payoffs: Any, states: npt.NDArray[np.int64], where: str
    ) -> list[Data]:
        numbers = payoffs if _is_list(payoffs) else []
        whole = all(isinstance(n, int | float) and not isinstance(n, bool) for n in numbers)
        if len(numbers) != len(states) or not whole:
            self.faults.append(
                f"{where}.payoffs must be {len(states)} numbers, one for each feasible state"
            )
            return []
        if any(abs(n) > 1e12 for n in numbers):
            self.faults.append(f"{where}.payoffs has a number above 1e12")
            return []
        utilities = {
            written_state(int(state), self.moves): float(n)
            for state, n in zip(states, numbers, strict=True)
        }
        return [{"party": party, "utilities": utilities, "evidence": [FILE]}]

    def _blind(self, number: int) -> str | None:
        """What a decision maker does not perceive, in words."""
        unseen = self.conditions(
            self.makers[number].get("misperceptions"), f"decisionMakers[{number}].misperceptions"
        )
        if not unseen:
            return None
        return f"Does not perceive the states with {'; '.join(unseen)} (not used)."

    def _coalitions(self, given: Any) -> str | None:
        groups = [g for g in given if isinstance(g, list) and len(g) > 1] if _is_list(given) else []
        known = [
            " and ".join(self.parties[n] for n in group)
            for group in groups
            if all(isinstance(n, int) and 0 <= n < len(self.parties) for n in group)
        ]
        return f"The file has coalitions (not used): {'; '.join(known)}." if known else None


def _is_list(given: Any) -> bool:
    return isinstance(given, list)
