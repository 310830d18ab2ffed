"""Published games and domains: how many packages are acceptable, and how many are efficient."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.analyses.packages.model_of_case import model_of_case
from detente.analyses.packages.packages import packages
from detente.formats.registry import load_any
from detente.maths.packages.choice import Room
from detente.maths.packages.utilitarian import utilitarian


@pytest.mark.parametrize(
    ("folder", "deals", "by_all", "standing", "frontier"),
    [
        ("llmdelib_base", 720, 12, 55, 481),
        ("llmdelib_game1", 720, 21, 57, 241),
        ("llmdelib_game2", 720, 18, 57, 454),
        ("llmdelib_base_7players", 2_880, 52, 204, 1_360),
    ],
)
def test_scored_games(
    shared: Path, folder: str, deals: int, by_all: int, standing: int, frontier: int
) -> None:
    case = load_any(shared / "data/packages" / folder)
    model = model_of_case(case)
    assert model.n_deals == deals
    assert Room(model, "any").n_efficient == frontier
    table = packages(case).table("acceptable")
    assert table.column("packages")[:2] == [by_all, standing]
    # The same without writing packages out.
    room = Room(model, "all", most_deals=0)
    assert utilitarian(room).deals.tolist() == utilitarian(Room(model)).deals.tolist()


def test_a_reservation_leaves_four_percent(shared: Path) -> None:
    folder = shared / "data/packages/genius_england_zimbabwe_2p_576"
    room = Room(model_of_case(load_any(folder.with_name(f"{folder.name}#England10,Zimbabwe10"))))
    assert room.inside.size / room.model.n_deals == pytest.approx(0.0417, abs=5e-5)


def test_millions_of_packages_by_their_frontier(shared: Path) -> None:
    # Added up in floats the same frontier falls apart into about a thousand points; these are
    # whole numbers, in which equal totals are equal.
    room = Room(model_of_case(load_any(shared / "data/packages/genius_energy_grid_3p_5760000")))
    assert room.model.n_deals == 5_764_801
    assert room.frontier.shape == (589, 3)
    assert room.n_efficient == 924_385
