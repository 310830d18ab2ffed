"""The reader: quality against the annotated sample, and speed.

    python -m benchmarks.reading [--quality] [--speed]

Quality needs the sample beside the project (``../shared/seed``, or DETENTE_SHARED).
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from pathlib import Path

from benchmarks.scoring import SHARED, Pair, score
from detente.documents.document import Document
from detente.documents.read import read_document
from detente.evidence.model import Model, available_model, load_model
from detente.evidence.read import read


def sample() -> tuple[Path, Path]:
    return SHARED / "seed/gold.json", SHARED / "seed/article.txt"


def quality(model: Model | None) -> None:
    gold, text = sample()
    rows = score([Pair(gold, text, read(read_document(text), model=model))])
    section = ""
    for row in rows.values():
        if row.section != section:
            section = row.section
            print(section.upper())
        print(
            f"  {row.measure[:52]:52} P {row.precision:.3f}  R {row.recall:.3f}  "
            f"right {row.right:g} of {row.predicted} found, {row.gold} asked"
        )


def speed(document: Document, model: Model | None, seconds: float = 5.0) -> None:
    read(document, model=model)
    times: list[float] = []
    begin = time.perf_counter()
    while time.perf_counter() - begin < seconds or len(times) < 5:
        start = time.process_time()
        read(document, model=model)
        times.append(time.process_time() - start)
    times.sort()
    median = times[len(times) // 2]
    words = len(document.text.split())
    print(
        f"  {1 / median:8.1f} articles/s on one core ({words / median:,.0f} words/s), median "
        f"{median * 1000:.1f} ms CPU of {len(times)} runs (best {times[0] * 1000:.1f}, "
        f"worst {times[-1] * 1000:.1f})"
    )


def peak_mb() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (2**20 if sys.platform == "darwin" else 2**10)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quality", action="store_true")
    parser.add_argument("--speed", action="store_true")
    wanted = parser.parse_args()
    both = not (wanted.quality or wanted.speed)
    _, text = sample()
    document = read_document(text)
    passes: list[tuple[str, Model | None]] = [("rules only", None)]
    if available_model() is not None:
        passes.append(("rules and model", None))
    for name, _ in passes:
        model = load_model() if "model" in name else None
        print(f"== {name}")
        if wanted.quality or both:
            quality(model)
        if wanted.speed or both:
            speed(document, model)
            print(f"  peak memory so far {peak_mb():.0f} MB")


if __name__ == "__main__":
    main()
