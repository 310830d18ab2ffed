"""Memory does not grow with the number of draws."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

RUN = """
import sys
from pathlib import Path
from detente.engines.blocks import Plan
from detente.engines.choice import by_name
from detente.engines.draws import run_draws
from tests.engines.examples import many_numbers
from tests.memory_use import peak_megabytes
draws, name = int(sys.argv[1]), sys.argv[2]
folder = Path(sys.argv[3]) if len(sys.argv) > 3 else None
drawn = run_draws(many_numbers, None, Plan(draws, 5, 1, keep=500), engine=by_name(name),
                  folder=folder, blocks=1)
assert drawn.tally.draws == draws and drawn.tally.rows["x"].shape == (500, 50)
print(peak_megabytes())
"""


def peak(draws: int, name: str, *folder: str) -> float:
    done = subprocess.run(
        [sys.executable, "-c", RUN, str(draws), name, *folder],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    return float(done.stdout)


@pytest.mark.parametrize("name", ["serial", "processes"])
def test_a_longer_run_needs_no_more(name: str, tmp_path: Path) -> None:
    # Each of 800 chunks answers with 35 kB, 28 MB in all.
    short = peak(500, name, str(tmp_path / "short"))
    assert peak(4_000, name, str(tmp_path / "long")) < short + 6
    assert peak(4_000, name) < short + 6
