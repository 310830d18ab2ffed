"""Hostile files are refused quickly, in little memory and with one clear line."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_hostile_files_are_refused_in_time_and_memory(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.formats.hostile_packages", str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr.decode()
    told = json.loads(done.stdout)
    assert len(told["rows"]) > 40
    for row in told["rows"]:
        assert row["seconds"] < 2, row["file"]
        if row["file"].startswith("harmless"):
            assert row["reason"] is None
            continue
        assert row["reason"] is not None, row["file"]
        assert len(row["reason"].splitlines()) == 1, row["file"]
        assert len(row["reason"]) < 400, row["file"]
        assert "hostile_packages" not in row["reason"].replace(str(tmp_path), "")
    assert told["megabytes"] < 500
