"""Memory does not grow with the number of draws that a question is asked of."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

RUN = """
import sys
import numpy as np
from detente.engines.serial import Serial
from detente.uncertainty.explore import explore
from tests.memory_use import peak_megabytes
from tests.uncertainty.drawn_cases import random_case
case = random_case(np.random.default_rng(8), levers=True)
found = explore(case, sys.argv[1], draws=int(sys.argv[2]), engine=Serial())
assert found.complete and found.parameters["draws"] == int(sys.argv[2])
print(peak_megabytes())
"""


def peak(question: str, draws: int) -> float:
    done = subprocess.run(
        [sys.executable, "-c", RUN, question, str(draws)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
        timeout=240,
    )
    return float(done.stdout)


@pytest.mark.parametrize(
    ("question", "few", "many"), [("pressure", 20_000, 400_000), ("packages", 10_000, 200_000)]
)
def test_more_draws_need_no_more(question: str, few: int, many: int) -> None:
    # A single number of 8 bytes kept of each draw would add 1.5 MB; all that is drawn, over 20.
    assert peak(question, many) < peak(question, few) + 5
