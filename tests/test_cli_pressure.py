"""The question ``pressure`` on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from detente.cli import main

CASE = Path(__file__).parents[1] / "examples/cases/camp_david_1978.yaml"


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as left:
        main([str(a) for a in arguments])
    out, err = capsys.readouterr()
    return int(left.value.code or 0), out, err


def test_the_headline_answers_and_is_drawn(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "scales.svg"
    status, out, err = run(capsys, "solve", CASE, "--ask", "pressure", "--figure", path)
    assert (status, err) == (0, "")
    assert out.startswith("Camp David 1978: pressure\n")
    assert "Method: compromise (Van den Bos 1991; Achen 2006)" in out
    assert "challenge mean*" in out
    assert path.read_text().startswith("<svg xmlns=")


def test_a_wanted_place_is_asked_of_pressure(capsys: pytest.CaptureFixture[str]) -> None:
    call = ("solve", CASE, "--ask", "pressure", "--want", "pace=80", "--json")
    status, out, _ = run(capsys, *call)
    data = json.loads(out)
    assert (status, data["parameters"]) == (0, {"want": "pace=80"})
    assert data["answer"].startswith("To bring Years until the last soldier has left from 62.9")
    status, _, err = run(capsys, "solve", CASE, "--ask", "pressure", "--want", "pace")
    assert status == 2
    assert "write issue=place" in err
    assert err.count("\n") == 1


def test_another_method_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    call = ("solve", CASE, "--ask", "pressure", "--method", "weighted-median")
    status, out, _ = run(capsys, *call)
    assert status == 0
    assert "Method: weighted-median (Black 1948)" in out
    status, _, err = run(capsys, *call, "--want", "pace=80")
    assert status == 2
    assert "--want does not go with" in err


def test_one_issue_of_a_table_of_decisions(
    shared: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = shared / "data/pressure/deu/deu3_blksv.tsv"
    status, out, err = run(capsys, "solve", f"{table}#d00032", "--ask", "pressure")
    assert (status, err) == (0, "")
    assert "no influence is given: all parties count alike" in out
    status, _, err = run(capsys, "solve", f"{table}#nothing", "--ask", "pressure")
    assert status == 2
    assert "no proposal or issue is called 'nothing'" in err


def test_methods_say_which_answers_first(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "methods")
    assert "pressure: compromise (answers unless another is named)\n" in out
    _, out, _ = run(capsys, "methods", "--json")
    firsts = [row["method"] for row in json.loads(out) if row["headline"]]
    assert "compromise" in firsts
