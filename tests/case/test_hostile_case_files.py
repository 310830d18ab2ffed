from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.case.hostile_files import FILES

ROOT = Path(__file__).parents[2]
MOST_SECONDS, MOST_MB, MOST_LINES = 2.0, 500, 51


@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_is_refused_quickly_in_little_memory_with_clear_lines(name: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.case.hostile_files", name],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
        timeout=60,
    )
    figures, said = done.stdout.split("\n", 1)
    seconds, peak = map(float, figures.split())
    assert FILES[name][1] in said
    lines = said.rstrip("\n").split("\n")
    assert len(lines) <= MOST_LINES
    assert all(len(line) < 500 for line in lines)
    assert seconds < MOST_SECONDS
    assert peak < MOST_MB
