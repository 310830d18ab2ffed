"""The headline of ``pressure``: settlements, who pulls, who is worth persuading."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.analyses.base import Analysis
from detente.analyses.pressure.compromise import compromise
from detente.case.case import Case
from detente.case.load import load_case
from detente.errors import InputError
from tests.analyses.pressure.scales import INFLUENCE, TARIFF, case_of
from tests.maths.pressure.published_scales import EC_EMISSIONS

EXAMPLES = sorted((Path(__file__).parents[3] / "examples/cases").glob("*.yaml"))


def exact(found: Analysis, what: str) -> list[float]:
    return [row[2] for row in found.table("exact").rows if row[1] == what]  # type: ignore[misc]


def test_the_emissions_of_the_ec_as_a_case() -> None:
    """Scholz et al. 2011, Table 1, with years as they stand; mean and median as published."""
    by = {name.lower().replace(" ", "-"): (float(x), 100 * s) for name, _, x, s in EC_EMISSIONS}
    power = {name.lower().replace(" ", "-"): 100 * c for name, c, _, _ in EC_EMISSIONS}
    found = compromise(case_of({"years": by}, power))
    assert exact(found, "compromise") == [pytest.approx(7.389955686853767, abs=1e-9)]
    assert exact(found, "median, lower") == exact(found, "median, upper") == [7.0]
    (row,) = found.table("settlement").rows
    assert row[:2] == ("Years", 7.4)


def test_the_mean_and_what_stands_beside_it() -> None:
    found = compromise(case_of(TARIFF, INFLUENCE))
    assert exact(found, "compromise") == [pytest.approx(50.0)]
    assert exact(found, "mean") == [pytest.approx(200 / 3)]
    # Weights 50, 100 and 0.
    assert exact(found, "salience mean") == [pytest.approx(60.0)]
    assert exact(found, "median, lower") == [20.0]
    assert exact(found, "median, upper") == [80.0]
    assert "Tariff median 20 to 80" in found.table("methods").note
    assert found.answer.startswith("Weighted by influence and salience, the parties' positions")
    assert "Tariff: 50 of 100" in found.answer


def test_parties_with_their_weight_the_weightiest_first() -> None:
    found = compromise(case_of(TARIFF, INFLUENCE))
    assert found.table("parties on tariff").rows == (
        ("A", 20.0, 50.0, 60.0, 50.0, -30.0),
        ("B", 80.0, 100.0, 30.0, 50.0, 30.0),
        ("C", 100.0, 0.0, 10.0, 0.0, 50.0),
    )
    assert found.table("persuading").rows[0] == ("Tariff", "A", 20.0, 5.0, 40.0, 90.0, True)


def test_what_a_move_is_said_to_do_is_what_it_does() -> None:
    for path in EXAMPLES:
        case = load_case(path)
        found = compromise(case)
        before = dict(zip(case.tables().issues, exact(found, "compromise"), strict=True))
        issue, name, place, shift, *_ = found.table("persuading").rows[0]
        (id_,) = [i.id for i in case.issues if i.name == issue]
        (party,) = [p.id for p in case.parties if p.name == name]
        data = case.model_dump(mode="json", exclude_defaults=True)
        assert isinstance(place, float)
        step = 10 if place <= 90 else -10
        for entry in data["positions"]:
            if (entry["party"], entry["issue"]) == (party, id_):
                entry.pop("option", None)
                entry["at"] = place + step
        after = compromise(Case.model_validate(data))
        moved = dict(zip(case.tables().issues, exact(after, "compromise"), strict=True))
        assert moved[id_] - before[id_] == pytest.approx(step / 10 * shift, abs=0.011)  # type: ignore[operator]
        assert {i for i in moved if abs(moved[i] - before[i]) > 1e-12} == {id_}


def test_a_wanted_place_is_met_with_who_can_bring_it_there() -> None:
    case = case_of(TARIFF, INFLUENCE)
    found = compromise(case, want="tariff=60")
    assert found.answer == (
        "To bring Tariff from 50 to 60, any one of these moves would do alone: A from 20 to 40 "
        "and B from 80 to 100."
    )
    assert found.table("wanted").rows == (
        ("Tariff", 60.0, "A", 20.0, 40.0, 20.0, 60.0),
        ("Tariff", 60.0, "B", 80.0, 100.0, 20.0, 60.0),
        ("Tariff", 60.0, "C", 100.0, None, None, 50.0),
    )
    assert "only a move of A from 20 to 80" in compromise(case, want="tariff=80").answer
    both = compromise(case, want="tariff=95").answer
    assert "no party's move alone is enough" in both
    assert both.endswith("by moving towards 100 are A and B.")
    assert compromise(case, want="tariff=50").answer == "Tariff settles at 50 as it is."


def test_the_very_end_of_the_scale_is_on_it() -> None:
    # (30 x + 70 · 10) / 100 is 7 with x at 0, whatever the rounding.
    stands = {"tariff": {"a": (100.0, 30.0), "b": (10.0, 70.0)}}
    found = compromise(case_of(stands), want="tariff=7")
    assert "only a move of A from 100 to 0 would do alone" in found.answer
    assert found.table("wanted").rows[1] == ("Tariff", 7.0, "A", 100.0, 0.0, -100.0, 7.0)


@pytest.mark.parametrize(
    ("want", "said"),
    [
        ("tarif=60", "no issue 'tarif'; there are tariff; did you mean 'tariff'"),
        ("tariff=120", "a place lies between 0 and 100"),
        ("tariff=nan", "a place lies between 0 and 100"),
        ("tariff=high", "write a place from 0 to 100"),
        ("tariff", "says no issue and place"),
        ("tariff=1, tariff=2", "named twice"),
        (" , ", "no place is wanted"),
    ],
)
def test_a_place_that_cannot_be_wanted_is_one_line(want: str, said: str) -> None:
    with pytest.raises(InputError, match=said) as error:
        compromise(case_of(TARIFF, INFLUENCE), want=want)
    assert "\n" not in str(error.value)


def test_options_and_units_name_the_place() -> None:
    options = [
        {"id": "low", "name": "A tenth", "at": 10},
        {"id": "half", "name": "One half", "at": 60},
        {"id": "word", "name": "A word"},
    ]
    issue: dict[str, Any] = {"id": "tariff", "name": "Tariff", "options": options}
    issue |= {"unit": "per cent", "low_value": 20, "high_value": 0}
    case = case_of(TARIFF, INFLUENCE, issues=[issue])
    found = compromise(case)
    assert found.table("places").rows == (("Tariff", 50.0, "10.0 per cent", "One half"),)
    assert found.table("scales").rows == (("Tariff", "20.0 per cent", "0.0 per cent"),)
    assert "to 60, any one of these" in compromise(case, want="tariff=half").answer
    with pytest.raises(InputError, match="the option 'word' of tariff has no place"):
        compromise(case, want="tariff=word")


def test_ranges_bound_the_settlement() -> None:
    wide = {"a": {"low": 30, "mode": 60, "high": 90}, "b": 30.0, "c": 10.0}
    found = compromise(case_of(TARIFF, wide))
    # a weighs 1,500 to 4,500 against 3,000 of b.
    assert exact(found, "compromise, at least") == [pytest.approx(20 * 0.6 + 80 * 0.4)]
    assert exact(found, "compromise, at most") == [pytest.approx(20 / 3 + 160 / 3)]
    (row,) = found.table("settlement").rows
    assert row[-1] == "44–60"
    assert "by inputs" not in compromise(case_of(TARIFF, INFLUENCE)).table("settlement").columns


def test_intervals_say_where_they_were_learned() -> None:
    found = compromise(case_of(TARIFF, INFLUENCE))
    low, high = exact(found, "80 % interval, lower")[0], exact(found, "80 % interval, upper")[0]
    assert 0 <= low < high <= 100
    assert "353 legislative decisions of the European Union" in found.table("settlement").note
    assert "may not carry over" in found.answer


@given(st.permutations(range(10)), st.sampled_from([0.5, 0.25]))
def test_order_of_parties_and_unit_of_influence_do_not_matter(
    order: list[int], factor: float
) -> None:
    rows = [EC_EMISSIONS[i] for i in order]
    by = {name.lower().replace(" ", "-"): (10.0 * x, 100 * s) for name, _, x, s in rows}
    power = {name.lower().replace(" ", "-"): 100 * factor * c for name, c, _, _ in rows}
    known = {name.lower().replace(" ", "-"): 100 * c for name, c, _, _ in EC_EMISSIONS}
    base = compromise(case_of({"years": by}, known))
    found = compromise(case_of({"years": by}, power))
    for what in ("compromise", "median, lower", "nash", "midrange"):
        assert exact(found, what) == pytest.approx(exact(base, what), abs=1e-9)


def test_the_examples_are_answered_in_full() -> None:
    for path in EXAMPLES:
        found = compromise(load_case(path))
        assert None not in found.table("settlement").column("settlement")
        assert len(found.table("settlement").rows) == len(load_case(path).issues)
