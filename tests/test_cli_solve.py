"""The command ``solve`` as a user meets it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from detente.cli import main
from tests.analyses.stability.conflicts import CUBA, MEDIATION


@pytest.fixture
def cuba(tmp_path: Path) -> Path:
    path = tmp_path / "cuba.yaml"
    path.write_text(CUBA, encoding="utf-8")
    return path


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as left:
        main([str(a) for a in arguments])
    out, err = capsys.readouterr()
    return int(left.value.code or 0), out, err


def test_stability_is_asked_by_default(cuba: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys, "solve", cuba)
    assert (status, err) == (0, "")
    assert out.startswith("Missiles 1962: stability\n")
    assert "Equilibria: states that hold for every party" in out


def test_json_is_one_document(cuba: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "solve", cuba, "--ask", "path", "--concepts", "seq", "--json")
    assert status == 0
    data = json.loads(out)
    assert data["question"] == "path"
    assert data["parameters"]["concepts"] == ["seq"]


def test_why_gives_the_witness(cuba: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "solve", cuba, "--concepts", "seq", "--why", "east:withdraw", "--json")
    (reason,) = json.loads(out)["reasons"]
    (gain,) = reason["data"]["improvements"]
    assert gain["move"] == {"mover": "east", "from": "withdraw", "to": "-"}
    assert [s["mover"] for s in gain["sanction"]] == ["west"]
    assert reason["text"].startswith("SEQ: Soviet Union stays at 'withdraw'")


def test_want_asks_for_preferences(cuba: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "solve", cuba, "--want", "blockade, withdraw", "--json")
    assert status == 0
    data = json.loads(out)
    assert data["question"] == "inverse"
    (change,) = next(t for t in data["tables"] if t["name"] == "least change")["rows"]
    assert change[:4] == ["nash", "west", 1, "withdraw"]


def test_a_perspective_can_be_taken_or_compared(
    cuba: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, out, _ = run(capsys, "solve", cuba, "--as", "no-recall", "--concepts", "nash")
    assert "nash: strike, withdraw" in out
    other = tmp_path / "talks.yaml"
    other.write_text(MEDIATION, encoding="utf-8")
    _, out, _ = run(capsys, "solve", other, "--what-if", "pledge", "--concepts", "nash")
    assert "council can move as well" in out


def test_the_figure_is_written_and_nothing_else_written_over(
    cuba: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    figure = tmp_path / "f.svg"
    assert run(capsys, "solve", cuba, "--figure", figure)[0] == 0
    assert figure.read_text(encoding="utf-8").startswith("<svg ")
    assert run(capsys, "solve", cuba, "--figure", figure)[0] == 0
    status, _, err = run(capsys, "solve", cuba, "--figure", cuba)
    assert status == 2
    assert "is no figure of ours" in err
    assert cuba.read_text(encoding="utf-8") == CUBA


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--ask", "weather"], "nothing answers 'weather'; one can ask"),
        (["--ask", "path", "--why", "west:blockade"], "--why does not go with the question 'path'"),
        (["--want", "-", "--what-if", "no-recall"], "two questions"),
        (["--want", "-", "--ask", "path"], "asks a question of its own"),
        (["--concepts", "nash,nash-er"], "no concept 'nash-er'"),
        (["--state", "strike, peace"], "takes the move 'peace'"),
        (["--as", "nobody"], "no perspective 'nobody'"),
    ],
)
def test_wrong_calls_get_one_line(
    cuba: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    status, out, err = run(capsys, "solve", cuba, *arguments)
    assert (status, out) == (2, "")
    assert len(err.splitlines()) == 1
    assert message in err


def test_other_tools_files_are_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "pair.gmcr"
    file.write_text(
        json.dumps(
            {
                "options": [{"name": "A", "permittedDirection": "both"}] * 2,
                "decisionMakers": [
                    {"name": "One", "options": [0], "preferences": [[[0, "Y"]]]},
                    {"name": "Two", "options": [1], "preferences": [[[1, "Y"]]]},
                ],
                "infeasibles": [],
                "useManualPreferenceRanking": False,
                "version": "0.4",
            }
        )
    )
    status, out, _ = run(capsys, "solve", file, "--concepts", "nash", "--json")
    assert status == 0
    rows = next(t for t in json.loads(out)["tables"] if t["name"] == "equilibria")["rows"]
    assert len(rows) == 1


def test_a_file_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, _, err = run(capsys, "solve", tmp_path / "none.yaml")
    assert status == 2
    assert "give a case file" in err


def test_methods_are_listed_with_sources(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "methods")
    assert "stability: graph-model" in out
    assert "Li, Kilgour & Hipel 2005" in out
    rows = json.loads(run(capsys, "methods", "--json")[1])
    assert {"question", "method", "what", "needs", "stochastic", "source"} == set(rows[0])
