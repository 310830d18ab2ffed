"""The challenge model as an answer to a case."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from detente.analyses.base import Analysis
from detente.analyses.pressure.challenge_forecast import challenge_forecast
from detente.analyses.pressure.challenge_model import challenge_model
from detente.case.case import Case
from detente.errors import InputError
from detente.maths.pressure.challenge.reading import SCHOLZ_CODE
from tests.analyses.pressure.scales import INFLUENCE, TARIFF, case_of
from tests.maths.pressure.challenge.decisions import CODE_MEANS, emissions
from tests.maths.pressure.published_scales import EC_EMISSIONS


def emission_case() -> Case:
    ids = [name.lower().replace(" ", "-") for name, *_ in EC_EMISSIONS]
    rows = list(zip(ids, EC_EMISSIONS, strict=True))
    by = {party: (float(x), 100 * s) for party, (_, _, x, s) in rows}
    return case_of({"years": by}, {party: 100 * c for party, (_, c, _, _) in rows})


def by_reading(found: Analysis) -> dict[Any, float]:
    return {row[1]: row[2] for row in found.table("readings by issue").rows}  # type: ignore[misc]


def test_the_emissions_round_by_round_in_both_presets() -> None:
    paper = challenge_model(emission_case())
    (mean, median) = paper.table("rounds").rows
    assert mean[:5] == ("Years", "mean", 7.4, 7.6, 7.7)
    assert median[:5] == ("Years", "median", 7.0, 9.5, 9.5)
    assert by_reading(paper)["scholz-code"] == pytest.approx(CODE_MEANS[-1], abs=1e-9)
    code = challenge_model(emission_case(), reading="scholz-code")
    assert by_reading(code)["scholz-code"] == pytest.approx(CODE_MEANS[-1], abs=1e-9)
    assert by_reading(code)["scholz-paper"] == by_reading(paper)["scholz-paper"]
    assert (code.parameters["reading"], code.parameters["offer"]) == ("scholz-code", "code-order")


def test_it_is_marked_exploratory_wherever_it_is_read() -> None:
    found = challenge_model(emission_case())
    assert found.answer.startswith("Exploratory:")
    assert "is read here (scholz-paper)" in found.answer
    assert all("exploratory" in t.title for t in found.tables if t.name != "choices")
    assert found.warnings[0].startswith("the challenge model is exploratory")


def test_moves_are_told_with_their_reasons() -> None:
    found = challenge_model(emission_case(), reading="scholz-code", rounds=1)
    moves = {row[2]: row for row in found.table("moves").rows}
    assert set(moves) == {"BELGIUM", "LUXEMBOURG", "IRELAND"}
    # Round 1 of the log of the programme.
    years, _, _, before, after, does, whom, own, other = moves["BELGIUM"]
    assert (years, before, after, whom) == ("Years", 7.0, 8.4, "FRANCE")
    assert (does, own, other) == ("goes part of the way to", -0.115, 0.243)
    assert moves["IRELAND"][4:7] == (4.0, "gives way to", "LUXEMBOURG")
    told = [reason.text for reason in found.reasons]
    assert any("BELGIUM goes part of the way to FRANCE, from 7 to 8.4" in text for text in told)


def test_how_much_hangs_on_the_reading() -> None:
    found = challenge_model(emission_case())
    ends = by_reading(found)
    table = found.table("readings")
    assert list(ends) == table.column("reading")
    assert {"scholz-paper", "scholz-code", "q=0.5", "conflict=loser-moves"} <= set(ends)
    for reading, mean, most, *_ in table.rows:
        change = ends[reading] - ends["scholz-paper"]
        assert mean == pytest.approx(abs(change), abs=0.06)
        assert most == pytest.approx(change, abs=0.06)
    low, high = min(ends.values()), max(ends.values())
    assert found.table("forecast").rows[0][-1] == f"{round(low, 1):g}–{round(high, 1):g}"


def test_a_reading_of_ones_own_has_a_name_that_gives_it_back() -> None:
    found = challenge_model(emission_case(), reading="conflict=loser-moves, q=0.5", rounds=3)
    name = found.parameters["reading"]
    assert name == "scholz-paper, conflict=loser-moves, q=0.5"
    again = challenge_model(emission_case(), reading=name, rounds=3)
    assert again.to_json() == found.to_json()
    choices = {row[0]: row[1] for row in found.table("choices").rows}
    assert (choices["conflict"], choices["q"]) == ("loser-moves", "0.5")


def test_what_is_not_known_is_said() -> None:
    stands = {"border": {"a": (0.0, None), "b": (100.0, 80.0), "c": (None, 50.0)}}
    found = challenge_model(case_of(stands))
    assert any("no influence is given" in line for line in found.warnings)
    assert any("50 is taken" in line for line in found.warnings)


@pytest.mark.parametrize(
    ("stands", "told"),
    [
        ({"x": {"a": (30.0, 50.0)}}, "only A has a place on it"),
        ({"x": {"a": (30.0, 50.0), "b": (30.0, 60.0)}}, "nothing is in dispute"),
    ],
)
def test_where_nothing_pulls_it_says_so(stands: dict[str, Any], told: str) -> None:
    found = challenge_model(case_of(stands))
    assert any(told in reason.text for reason in found.reasons)
    assert "mean 30, median 30 (from a mean of 30)" in found.answer


def test_where_nobody_has_weight_there_is_an_answer_in_words() -> None:
    found = challenge_model(case_of(TARIFF, dict.fromkeys(INFLUENCE, 0.0)))
    assert "No issue can be placed" in found.answer
    assert found.tables == ()


def test_wrong_options_are_refused() -> None:
    with pytest.raises(InputError, match="no reading of the challenge model is called"):
        challenge_model(emission_case(), reading="bdm")
    with pytest.raises(InputError, match="from 1 to 1,000 rounds"):
        challenge_model(emission_case(), rounds=0)


def test_the_forecast_alone() -> None:
    x, c, s = emissions()
    made = challenge_forecast([x, np.full(10, 5.0)], c, [100 * s] * 2, SCHOLZ_CODE)
    assert made.mean == pytest.approx([CODE_MEANS[-1], 5.0], abs=1e-9)
    assert made.median[1] == 5.0
