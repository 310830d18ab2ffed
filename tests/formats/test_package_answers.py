"""Known answers of real scenarios, by laying out every deal."""

from __future__ import annotations

import json
from collections import Counter
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from detente.case.case import Case
from detente.errors import InputError
from detente.formats.registry import load_any
from tests.formats.enumerated import (
    accepted,
    all_points,
    deals_by_the_rule,
    deals_of_all,
    frontier,
    genius_doubles,
    outcomes,
)


@pytest.fixture(scope="module")
def packages(shared: Path) -> Path:
    return shared / "data/packages"


COUNTS = {
    "genius_england_zimbabwe_2p_576": (2, 576),
    "genius_itex_cypress_2p_180": (2, 180),
    "genius_windfarm_3p_7200": (3, 7_200),
    "genius_politics_3p_23040": (3, 23_040),
    "genius_ampo_vs_city_2p_1944000": (2, 1_944_000),
    "genius_energy_grid_3p_5760000": (3, 7**8),
    "geniusweb_json_ozu_domain09": (2, 432),
    "negmas_yaml_england_zimbabwe": (2, 576),
    "llmdelib_base": (6, 720),
    "llmdelib_base_7players": (7, 2_880),
    "llmdelib_game1": (6, 720),
    "llmdelib_game2": (6, 720),
}


def test_every_folder_has_its_parties_and_outcomes(packages: Path) -> None:
    found = {}
    for folder in sorted(p for p in packages.iterdir() if p.is_dir()):
        case = load_any(folder)
        found[folder.name] = (len(case.parties), outcomes(case))
    assert found == COUNTS


@pytest.mark.parametrize(
    ("folder", "of_all", "by_the_rule", "undominated"),
    [
        ("llmdelib_base", 12, 55, 481),
        ("llmdelib_game1", 21, 57, 241),
        ("llmdelib_game2", 18, 57, 454),
        ("llmdelib_base_7players", 52, 204, 1_360),
    ],
)
def test_deals_of_the_scored_games(
    packages: Path, folder: str, of_all: int, by_the_rule: int, undominated: int
) -> None:
    case = load_any(packages / folder)
    assert case.tables().scale == 1
    assert deals_of_all(case) == of_all
    assert deals_by_the_rule(case) == by_the_rule
    assert int(frontier(all_points(case)).sum()) == undominated


def test_the_reservation_of_zimbabwe_leaves_a_twenty_fourth(packages: Path) -> None:
    folder = packages / "genius_england_zimbabwe_2p_576"
    yes = accepted(load_any(folder / "Zimbabwe10.xml"))[:, 0]
    assert (int(yes.sum()), len(yes)) == (24, 576)
    assert round(100 * yes.mean(), 2) == 4.17


@pytest.mark.parametrize(
    ("folder", "domain", "profiles"),
    [
        (
            "genius_england_zimbabwe_2p_576",
            "EnglandZimbabwe_domain.xml",
            ("England", "Zimbabwe", "England10", "Zimbabwe10"),
        ),
        (
            "genius_itex_cypress_2p_180",
            "ItexvsCypress_domain.xml",
            (
                "ItexvsCypress_Cypress",
                "ItexvsCypress_Itex",
                "ItexvsCypress_Cypress100",
                "ItexvsCypress_Itex50",
            ),
        ),
        (
            "genius_politics_3p_23040",
            "Politics.xml",
            ("Politics_util1", "PoliticsA100", "PoliticsB20", "PoliticsC100"),
        ),
        ("genius_windfarm_3p_7200", "WindFarm.xml", ("WindFarm_util1", "WindFarm_util2")),
    ],
)
def test_the_same_deals_are_acceptable_as_in_genius(
    packages: Path, folder: str, domain: str, profiles: tuple[str, ...]
) -> None:
    case = load_any(packages / f"{folder}#{','.join(profiles)}")
    points, yes = all_points(case), accepted(case)
    for column, profile in enumerate(profiles):
        utility, reservation = genius_doubles(
            packages / folder / domain, packages / folder / f"{profile}.xml"
        )
        assert np.array_equal(yes[:, column], utility >= reservation)
        off = np.abs(points[:, column] / case.tables().scale - 100 * utility)
        assert float(off.max()) < 1e-7


def test_the_greatest_utilities_are_one(packages: Path) -> None:
    for folder in COUNTS:
        tables = load_any(packages / folder).tables()
        best = sum(of_issue.max(axis=0) for of_issue in tables.points) / tables.scale
        assert np.allclose(best, 100, atol=1e-4), folder


def test_scale_of_the_energy_grid(packages: Path) -> None:
    """All 5,764,801 deals: sums of independent issues, so their distribution is a convolution."""
    case = load_any(packages / "genius_energy_grid_3p_5760000")
    tables = case.tables()
    for column, party in enumerate(tables.parties):
        sums: Counter[int] = Counter({0: 1})
        for of_issue in tables.points:
            grown: Counter[int] = Counter()
            for total, times in sums.items():
                for p in of_issue[:, column].tolist():
                    grown[total + p] += times
            sums = grown
        assert sum(sums.values()) == 5_764_801
        assert (min(sums), max(sums)) == (10 * tables.scale, 100 * tables.scale), party
    acceptable = sum(of_issue.min(axis=0) for of_issue in tables.points) >= tables.alternative
    assert bool(acceptable.all()), "a reservation of 0 refuses nothing"


def test_a_value_that_stands_twice_counts_as_its_last(packages: Path) -> None:
    case = load_any(packages / "genius_ampo_vs_city_2p_1944000")
    assert [p.name for p in case.parties] == ["AMPO", "City"]
    first = case.utilities[0]
    assert [round(n.central, 6) for n in first.values.values()] == [
        round(45.7 * e / 100, 6) for e in (8, 36, 64, 84, 96, 100)
    ]


def test_geniusweb_s_own_solution(packages: Path) -> None:
    folder = packages / "geniusweb_json_ozu_domain09"
    case = load_any(folder)
    solved = json.loads((folder / "specials.json").read_text())
    points, scale = all_points(case), case.tables().scale
    assert len(points) == solved["size"]
    assert [p.name for p in case.parties] == ["profileA", "profileB"]
    on_it = points[frontier(points)] / scale
    told = np.array([point["utility"] for point in solved["pareto_front"]])
    assert np.allclose(on_it[np.argsort(on_it[:, 0])], 100 * told, atol=1e-7)
    nash = points[np.argmax(points.prod(axis=1, dtype=float))] / scale
    assert np.allclose(nash, 100 * np.array(solved["nash"]["utility"]), atol=1e-7)
    kalai = points[np.argmax(points.min(axis=1))] / scale
    assert np.allclose(kalai, 100 * np.array(solved["kalai"]["utility"]), atol=1e-7)
    assert deal_at(case, int(np.argmax(points.min(axis=1)))) == solved["kalai"]["bid"]


def deal_at(case: Case, number: int) -> dict[str, str]:
    shape = [len(issue.options) for issue in case.issues]
    at = np.unravel_index(number, shape)
    return {i.name: i.options[int(o)].name for i, o in zip(case.issues, at, strict=True)}


def test_negmas_reads_raw_values(packages: Path) -> None:
    """The same domain, saved by NegMAS: 9 x 0.303 + ... = 100 points, not 1 x 0.303 + ..."""
    case = load_any(packages / "negmas_yaml_england_zimbabwe")
    weights = [Fraction(w) for w in ("0.3031462333758278", "0.303346839835533")]
    weights += [Fraction(w) for w in ("0.049028952379678074", "0.04904500802207314")]
    weights.append(Fraction("0.29543296638688804"))
    best = sum(w * v for w, v in zip(weights, (9, 8, 12, 10, 10), strict=True))
    worth = {u.issue: u.values for u in case.utilities if u.party == "england"}
    assert worth["size-of-fund"]["option-10-billion"].central == pytest.approx(
        float(100 * weights[0] * 9 / best), abs=1e-8
    )
    assert "no" in worth["forum-on-other-health-issues"], "a quoted No stays a word"


def test_every_file_loads_or_says_why_not(packages: Path) -> None:
    loaded = 0
    refused: dict[Path, str] = {}
    for path in sorted(p for p in packages.rglob("*") if p.is_file()):
        try:
            case = load_any(path)
        except InputError as error:
            refused[path] = str(error)
        else:
            assert case.parties
            case.tables()
            loaded += 1
    assert loaded >= 34
    assert len(refused) >= 30
    for path, reason in refused.items():
        assert reason.startswith(f"{path}: ")
        assert len(reason.splitlines()) == 1
        if "scores_files" in path.parts:
            assert reason.endswith(f"its folder {path.parent.parent} is")


def test_options_of_the_games_are_named(packages: Path) -> None:
    for folder in (f for f in COUNTS if f.startswith("llmdelib")):
        for issue in load_any(packages / folder).issues:
            assert len(issue.name) > 3
            assert all(option.name != option.id for option in issue.options)
