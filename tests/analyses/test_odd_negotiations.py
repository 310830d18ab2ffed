"""Negotiations with little or nothing to settle: answers in words, and no table without a row."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from detente.cli import main
from tests.analyses.packages.test_packages_answers import case_of

Data = dict[str, Any]
QUESTIONS = ("packages", "blocks", "levers")
TWO = {"x": [[3, 0], [0, 4]]}


def asks(points: float, values: dict[str, Any] | None = None) -> Data:
    data = case_of(TWO if values is None else values)
    for party in data["parties"]:
        party["alternative"]["points"] = points
    return data


def against_itself(options: int) -> list[Data]:
    half = options // 2
    sides = {"low": range(half), "high": range(half, options)}
    return [
        {"id": name, "kind": "forbid", "party": "a", "issue": "x", "options": [f"x{o}" for o in at]}
        for name, at in sides.items()
    ]


def positions(*salience: int) -> Data:
    data = case_of(TWO)
    del data["utilities"]
    data["positions"] = [
        {"party": p, "issue": "x", "option": f"x{at}", "salience": s}
        for at, (p, s) in enumerate(zip("ab", salience, strict=True))
    ]
    return data


def observers() -> Data:
    data = case_of(TWO)
    for party in data["parties"]:
        party["role"] = "observer"
    return data


def half_known() -> Data:
    data = case_of(TWO)
    data["utilities"] = data["utilities"][:1]
    return data


def large(worth: Callable[[int, int], int], **more: Any) -> Data:
    """Twelve issues of ten options and three parties: too many packages to look at each."""
    values = {
        name: [[worth(p, o) for o in range(10)] for p in range(3)]
        for name in ("x", *(f"i{k}-" for k in range(11)))
    }
    return case_of(values, ids="abc", **more)


USELESS = [
    {"id": "idle", "name": "Idle", "giver": "a", "effects": {"b": 0}, "cost": 2},
    {
        "id": "empty", "name": "Empty", "kind": "transfer", "giver": "a", "receiver": "b",
        "effects": {"a": -1, "b": 1}, "cost": 1, "cap": 0,
    },
]  # fmt: skip
RULE = "the rule asks for 5 who accept, and there are 2 voters"
STANDS = {"packages": "acceptable to all", "blocks": "red lines of all", "levers": "stands as it"}
NONE = {"packages": "No package stands", "blocks": "would have to be", "levers": "add levers"}
ODD: dict[str, tuple[Data, dict[str, str]]] = {
    "one option": (
        case_of({"x": [[3], [4]]}),
        {
            "packages": "There is only one package, and it stands",
            "blocks": "The one package keeps the red lines",
            "levers": "A package stands as it is",
        },
    ),
    "one option that nobody takes": (
        asks(9, {"x": [[3], [4]]}),
        {
            "packages": "There is only one package, and it does not stand",
            "blocks": "The one package there is breaks red lines",
            "levers": "add levers",
        },
    ),
    "no gain for anyone": (
        asks(0, {"x": [[0, 0], [0, 0]]}),
        {**STANDS, "packages": "There is no Nash package: no deal gives everyone more"},
    ),
    "all have a veto": (case_of(TWO, acceptance={"vetoes": ["a", "b"]}), STANDS),
    "all have a veto and ask for too much": (
        asks(5) | {"acceptance": {"vetoes": ["a", "b"]}},
        NONE,
    ),
    "salience of 0": (positions(0, 0), STANDS),
    "salience of 0 for one": (positions(0, 40), STANDS),
    "points of one alone": (half_known(), STANDS),
    "only observers": (
        observers(),
        {
            "packages": "Nobody's acceptance counts, so each of 2 packages stands",
            "blocks": "Nobody is asked to accept",
            "levers": "A package stands as it is",
        },
    ),
    "one party": (case_of({"x": [[3, 0]]}, ids="a"), STANDS),
    "against itself": (
        case_of(TWO, red_lines=against_itself(2)),
        {
            "packages": "A would accept none of the 2",
            "blocks": "A cannot be satisfied by any package: its own red lines leave none",
            "levers": "add levers",
        },
    ),
    "a floor beyond everything": (
        case_of(TWO, red_lines=[{"id": "f", "kind": "floor", "party": "a", "points": 500}]),
        {
            "packages": "A would accept none",
            "blocks": "It is enough that one line is given up: A's f",
            "levers": "add levers",
        },
    ),
    "a quorum beyond the voters": (
        case_of(TWO, acceptance={"quorum": 5}),
        {"packages": RULE, "blocks": RULE, "levers": f"No lever helps: {RULE}"},
    ),
    "nothing but losses": (
        asks(0, {"x": [[-3, -1], [-2, -4]]}),
        {**NONE, "packages": "A and B would accept none of the 2"},
    ),
    "levers that do nothing": (
        asks(2) | {"levers": USELESS},
        {
            **NONE,
            "blocks": "It is enough that one line is given up",
            "levers": "All levers together do not let any package stand",
        },
    ),
    "large, all worth nothing": (
        large(lambda p, o: 0),
        {
            "packages": "There is no Nash package",
            "blocks": "No red line, given up alone, would let anyone else have a better one",
            "levers": "A package stands as it is",
        },
    ),
    "large, against itself": (
        large(lambda p, o: (3 * o + p) % 10, red_lines=against_itself(10)),
        {
            "packages": "A would accept none of the 1,000,000,000,000",
            "blocks": "It is enough that one line is given up: A's low or A's high",
            "levers": "add levers",
        },
    ),
    "large, all the same": (
        large(lambda p, o: 5),
        {
            "packages": "more that tie",
            "blocks": "There are packages that stand",
            "levers": "A package stands as it is",
        },
    ),
}  # fmt: skip


def solved(
    data: Data, folder: Path, capsys: pytest.CaptureFixture[str], *options: str
) -> tuple[int, str, str]:
    # A case file may be JSON.
    path = folder / "odd.json"
    path.write_text(json.dumps(data))
    with pytest.raises(SystemExit) as left:
        main(["solve", str(path), *options])
    told = capsys.readouterr()
    return int(left.value.code or 0), " ".join(told.out.split()), told.err


def tables_of(answer: Any) -> Iterator[Data]:
    for one in answer if isinstance(answer, list) else [answer]:
        yield from one["tables"]


@pytest.mark.parametrize(("name", "question"), list(product(ODD, QUESTIONS)))
def test_the_answer_says_what_there_is(
    name: str, question: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data, wanted = ODD[name]
    code, out, err = solved(data, tmp_path, capsys, "--ask", question)
    assert (code, err) == (0, "")
    assert wanted[question] in out
    code, out, err = solved(data, tmp_path, capsys, "--ask", question, "--json")
    assert (code, err) == (0, "")
    assert all(table["rows"] for table in tables_of(json.loads(out)))


@pytest.mark.parametrize("name", [n for n in ODD if not n.startswith("large")])
def test_one_package_is_looked_at_and_may_be_wanted(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data, _ = ODD[name]
    _, whole, _ = solved(data, tmp_path, capsys, "--ask", "blocks")
    shut = "The package does not stand"
    code, out, err = solved(data, tmp_path, capsys, "--ask", "packages", "--deal", "x=x0")
    assert (code, err) == (0, "")
    if "No package stands" in whole or "None of" in whole or "breaks red lines" in whole:
        assert shut in out
    else:
        assert shut not in out
        assert "The package stands" in out
    code, out, err = solved(data, tmp_path, capsys, "--ask", "levers", "--want", "x=x0", "--json")
    assert (code, err) == (0, "")
    assert all(table["rows"] for table in tables_of(json.loads(out)))


@pytest.mark.parametrize(
    ("data", "missing"),
    [
        ({"title": "T"}, "add parties"),
        ({"title": "T", "parties": case_of(TWO)["parties"]}, "add issues"),
        (case_of(TWO) | {"utilities": []}, "add positions or utilities"),
    ],
)
def test_what_is_missing_is_said_in_one_line(
    data: Data, missing: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for question in QUESTIONS:
        code, out, err = solved(data, tmp_path, capsys, "--ask", question)
        assert (code, out) == (2, "")
        assert missing in err
        assert err.count("\n") == 1


def test_a_package_of_too_few_words_is_refused_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = case_of({**TWO, "y": [[1, 2], [2, 1]]})
    code, _, err = solved(data, tmp_path, capsys, "--ask", "packages", "--deal", "x0")
    assert code == 2
    assert "'x0' names 1 option for 2 issues" in err
    code, _, err = solved(data, tmp_path, capsys, "--ask", "packages", "--deal", "x=x0")
    assert code == 2
    assert "says nothing on y" in err
