"""A run of draws: the same bits everywhere, words where nothing is uncertain, what is told."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from detente.analyses.base import Analysis
from detente.case.case import Case
from detente.case.load import load_case
from detente.engines.blocks import Plan
from detente.engines.draws import Drawn, run_draws
from detente.engines.processes import Processes
from detente.engines.serial import Serial
from detente.engines.tally import Tally
from detente.errors import InputError, UnsuitableCase
from detente.uncertainty.draws import SAMPLERS, Sampler, Spec
from detente.uncertainty.ensemble import Ran
from detente.uncertainty.explore import explore
from detente.uncertainty.parameters import QUESTIONS, Question, parameters_of
from detente.uncertainty.questions import question_named
from detente.uncertainty.shares import Part, in_percent, wilson
from tests.uncertainty.drawn_cases import random_case

EXAMPLES = Path(__file__).parents[2] / "examples/cases"
TRIANGLE = load_case(EXAMPLES / "peace_broker_triangle.yaml")
DEALS: tuple[Question, ...] = ("pressure", "packages", "blocks", "levers")
CASE = random_case(np.random.default_rng(8), levers=True)


@pytest.mark.parametrize("sampler", SAMPLERS)
@pytest.mark.parametrize("question", DEALS)
def test_however_a_run_is_cut_the_bits_are_the_same(question: Question, sampler: str) -> None:
    asked, used = question_named(question), parameters_of(CASE, question)
    spec = Spec(CASE, used, sampler, asked.leading(CASE, used))  # type: ignore[arg-type]
    plan = Plan(150, 16, 3, asked.keep)
    made = [
        run_draws(asked.answer, spec, plan, engine=Serial(), blocks=size).tally.to_arrays()
        for size in (1, 3, 10)
    ]
    for other in made[1:]:
        assert made[0].keys() == other.keys()
        for name, array in made[0].items():
            assert array.tobytes() == other[name].tobytes(), name


def test_workers_give_the_same_bytes() -> None:
    made = [
        explore(TRIANGLE, "packages", draws=300, seed=4, engine=engine).to_json()
        for engine in (Serial(), Processes(2))
    ]
    assert made[0] == made[1]
    assert explore(TRIANGLE, "packages", draws=300, seed=5, engine=Serial()).to_json() != made[0]


def test_a_run_that_is_kept_is_gone_on_with_and_no_other(tmp_path: Path) -> None:
    first = explore(TRIANGLE, "blocks", draws=130, engine=Serial(), folder=tmp_path / "run")
    files = sorted((tmp_path / "run").glob("*.npz"))
    files[0].unlink()
    again = explore(TRIANGLE, "blocks", draws=130, engine=Serial(), folder=tmp_path / "run")
    assert again.to_json() == first.to_json()
    with pytest.raises(InputError, match="holds another run"):
        explore(TRIANGLE, "blocks", draws=131, engine=Serial(), folder=tmp_path / "run")


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_case_without_uncertain_numbers_is_answered_in_words(question: Question) -> None:
    sure = Case.model_validate(
        {
            "title": "Sure",
            "parties": [{"id": "a", "name": "A", "influence": 5},
                        {"id": "b", "name": "B", "influence": 5}],
            "issues": [{"id": "i", "name": "I", "options": [
                {"id": "x", "name": "X", "at": 0}, {"id": "y", "name": "Y", "at": 100}]}],
            "positions": [{"party": p, "issue": "i", "at": at, "salience": 50}
                          for p, at in (("a", 0), ("b", 100))],
            "levers": [{"id": "l", "name": "L", "giver": "a", "cost": 1, "effects": {"b": 1}}],
            "moves": [{"id": "m", "party": "a", "name": "M", "now": False},
                      {"id": "n", "party": "b", "name": "N", "now": False}],
            "preferences": [{"party": "a", "statements": ["m"]},
                            {"party": "b", "statements": ["n"]}],
        }
    )  # fmt: skip
    found = explore(sure, question)
    assert "nothing to draw" in found.answer
    assert not found.tables
    assert "detente solve" in found.answer


def test_what_the_question_needs_is_said_before_anything_is_drawn() -> None:
    with pytest.raises(UnsuitableCase, match="add "):
        explore(Case.model_validate({"title": "Nothing"}), "packages")
    case = random_case(np.random.default_rng(1))
    with pytest.raises(UnsuitableCase, match="add levers"):
        explore(case, "levers")
    with pytest.raises(InputError, match="cannot be asked"):
        explore(case, "path")  # type: ignore[arg-type]


def test_an_answer_says_how_it_was_made_and_nothing_of_where() -> None:
    found = explore(TRIANGLE, "packages", draws=64, seed=2, sampler="lhs", engine=Serial())
    assert found.question == "probability of packages"
    assert found.parameters == {
        "draws": 64, "seed": 2, "sampler": "lhs", "draws in a block": 64, "uncertain numbers": 13,
    }  # fmt: skip
    assert "Latin hypercubes" in found.table("packages").note
    assert len(found.table("numbers").rows) == 13
    assert all(figure.svg.startswith("<svg") for figure in found.figures)
    assert isinstance(found, Analysis)


def test_a_number_of_draws_that_is_no_power_of_two_is_told_of_for_sobol() -> None:
    told = explore(TRIANGLE, "pressure", draws=100, sampler="sobol", engine=Serial()).warnings
    assert any("power of 2" in line for line in told)


def test_intervals_of_shares() -> None:
    # Newcombe 1998, Statistics in Medicine 17, table I, method 3: 81/263, 15/148, 0/20, 1/29.
    for count, of, low, high in (
        (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ):  # fmt: skip
        assert wilson(count, of) == pytest.approx((low, high), abs=5e-5)
    assert in_percent(0.0) == "0 %"


def run_of(draws: int, sampler: Sampler = "monte-carlo") -> Ran:
    """A run of so many draws, to see what is said of counts."""
    plan = Plan(draws, draws, 0)
    spec = Spec(CASE, parameters_of(CASE, "packages"), sampler)
    return Ran(spec, plan, Drawn(plan, Tally(draws), ()))


def test_all_and_none_are_told_as_counts() -> None:
    ran = run_of(2_000)
    assert ran.told(2_000) == "every one of 2,000 draws"
    assert ran.told(2_000, further=True) == "every one of 2,000 draws"
    assert ran.told(0) == "not one of 2,000 draws"
    assert ran.told(250, further=True).startswith("a further 12.5 % of draws (")
    assert ran.told(250).startswith("12.5 % of draws (very unlikely; ")
    assert ran.told(10).startswith("0.5 % of draws (0.")  # the table has no word for it
    assert run_of(2_000, "sobol").told(250) == "12.5 % of draws (very unlikely)"


def test_tables_are_in_per_cent_and_exact_in_details() -> None:
    found = explore(TRIANGLE, "packages", draws=300, engine=Serial())
    shown, exact = found.table("deal"), found.table("deal-exact")
    assert shown.columns == exact.columns == ("what", "% of draws", "from %", "to %")
    assert (shown.detail, exact.detail) == (False, True)
    for near, true in zip(shown.rows, exact.rows, strict=True):
        count = float(true[1] or 0) * 3
        assert count == pytest.approx(round(count), abs=1e-5)
        low, high = wilson(round(count), 300)
        assert true[2:] == pytest.approx((100 * low, 100 * high), abs=1e-6)
        assert near[1:] == pytest.approx(true[1:], abs=0.05)
    assert all(not isinstance(cell, Part) for t in found.tables for row in t.rows for cell in row)


def test_packages_are_told_by_the_names_of_their_options() -> None:
    found = explore(TRIANGLE, "packages", draws=300, engine=Serial())
    assert "package 1 of the table" in found.answer
    assert "two-brokers" not in found.answer
    whole = {issue: option for issue, option in found.table("options").rows}  # noqa: C416
    assert list(whole) == [issue.name for issue in TRIANGLE.issues]
    for _, issue, option, before in found.table("changes").rows:
        assert whole[issue] == before != option
