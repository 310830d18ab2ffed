"""The build script writes the tables of the package, byte for byte."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("seed", ["0", "1"])
@pytest.mark.parametrize("name", ["offices", "legs"])
def test_building_again_gives_the_same_bytes(
    shared: Path, tmp_path: Path, name: str, seed: str
) -> None:
    done = subprocess.run(
        [
            sys.executable, str(ROOT / "tools" / f"build_{name}.py"),
            "--shared", str(shared), "--out", str(tmp_path),
        ],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONHASHSEED": seed},
    )  # fmt: skip
    shipped = (ROOT / "src/detente/reference" / f"{name}.csv").read_bytes()
    assert (tmp_path / f"{name}.csv").read_bytes() == shipped
    assert len(shipped) < 620_000
    if name == "offices":
        # What was left out is said.
        for words in ("contradicts", "corrected:", "gap:", "office not known", "basis:"):
            assert words in done.stdout
