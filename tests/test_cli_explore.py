"""``detente explore`` as a user calls it."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from detente.cli import main
from detente.cli_explore import told
from detente.engines.progress import Progress

CASE = str(Path(__file__).parents[1] / "examples/cases/cuban_missile_crisis_1962.yaml")


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as left:
        main(["explore", *arguments])
    return int(left.value.code or 0)


def test_json_is_one_document_and_repeats(capsys: pytest.CaptureFixture[str]) -> None:
    texts = []
    for engine in ("serial", "processes"):
        assert run(CASE, "--ask", "packages", "--draws", "200", "--seed", "7", "--json",
                   "--engine", engine) == 0  # fmt: skip
        texts.append(capsys.readouterr().out)
    assert texts[0] == texts[1]
    assert json.loads(texts[0])["question"] == "probability of packages"


def test_the_number_of_draws_nobody_asked_for_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(CASE, "--ask", "pressure") == 0
    shown = capsys.readouterr()
    assert "10,000 draws (--draws N for another number)" in shown.err
    assert "Where each issue settles over the draws" in shown.out
    assert run(CASE, "--ask", "stability") == 0
    assert "nothing to draw" in " ".join(capsys.readouterr().out.split())


def test_a_figure_and_a_perspective(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    figure = tmp_path / "f.svg"
    assert run(CASE, "--ask", "pressure", "--draws", "50", "--figure", str(figure)) == 0
    assert figure.read_text().startswith("<svg")
    assert run(CASE, "--ask", "pressure", "--draws", "50", "--as", "nobody") == 2
    assert "nobody" in capsys.readouterr().err


def test_a_run_is_resumed_with_its_own_settings(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = str(tmp_path / "run")
    asked = (CASE, "--ask", "levers", "--engine", "serial", "--json")
    assert run(*asked, "--draws", "300", "--seed", "9", "--run", folder) == 0
    first = capsys.readouterr().out
    assert run(*asked, "--resume", folder) == 0
    assert capsys.readouterr().out == first
    assert run(*asked, "--resume", str(tmp_path / "none")) == 2
    assert "holds no run to go on with" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--ask", "path"), "one can ask pressure"),
        (("--ask", "packages", "--sampler", "dice"), "monte-carlo, sobol, lhs"),
        (("--ask", "packages", "--engine", "abacus"), "serial, processes, ray"),
        (("--ask", "packages", "--assume-spread", "-1"), "above 0"),
        (("--ask", "packages", "--assume-spread", "inf"), "above 0"),
        (("--ask", "packages", "--run", "a", "--resume", "b"), "same folder"),
        ((), "--ask"),
    ],
)
def test_a_wrong_call_is_one_clear_line(
    arguments: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(CASE, *arguments) == 2
    shown = capsys.readouterr()
    assert said in shown.err
    assert "Traceback" not in shown.err
    assert not shown.out


@pytest.mark.parametrize(
    "told",
    [[1], {"draws": 5}, {"draws": 1e9, "seed": 0, "sampler": "sobol", "widen": False,
                         "assume spread": None},
     {"draws": 5, "seed": 0, "sampler": ["lhs"], "widen": False, "assume spread": "much"}],
)  # fmt: skip
def test_a_folder_that_says_nonsense_of_its_run_is_refused(
    told: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "run.json").write_text(json.dumps(told))
    assert run(CASE, "--ask", "packages", "--resume", str(tmp_path)) == 2
    assert "holds no run to go on with" in capsys.readouterr().err


def test_a_terminated_run_says_how_to_go_on(tmp_path: Path) -> None:
    folder = tmp_path / "run"
    call = ["explore", CASE, "--ask", "pressure", "--draws", "900000000", "--workers", "2",
            "--run", str(folder)]  # fmt: skip
    with subprocess.Popen(
        [sys.executable, "-c", "from detente.cli import main; main()", *call],
        stderr=subprocess.PIPE,
        text=True,
    ) as run:
        deadline = time.monotonic() + 60
        while len(list(folder.glob("[0-9]*.npz"))) < 2:
            assert run.poll() is None
            assert time.monotonic() < deadline
            time.sleep(0.01)
        run.terminate()
        _, errors = run.communicate(timeout=60)
    assert run.returncode == 130
    (line,) = errors.splitlines()
    assert f"--resume {folder} goes on from there" in line


def test_progress_in_words() -> None:
    at = Progress(1_000, 5_000, 250.0, 12.0, 200.0, 3)
    assert told(at) == "1,000 of 5,000 draws, 250 a second, 12 s to 3 min left, 3 failed"
    assert told(Progress(0, 10, None, None, None, 0)) == "0 of 10 draws"
