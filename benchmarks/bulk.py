"""Reading many documents on all cores: pace, memory, and that a second run has nothing to do.

    python -m benchmarks.bulk [COUNT] [--model] [--jobs N]

COUNT documents (2,000 by default) are made from the example dispatches, each different from
the others, with one that cannot be read in the middle.
"""

from __future__ import annotations

import argparse
import os
import resource
import sys
import tempfile
import time
from pathlib import Path

from rich.console import Console
from rich.progress import track

from detente.bulk import read_into
from detente.engines.processes import Processes

EXAMPLES = Path(__file__).parents[1] / "examples/dispatches"


def library(folder: Path, count: int) -> None:
    """Write the documents."""
    texts = [p.read_text(encoding="utf-8") for p in sorted(EXAMPLES.iterdir())]
    for i in range(count):
        path = folder / f"{i // 1000:03}" / f"{i:06}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(
            f"{texts[i % len(texts)]}\n\nThis is number {i} of many.\n", encoding="utf-8"
        )
    (folder / "000" / f"{count // 2:06}-broken.txt").write_bytes(b"\x00\x01\x02 no text \x00")


def main() -> None:
    """Measure one run from nothing and one with nothing left to do."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, nargs="?", default=2000)
    parser.add_argument("--model", action="store_true")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    call = parser.parse_args()
    console = Console(stderr=True)
    with tempfile.TemporaryDirectory() as name:
        source, out = Path(name) / "library", Path(name) / "ledgers"
        source.mkdir()
        library(source, call.count)
        for run in ("from nothing", "again"):
            start = time.perf_counter()
            engine = Processes(call.jobs)
            outcomes = read_into(out, [str(source)], engine, rules_only=not call.model)
            states: dict[str, int] = {}
            for outcome in track(outcomes, "reading", total=call.count + 1, console=console):
                states[outcome.state] = states.get(outcome.state, 0) + 1
            seconds = time.perf_counter() - start
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            workers = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
            scale = 2**20 if sys.platform == "darwin" else 2**10
            print(
                f"{run}: {states}, {seconds:.1f} s, {call.count / seconds:.1f} documents/s with "
                f"{call.jobs} workers; peak memory {peak / scale:.0f} MB, largest worker "
                f"{workers / scale:.0f} MB"
            )


if __name__ == "__main__":
    main()
