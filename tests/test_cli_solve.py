"""The command ``solve`` as a user meets it."""

from __future__ import annotations

import functools
import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from detente import solving
from detente.case.load import load_case
from detente.cli import main
from tests.analyses.stability.conflicts import CUBA, FEARED, MEDIATION


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
    assert out.startswith("Missiles 1962, as seen by no-recall (")
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
        (["--ask", "inverse"], "the question 'inverse' needs --want"),
        (["--ask", "what-if"], "the question 'what-if' needs --what-if"),
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


def test_a_method_can_be_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "feared.yaml"
    path.write_text(FEARED, encoding="utf-8")
    _, out, _ = run(capsys, "solve", path, "--method", "graph-model-strength", "--json")
    assert json.loads(out)["method"] == "graph-model-strength"
    status, _, err = run(
        capsys, "solve", path, "--method", "graph-model-strength", "--why", "row:-"
    )
    assert status == 2
    assert "'stability' and the method 'graph-model-strength'" in err


def large(path: Path, moves: int) -> Path:
    """A case of five parties with so many moves, shared out evenly."""
    data = {
        "title": "Large",
        "parties": [{"id": f"p{i}", "name": f"P{i}"} for i in range(5)],
        "moves": [
            {"id": f"m{i}", "party": f"p{i % 5}", "name": "M", "now": False} for i in range(moves)
        ],
        "preferences": [
            {"party": f"p{i}", "statements": [f"m{(i + 1) % 5}", f"not m{i}"]} for i in range(5)
        ],
    }
    path.write_text(json.dumps(data), encoding="utf-8")
    return path


@pytest.mark.parametrize("ask", ["stability", "path"])
def test_a_model_too_large_for_memory_is_refused_at_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], ask: str
) -> None:
    file = large(tmp_path / "large.json", 38)
    started = time.monotonic()
    status, out, err = run(capsys, "solve", file, "--ask", ask)
    assert time.monotonic() - started < 2
    assert (status, out) == (2, "")
    assert "38 moves make 274,877,906,944 states, which need" in err
    assert "Leave out" in err


def test_an_interrupt_ends_a_large_model_within_a_second(tmp_path: Path) -> None:
    file = large(tmp_path / "large.json", 23)
    call = [sys.executable, "-c", "from detente.cli import main; main()", "solve", str(file)]
    # A job started in the background is born deaf to interrupts; this one must not be.
    listening = functools.partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    with subprocess.Popen(
        call, stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=listening
    ) as running:
        time.sleep(3.0)
        assert running.poll() is None
        running.send_signal(signal.SIGINT)
        started = time.monotonic()
        out, err = running.communicate(timeout=30)
        waited = time.monotonic() - started
    assert (running.returncode, out) == (130, b"")
    assert err.startswith(b"error: interrupted")
    # A second on a machine of its own; tests share theirs.
    assert waited < 5


@pytest.mark.parametrize("question", ["stability", "path"])
def test_solvers_tell_how_far_they_are(cuba: Path, question: str) -> None:
    told: list[tuple[int, int]] = []
    solving.solve(
        solving.open_case(cuba),
        question,
        {},
        progress=lambda *step: told.append((step[0], step[1])),
    )
    assert [done for done, _ in told] == list(range(1, 11))
    assert all(done <= total for done, total in told)


def test_the_case_on_the_page_is_answered(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = Path(__file__).parents[1] / "docs/how-to/stability.md"
    text = page.read_text(encoding="utf-8").split("```yaml\n")[1].split("```")[0]
    case = tmp_path / "border.yaml"
    case.write_text(text, encoding="utf-8")
    status, out, _ = run(capsys, "solve", case, "--ask", "path")
    assert status == 0
    assert out.startswith("Border talks: path")


def test_methods_are_listed_with_sources(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "methods")
    assert "stability: graph-model" in out
    assert "Li, Kilgour & Hipel 2005" in out
    rows = json.loads(run(capsys, "methods", "--json")[1])
    words = {"question", "method", "what", "needs", "stochastic", "headline", "source"}
    assert words == set(rows[0])


def test_one_package_is_looked_at(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = Path(__file__).parents[1] / "examples/cases/peace_broker_triangle.yaml"
    figure = tmp_path / "gains.svg"
    issues = load_case(case).issues
    deal = ", ".join(f"{i.id}={i.options[0].id}" for i in issues)
    status, out, err = run(capsys, "solve", case, "--deal", deal, "--figure", figure, "--json")
    assert (status, err) == (0, "")
    data = json.loads(out)
    assert data["question"] == "packages"
    assert data["parameters"]["deal"] == deal
    assert figure.read_text(encoding="utf-8").startswith("<svg xmlns=")
    status, _, err = run(capsys, "solve", case, "--deal", f"{issues[0].id}x=now")
    assert status == 2
    assert f"did you mean {issues[0].id!r}?" in err
    assert err.count("\n") == 1
    status, _, err = run(capsys, "solve", case, "--ask", "blocks", "--deal", deal)
    assert status == 2
    assert "--deal does not go with the question 'blocks'" in err
    status, _, err = run(capsys, "solve", case, "--want", "x", "--deal", deal)
    assert status == 2
