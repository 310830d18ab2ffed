"""The backtest: published errors, no peeking, and small tables worked out by hand."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from detente.backtest import evaluate as module
from detente.backtest.distribution_methods import DISTRIBUTION_METHODS, DistributionMethod
from detente.backtest.evaluate import evaluate
from detente.backtest.point_methods import POINT_METHODS
from detente.backtest.resolved import ResolvedIssues, read_resolved
from detente.backtest.scored import Backtest
from detente.errors import InputError
from detente.maths.pressure.settlement_distribution import Settlement
from tests.backtest.small_tables import made_table


@pytest.fixture(scope="module")
def deu(shared: Path) -> ResolvedIssues:
    return read_resolved(shared / "data/pressure/deu/deu3_blksv.tsv")


@pytest.fixture(scope="module")
def points(deu: ResolvedIssues) -> Backtest:
    return evaluate(deu, [m.name for m in POINT_METHODS])


#: From methods/pressure.md, section 3, made with other code: all, 1996-2000, 2003-08, 2012-18.
KNOWN = {
    "mean": (23.71, 23.72, 23.91, 22.62),
    "compromise": (23.61, 23.87, 23.38, 23.34),
    "median": (28.59, 28.62, 29.48, 23.79),
    "weighted-median": (28.78, 28.46, 28.90, 30.00),
    "constant": (28.02, 29.04, 27.27, 25.86),
    "midrange": (26.84, 27.11, 26.71, 25.86),
    "plurality": (32.67, 30.97, 35.12, 30.00),
    "challenge": (27.94,),
    "challenge-mean": (25.10,),
    "challenge-q07": (27.04,),
    "challenge-q07-mean": (24.47,),
    "challenge-least-move": (28.00,),
    "challenge-code": (30.06,),
    "challenge-code-mean": (26.00,),
    "nash-linear": (23.51, 24.15, 23.02, 22.31),
    "nash-linear-equal": (23.67, 24.09, 23.57, 21.69),
    "reference": (51.11,),
}


@pytest.mark.parametrize("name", sorted(KNOWN))
def test_errors_are_those_of_other_code(points: Backtest, name: str) -> None:
    one = points[name]
    eras = [one.eras[era].mae for era in ("1996-2000", "2003-2008", "2012-2018")]
    found = (one.mae, *eras)[: len(KNOWN[name])]
    assert found == pytest.approx(KNOWN[name], abs=0.05)


def test_the_difference_of_the_two_means_is_that_of_other_code(points: Backtest) -> None:
    """The notes have salience mean minus plain mean -0.10 [-0.79, +0.61], by issue or proposal."""
    against = points["mean"].against
    assert against is not None
    assert -against.mean == pytest.approx(-0.10, abs=0.01)
    assert -against.high == pytest.approx(-0.79, abs=0.15)
    assert -against.low == pytest.approx(0.61, abs=0.15)
    assert not against.clear


def test_the_distribution_of_settlements_holds_what_was_asked_of_it(deu: ResolvedIssues) -> None:
    found = evaluate(deu, ["settlement", "mean-normal", "mean-residuals", "past-outcomes"])
    one = found["settlement"].chances
    assert one is not None
    assert 0.77 <= one.coverage[1] <= 0.83
    assert one.width_at_80 is not None
    for name in ("mean-normal", "mean-residuals", "past-outcomes"):
        other = found[name].chances
        assert other is not None
        assert other.width_at_80 is not None
        assert one.width_at_80 < other.width_at_80
    assert len(one.against) == 2
    for difference in one.against.values():
        assert difference is not None
        assert difference.high < 0
    page = Path(__file__).parents[2] / "docs/explanation/backtest.md"
    (row,) = [
        line
        for line in page.read_text(encoding="utf-8").splitlines()
        if line.startswith("| settlement | the distribution")
    ]
    assert f"| {found['settlement'].mae:.2f} |" in row
    assert f"| {found['settlement'].crps:.2f} |" in row


def test_the_page_has_the_errors_of_every_method(points: Backtest) -> None:
    page = (Path(__file__).parents[2] / "docs/explanation/backtest.md").read_text("utf-8")
    for one in points.methods:
        assert f"| {one.name} | {one.what} | {one.n:,} | {one.mae:.2f} |" in page
    for method in DISTRIBUTION_METHODS:
        assert f"| {method.name} | {method.what} |" in page


def test_no_method_is_asked_about_a_group_that_it_learned_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    issues = read_resolved(made_table(tmp_path / "t.csv", groups=13))
    asked_about: list[str] = []

    def fit(learned: ResolvedIssues):  # type: ignore[no-untyped-def]
        def predict(asked: ResolvedIssues) -> Settlement:
            assert not set(asked.group) & set(learned.group)
            assert set(asked.group) | set(learned.group) == set(issues.group)
            asked_about.extend(asked.issue)
            return Settlement(np.full((len(asked), 101), 1 / 101))

        return predict

    spy = DistributionMethod("spy", "watches", fit)
    monkeypatch.setattr(module, "DISTRIBUTION_METHODS", (*DISTRIBUTION_METHODS, spy))
    found = evaluate(issues, ["spy"])
    assert sorted(asked_about) == sorted(issues.issue * module.REPEATS)
    one = found["spy"]
    # The even distribution: median 50, and 81 of 101 cells make the shortest 80 %.
    assert one.mae == pytest.approx(np.abs(issues.outcome - 50).mean())
    assert one.chances is not None
    assert one.chances.width[1] == 80
    assert one.chances.log_score == pytest.approx(np.log(101))
    share = ((issues.outcome >= 0) & (issues.outcome <= 80)).mean()
    assert one.chances.coverage[1] == pytest.approx(share)


def test_a_table_worked_out_by_hand(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(
        "issue,actor,position,salience,outcome,era\n"
        "x,A,0,25,30,old\nx,B,100,75,30,old\n"  # mean 75, error 45
        "y,A,20,50,22,new\ny,B,40,50,22,new\n",  # mean 30, error 8
        encoding="utf-8",
    )
    found = evaluate(read_resolved(path), ["compromise", "mean"])
    one = found["compromise"]
    assert (one.mae, one.median_error, one.within_10, one.bias) == (26.5, 26.5, 0.5, 26.5)
    assert (one.eras["old"].mae, one.eras["new"].mae) == (45, 8)
    assert one.procedures == {}
    # The plain mean errs by 20 and 8: less by 25 and 0.
    against = found["mean"].against
    assert against is not None
    assert against.mean == -12.5
    assert [m.name for m in found.methods] == ["mean", "compromise"]


def test_influence_makes_more_methods_and_other_weights(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(
        "issue,actor,position,salience,outcome,influence\nx,A,0,50,25,3\nx,B,100,50,25,1\n",
        encoding="utf-8",
    )
    found = evaluate(read_resolved(path))
    assert found["compromise"].mae == 0
    assert found["salience-mean"].mae == 25
    assert any("two groups" in note for note in found.notes)
    assert found["mean"].against is None, "one group says nothing of how sure it is"
    assert any(note.startswith("reference has no answer") for note in found.notes)


def test_the_same_seed_gives_the_same_and_every_method_runs(tmp_path: Path) -> None:
    issues = read_resolved(made_table(tmp_path / "t.csv"))
    steps: list[tuple[int, int]] = []
    one = evaluate(issues, seed=3, progress=lambda d, t: steps.append((d, t)))
    assert one == evaluate(issues, seed=3)
    assert steps[-1][0] == steps[-1][1]
    assert [done for done, _ in steps] == list(range(1, len(steps) + 1))
    assert {m.name for m in DISTRIBUTION_METHODS if not m.slow} <= {m.name for m in one.methods}
    assert any("settlement-chosen (--methods all runs it)" in note for note in one.notes)
    other = evaluate(issues, ["settlement"], seed=4)
    assert other["settlement"] != one["settlement"]
    assert evaluate(issues, ["settlement"], seed=3)["settlement"] == one["settlement"]


def test_an_issue_that_nobody_cares_about_leaves_no_hole_in_the_scores(tmp_path: Path) -> None:
    path = made_table(tmp_path / "t.csv")
    whole = read_resolved(path)
    lines = path.read_text(encoding="utf-8").splitlines()
    silent = [",".join([*w[:4], "0", *w[5:]]) for w in (line.split(",") for line in lines[1:5])]
    path.write_text("\n".join([lines[0], *silent, *lines[5:]]), encoding="utf-8")
    found = evaluate(read_resolved(path), ["condorcet"])["condorcet"]
    assert found.n == len(whole) - 1
    assert found.chances is not None
    rest = evaluate(whole.of(np.arange(1, len(whole))), ["condorcet"])["condorcet"].chances
    assert rest is not None
    # The election learns nothing, so on the other issues it says the same.
    assert found.chances.log_score == pytest.approx(rest.log_score)
    assert found.chances.coverage == pytest.approx(rest.coverage)
    assert found.chances.pit == pytest.approx(rest.pit)
    assert found.chances.width_at_80 == rest.width_at_80


def test_few_groups_are_said_to_mean_little(tmp_path: Path) -> None:
    few = evaluate(read_resolved(made_table(tmp_path / "t.csv", groups=49)), ["mean"])
    assert any(note.startswith("there are 49 groups only") for note in few.notes)
    many = evaluate(read_resolved(made_table(tmp_path / "t.csv", groups=50)), ["mean"])
    assert not any("only" in note for note in many.notes)


def test_slow_methods_run_when_asked_for(tmp_path: Path) -> None:
    found = evaluate(read_resolved(made_table(tmp_path / "t.csv", groups=3)), ["all"])
    assert {m.name for m in DISTRIBUTION_METHODS} <= {m.name for m in found.methods}


def test_a_method_that_is_not_there_is_said(tmp_path: Path) -> None:
    issues = read_resolved(made_table(tmp_path / "t.csv"))
    with pytest.raises(InputError, match="no method is called 'oracle'; there are compromise, "):
        evaluate(issues, ["oracle"])
