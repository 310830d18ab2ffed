"""Cold starts as a user feels them: whole processes, wall time, median of seven.

python -m benchmarks.startup
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.scoring import SHARED

DETENTE = str(Path(sys.executable).parent / "detente")


def run(call: list[str]) -> tuple[float, float]:
    """Wall seconds and peak memory (MB) of one process."""
    start = time.perf_counter()
    pid = os.posix_spawn(
        call[0],
        call,
        os.environ,
        file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)],
    )
    _, status, usage = os.wait4(pid, 0)
    if status:
        raise RuntimeError(f"{' '.join(call)} failed")
    scale = 2**20 if sys.platform == "darwin" else 2**10
    return time.perf_counter() - start, usage.ru_maxrss / scale


def measure(name: str, call: list[str], limit_s: float) -> None:
    run(call)
    runs = [run(call) for _ in range(7)]
    wall = statistics.median(r[0] for r in runs)
    print(
        f"{name:34} {wall:6.3f} s (goal {limit_s} s), {min(r[0] for r in runs):.3f} to "
        f"{max(r[0] for r in runs):.3f}, peak {max(r[1] for r in runs):.0f} MB"
    )


def main() -> None:
    article = str(SHARED / "seed/article.txt")
    bare = statistics.median(run([sys.executable, "-c", "pass"])[0] for _ in range(7))
    print(f"{'python alone':34} {bare:6.3f} s")
    measure("import detente", [sys.executable, "-c", "import detente"], 0.15)
    measure("detente --help", [DETENTE, "--help"], 0.4)
    with tempfile.TemporaryDirectory() as folder:
        page = str(Path(folder) / "brief.html")
        brief = [DETENTE, "brief", article, "-q", "-o", page]
        measure("brief, rules only", [*brief, "--rules-only"], 1.5)
        measure("brief, with the model", brief, 5.0)
    subprocess.run([DETENTE, "--version"], check=True)


if __name__ == "__main__":
    main()
