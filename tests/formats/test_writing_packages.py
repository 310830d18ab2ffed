"""Cases written as Genius and GeniusWeb folders come back as the same game."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.case.case import Case
from detente.errors import InputError, UnsuitableCase
from detente.formats.least_package import least_package
from detente.formats.registry import load_any, save_any
from tests.formats.enumerated import accepted, all_points

TALKS: dict[str, Any] = {
    "title": "Talks on the strait",
    "parties": [
        {"id": "norland", "name": 'Norland & "Co" <north>', "alternative": {"points": 40.5}},
        {"id": "southland", "name": "Southland"},
        {"id": "envoy", "name": "The envoy", "role": "mediator"},
    ],
    "issues": [
        {
            "id": "fish",
            "name": "Fish > 3 kg",
            "options": [{"id": "no", "name": "none"}, {"id": "all", "name": "all & more"}],
        },
        {
            "id": "ships",
            "name": "Ships",
            "options": [
                {"id": "a", "name": "A"},
                {"id": "b", "name": "B"},
                {"id": "c", "name": "B"},
            ],
        },
    ],
    "utilities": [
        {"party": "norland", "issue": "fish", "values": {"no": 0, "all": 62.5}},
        {"party": "norland", "issue": "ships", "values": {"a": 10, "b": 37.5, "c": 3}},
        {"party": "southland", "issue": "fish", "values": {"no": 20, "all": 0}},
        {"party": "southland", "issue": "ships", "values": {"a": 80, "b": 0, "c": 11.25}},
    ],
}


def changed(**sections: Any) -> Case:
    return Case.model_validate({**TALKS, **sections})


@pytest.mark.parametrize("name", ["genius", "geniusweb"])
def test_points_and_acceptance_come_back(tmp_path: Path, name: str) -> None:
    case = changed()
    save_any(case, tmp_path / "out", name=name)
    back = load_any(tmp_path / "out")
    assert [p.name for p in back.parties] == ['Norland & "Co" <north>', "Southland"]
    assert [i.name for i in back.issues] == ["Fish > 3 kg", "Ships"]
    assert [o.name for i in back.issues for o in i.options] == [
        "none",
        "all & more",
        "A",
        "B (b)",
        "B (c)",
    ]
    there, here = all_points(case)[:, :2], all_points(back)
    assert np.array_equal(there * back.tables().scale, here * case.tables().scale)
    assert np.array_equal(accepted(case)[:, :2], accepted(back))


def test_genius_gets_weights_that_sum_to_one(tmp_path: Path) -> None:
    save_any(changed(), tmp_path / "out", name="genius")
    text = (tmp_path / "out/norland.xml").read_text()
    assert '<weight index="1" value="0.625">' in text
    assert '<weight index="2" value="0.375">' in text
    assert '<reservation value="0.405">' in text
    assert "<reservation" not in (tmp_path / "out/southland.xml").read_text()
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == [
        "norland.xml",
        "southland.xml",
        "talks-on-the-strait_domain.xml",
    ]


def test_geniusweb_gets_the_least_bid_that_is_enough(tmp_path: Path) -> None:
    save_any(changed(), tmp_path / "out", name="geniusweb")
    space = json.loads((tmp_path / "out/norland.json").read_text())["LinearAdditiveUtilitySpace"]
    assert space["reservationBid"] == {
        "issuevalues": {"Fish > 3 kg": "all & more", "Ships": "B (c)"}
    }
    assert space["issueWeights"] == {"Fish > 3 kg": 0.625, "Ships": 0.375}
    other = json.loads((tmp_path / "out/southland.json").read_text())
    assert "reservationBid" not in other["LinearAdditiveUtilitySpace"]
    digits = (tmp_path / "out/southland.json").read_text()
    assert '"B (c)": 0.140625' in digits


@pytest.mark.parametrize(
    ("sections", "reason"),
    [
        (
            {"red_lines": [{"kind": "floor", "id": "f", "party": "norland", "points": 50}]},
            "red lines",
        ),
        ({"acceptance": {"quorum": 1}}, "1 of 2 parties suffice"),
        ({"acceptance": {"ratifiers": {"norland": ["southland"]}}}, "ratifiers"),
        (
            {
                "links": [
                    {
                        "id": "l",
                        "effects": [
                            {"when": {"fish": "no", "ships": "a"}, "points": {"norland": 1}}
                        ],
                    }
                ]
            },
            "links between issues",
        ),
        ({"utilities": TALKS["utilities"][:3]}, "what southland gets from ships is not known"),
        ({"issues": [], "utilities": []}, "needs issues"),
    ],
)
@pytest.mark.parametrize("name", ["genius", "geniusweb"])
def test_a_case_that_would_read_as_another_game_is_not_written(
    tmp_path: Path, name: str, sections: dict[str, Any], reason: str
) -> None:
    with pytest.raises(UnsuitableCase, match=reason):
        save_any(changed(**sections), tmp_path / "out", name=name)
    assert not (tmp_path / "out").exists()


def only(values: dict[str, float], alternative: float = 0) -> Case:
    return changed(
        parties=[{"id": "norland", "name": "Norland", "alternative": {"points": alternative}}],
        issues=TALKS["issues"][:1],
        utilities=[{"party": "norland", "issue": "fish", "values": values}],
    )


@pytest.mark.parametrize(
    ("name", "case", "reason"),
    [
        ("genius", only({"no": 0, "all": 140}), "more than 100 points"),
        ("genius", only({"no": -4, "all": -2}), "no option of 'Fish > 3 kg'"),
        ("geniusweb", only({"no": -4, "all": 2}), "negative points"),
        ("geniusweb", only({"no": 0, "all": 0}), "no package is worth anything"),
        ("geniusweb", only({"no": 0, "all": 60}, 61), "no package is worth the 61 points"),
    ],
)
def test_numbers_that_do_not_fit(tmp_path: Path, name: str, case: Case, reason: str) -> None:
    with pytest.raises(UnsuitableCase, match=reason):
        save_any(case, tmp_path / "out", name=name)


def test_nothing_is_written_into_a_folder_in_use(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("kept")
    with pytest.raises(InputError, match="holds files already"):
        save_any(changed(), tmp_path, name="genius")
    with pytest.raises(InputError, match="is a file"):
        save_any(changed(), tmp_path / "mine.txt", name="geniusweb")
    assert [p.name for p in tmp_path.iterdir()] == ["mine.txt"]


points = st.integers(0, 400).map(lambda n: n / 4)


@settings(max_examples=40, deadline=None)
@given(
    tables=st.lists(st.lists(points, min_size=2, max_size=4).filter(any), min_size=1, max_size=4),
    alternative=points,
    name=st.sampled_from(["genius", "geniusweb"]),
)
def test_any_additive_game_comes_back(
    tmp_path_factory: pytest.TempPathFactory,
    tables: list[list[float]],
    alternative: float,
    name: str,
) -> None:
    """Acceptable deals are the same; so are the points, up to a factor where GeniusWeb scales."""
    best = sum(max(t) for t in tables)
    shrink = 2.0 ** -max(0, int(np.ceil(np.log2(best / 100)))) if best > 100 else 1.0
    data = {
        "title": "Any",
        "parties": [
            {"id": "p", "name": "P", "alternative": {"points": min(alternative, best) * shrink}}
        ],
        "issues": [
            {
                "id": f"i{n}",
                "name": f"I{n}",
                "options": [{"id": f"o{k}", "name": f"O{k}"} for k in range(len(t))],
            }
            for n, t in enumerate(tables)
        ],
        "utilities": [
            {
                "party": "p",
                "issue": f"i{n}",
                "values": {f"o{k}": v * shrink for k, v in enumerate(t)},
            }
            for n, t in enumerate(tables)
        ],
    }
    case = Case.model_validate(data)
    folder = tmp_path_factory.mktemp("any") / "out"
    save_any(case, folder, name=name)
    back = load_any(folder)
    there = all_points(case)[:, 0] / case.tables().scale
    here = all_points(back)[:, 0] / back.tables().scale
    factor = 1.0 if name == "genius" else 100 / (best * shrink)
    assert np.allclose(there * factor, here, atol=1e-8)
    assert np.array_equal(accepted(case), accepted(back))


@given(
    tables=st.lists(
        st.lists(st.integers(-9, 9).map(Decimal), min_size=1, max_size=3), min_size=1, max_size=4
    ),
    enough=st.integers(-30, 30).map(Decimal),
)
def test_the_least_package_is_the_least(tables: list[list[Decimal]], enough: Decimal) -> None:
    sums = {Decimal(0)}
    for table in tables:
        sums = {total + p for total in sums for p in table}
    reached = [total for total in sums if total >= enough]
    found = least_package(tables, enough)
    if not reached:
        assert found is None
    else:
        assert found is not None
        assert sum(t[at] for t, at in zip(tables, found, strict=True)) == min(reached)
