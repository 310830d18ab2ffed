"""The build script writes the tables of the package, byte for byte."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "tools" / "build_reference.py"


@pytest.fixture(scope="module")
def build() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_reference", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("seed", ["0", "1"])
def test_building_again_gives_the_same_bytes(shared: Path, tmp_path: Path, seed: str) -> None:
    subprocess.run(
        [sys.executable, str(SCRIPT), "--shared", str(shared), "--out", str(tmp_path)],
        check=True,
        env={**os.environ, "PYTHONHASHSEED": seed},
    )
    built = {p.name: p.read_bytes() for p in tmp_path.iterdir()}
    assert set(built) == {"states.csv", "cities.csv"}
    for name, data in built.items():
        assert data == (ROOT / "src/detente/reference" / name).read_bytes(), name


@pytest.mark.parametrize(
    ("cell", "people"),
    [
        ("Russian(s)", ["Russians"]),
        ("Beninese (singular and plural)", ["Beninese"]),
        ("Irishman(men), Irishwoman(women), Irish (collective plural)",
         ["Irishmen", "Irishwomen", "Irish"]),
        ("Saint Vincentian(s) or Vincentian(s)", ["Saint Vincentians", "Vincentians"]),
        ("Guamanian(s) (US citizens)", ["Guamanians"]),
        ("none", []),
    ],
)  # fmt: skip
def test_demonyms_of_the_factbook_become_plurals(
    build: ModuleType, cell: str, people: list[str]
) -> None:
    assert build.peoples(cell) == people


@pytest.mark.parametrize(
    ("cell", "adjectives"),
    [
        ("Saudi or Saudi Arabian", ["Saudi", "Saudi Arabian"]),
        ("Swati; note - former term, Swazi, still used among English speakers", ["Swati"]),
        ("NA", []),
    ],
)
def test_adjectives_lose_their_notes(build: ModuleType, cell: str, adjectives: list[str]) -> None:
    assert build.adjectives(cell) == adjectives


def test_coordinates_and_clocks(build: ModuleType) -> None:
    assert build.coordinates("36 45 N, 3 03 E") == ("36.75", "3.05")
    assert build.coordinates("0 13 S, 78 30 W") == ("-0.22", "-78.50")
    assert build.coordinates("") == ("", "")
    assert build.utc_offset("UTC+5.75 (10.75 hours ahead of Washington, DC)") == "UTC+5:45"
    assert build.utc_offset("UTC 0 (5 hours ahead of Washington, DC)") == "UTC+0"
    assert build.utc_offset("UTC-4 (1 hour ahead of Washington, DC)") == "UTC-4"
    assert build.utc_offset("") == ""
