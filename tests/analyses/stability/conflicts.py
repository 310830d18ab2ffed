"""Conflicts with known answers, written as case files."""

from __future__ import annotations

import random
from itertools import pairwise

from detente.case.case import Case
from detente.case.load import case_from_data, read_case

PRISONERS = """
title: Prisoner's dilemma
parties: [{id: row, name: Row}, {id: column, name: Column}]
moves:
  - {id: row-silent, party: row, name: Stay silent}
  - {id: column-silent, party: column, name: Stay silent}
preferences:
  - {party: row, ranking: [[column-silent], ["row-silent, column-silent"], ["-"], [row-silent]]}
  - {party: column, ranking: [[row-silent], ["row-silent, column-silent"], ["-"], [column-silent]]}
status_quo: {moves: []}
"""

# Each prisoner much prefers both silent to both talking, and talking alone to being betrayed.
PAIR = '[["row-silent, column-silent", "-"]]'
FEARED = PRISONERS.replace("-silent]]}", f"-silent]], much: {PAIR}}}")
FRIENDS = PRISONERS.replace("{party: row, r", "{party: row, attitudes: {column: well}, r").replace(
    "{party: column, r", "{party: column, attitudes: {row: well}, r"
)

CHICKEN = """
title: Chicken
parties: [{id: row, name: Row}, {id: column, name: Column}]
moves:
  - {id: row-swerves, party: row, name: Swerve}
  - {id: column-swerves, party: column, name: Swerve}
preferences:
  - party: row
    utilities: {column-swerves: 4, "row-swerves, column-swerves": 3, row-swerves: 2, "-": 1}
  - party: column
    utilities: {row-swerves: 4, "row-swerves, column-swerves": 3, column-swerves: 2, "-": 1}
"""

# States in the numbering of the literature: 1 none, 2 release, 3 escalate, 4 attack,
# 5 release and attack, 6 escalate and attack.
SYRIA_IRAQ = """
title: Euphrates 1975
parties: [{id: syria, name: Syria}, {id: iraq, name: Iraq}]
moves:
  - {id: release, party: syria, name: Release water}
  - {id: escalate, party: syria, name: Escalate}
  - {id: attack, party: iraq, name: Attack}
infeasible: [release and escalate]
preferences:
  - party: syria
    ranking: [["-"], [escalate], ["escalate, attack"], [release], [attack], ["release, attack"]]
  - party: iraq
    ranking: [[release], [attack], ["escalate, attack"], ["-"], ["release, attack"], [escalate]]
status_quo: {moves: []}
"""

CUBA = """
title: Missiles 1962
parties: [{id: west, name: United States}, {id: east, name: Soviet Union}]
moves:
  - {id: strike, party: west, name: Strike from the air}
  - {id: blockade, party: west, name: Blockade}
  - {id: withdraw, party: east, name: Withdraw}
  - {id: escalate, party: east, name: Escalate}
infeasible: [withdraw and escalate]
preferences:
  - party: west
    ranking:
      - [withdraw]
      - ["blockade, withdraw"]
      - ["strike, withdraw"]
      - ["strike, blockade, withdraw"]
      - [blockade]
      - [strike]
      - ["strike, blockade"]
      - ["-"]
      - ["strike, blockade, escalate"]
      - ["strike, escalate"]
      - ["blockade, escalate"]
      - [escalate]
  - party: east
    ranking:
      - ["-"]
      - [withdraw]
      - ["blockade, withdraw"]
      - [blockade]
      - ["strike, withdraw"]
      - [strike]
      - ["strike, blockade, withdraw"]
      - ["strike, blockade"]
      - ["strike, blockade, escalate"]
      - ["strike, escalate"]
      - ["blockade, escalate"]
      - [escalate]
status_quo: {moves: [blockade]}
perspectives:
  - id: no-recall
    name: A strike cannot be taken back
    changes: {moves: [{id: strike, direction: start}]}
"""

# Neither moves first without a word from a third party: the mediator's pledge turns both.
MEDIATION = """
title: Border talks
parties:
  - {id: norland, name: Norland}
  - {id: sudland, name: Sudland}
  - {id: council, name: Council, role: mediator}
moves:
  - {id: pull-back, party: norland, name: Pull back}
  - {id: disarm, party: sudland, name: Disarm}
preferences:
  - {party: norland, statements: [disarm, not pull-back]}
  - {party: sudland, statements: [pull-back, not disarm]}
status_quo: {moves: []}
perspectives:
  - id: pledge
    name: The council sends observers
    changes:
      moves:
        - {id: observe, party: council, name: Send observers}
      preferences:
        - {party: council, statements: [pull-back and disarm, observe]}
        - party: norland
          statements: [disarm, pull-back if observe, not pull-back or observe]
        - party: sudland
          statements: [pull-back, disarm if observe, not disarm or observe]
"""

GRAPH = """
title: Three stages
parties: [{id: a, name: Astoria}, {id: b, name: Bravonia}]
graph:
  states: [{id: talks, name: Talks are on}, {id: crisis}, {id: war}]
  arcs:
    - {party: a, source: talks, target: crisis}
    - {party: b, source: crisis, target: war}
    - {party: b, source: crisis, target: talks}
preferences:
  - {party: a, utilities: {talks: 5, crisis: 7, war: 1}}
  - {party: b, ranking: [[talks], [war], [crisis]]}
status_quo: {state: talks}
"""


def case_of(text: str) -> Case:
    return read_case(text, "conflict.yaml")


def random_case(seed: int) -> Case:
    """A case of up to 32 states with everything that a case of moves can have."""
    rng = random.Random(seed)
    parties = [f"p{i}" for i in range(rng.randint(2, 3))]
    owners = parties + [rng.choice(parties) for _ in range(rng.randint(0, 2))]
    rng.shuffle(owners)
    moves = [
        {
            "id": f"m{n}",
            "party": owner,
            "name": f"Move {n}",
            "direction": rng.choice(["both", "both", "both", "start", "stop"]),
        }
        for n, owner in enumerate(owners)
    ]
    ids = [str(m["id"]) for m in moves]

    def words() -> str:
        one, other = rng.choice(ids), rng.choice(ids)
        return rng.choice(
            [one, f"not {one}", f"{one} and {other}", f"{one} if {other}", f"{one} iff not {other}"]
        )

    infeasible = [f"{a} and {b}" for a, b in pairwise(ids) if rng.random() < 0.2]
    case: dict[str, object] = {
        "title": f"Random {seed}",
        "parties": [{"id": p, "name": p.upper()} for p in parties],
        "moves": moves,
        "infeasible": infeasible,
        "preferences": [
            {"party": p, "statements": [words() for _ in range(rng.randint(1, 5))]} for p in parties
        ],
        "status_quo": {"moves": []},
    }
    if rng.random() < 0.4:
        case["bans"] = [
            {"move": rng.choice(ids), "change": rng.choice(["both", "start", "stop"]), "when": w}
            for w in [words() for _ in range(rng.randint(1, 2))]
        ]
    return case_from_data({"schema_version": 1, **case}, "random")
