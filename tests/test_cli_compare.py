"""The commands ``compare`` and ``explore --sensitivity`` as a user meets them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from detente.cli import main

CASES = Path(__file__).parents[1] / "examples/cases"
PARIS, CUBA = CASES / "paris_climate_2015.yaml", CASES / "cuban_missile_crisis_1962.yaml"


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as left:
        main([str(a) for a in arguments])
    out, err = capsys.readouterr()
    return int(left.value.code or 0), out, err


def test_methods_of_one_question(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys, "compare", PARIS, "--ask", "packages", "--json")
    assert (status, err) == (0, "")
    assert json.loads(out)["question"] == "methods of packages"


def test_methods_of_every_question_are_one_document(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "compare", CUBA, "--json")
    assert status == 0
    assert [one["question"] for one in json.loads(out)] == [
        "methods of pressure",
        "methods of packages",
        "methods of stability",
    ]


@pytest.mark.parametrize("how", [["--as", "islands"], ["--with", "islands"]])
def test_a_case_and_a_view_of_it(capsys: pytest.CaptureFixture[str], how: list[str]) -> None:
    status, out, _ = run(capsys, "compare", PARIS, *how, "--ask", "packages")
    assert status == 0
    assert out.startswith("Paris climate conference 2015, the case and islands: comparison")
    assert "4 packages stand instead of 23" in out


def test_two_views(capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["compare", PARIS, "--as", "senate", "--with", "islands", "--json"]
    status, out, _ = run(capsys, *arguments)
    assert status == 0
    assert json.loads(out)["parameters"]["before"] == "senate"


def test_two_files(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    later = tmp_path / "later.yaml"
    text = PARIS.read_text(encoding="utf-8")
    later.write_text(text.replace("as_of: 2015-12-05", "as_of: 2015-12-12"), encoding="utf-8")
    status, out, _ = run(capsys, "compare", PARIS, later)
    assert status == 0
    assert "1 difference: the case." in out
    assert "2015-12-12" in out
    assert "No answer is different." in out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["compare", PARIS, "--as", "nobody"], "has no perspective 'nobody'"),
        (["compare", PARIS, "--ask", "weather"], "nothing answers 'weather'"),
        (["compare", PARIS, "--ask", "levers"], "no methods to compare"),
        (["compare", PARIS, "--as", "islands", "--ask", "inverse"], "needs more than a case"),
        (["explore", PARIS, "--ask", "packages", "--about", "x"], "goes with --sensitivity"),
        (["explore", CUBA, "--ask", "pressure", "--sensitivity", "--sampler", "lhs"],
         "does not go with --sensitivity"),
        (["explore", CUBA, "--ask", "pressure", "--sensitivity", "--assume-spread", "-1"],
         "above 0"),
    ],
)  # fmt: skip
def test_a_wrong_call_gets_one_line(
    capsys: pytest.CaptureFixture[str], arguments: list[object], said: str
) -> None:
    status, out, err = run(capsys, *arguments)
    assert (status, out) == (2, "")
    assert said in err
    assert err.count("\n") == 1


def test_what_matters(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    figure = tmp_path / "tornado.svg"
    arguments = ["explore", CUBA, "--ask", "pressure", "--sensitivity", "--about", "jupiters"]
    status, out, _ = run(capsys, *arguments, "--draws", 512, "--json", "--figure", figure)
    assert status == 0
    data = json.loads(out)
    assert data["parameters"]["about"] == "settlement:jupiters"
    assert data["tables"][0]["rows"][0][0].startswith("United States' position on American Jupiter")
    assert figure.read_text(encoding="utf-8").startswith("<svg")
