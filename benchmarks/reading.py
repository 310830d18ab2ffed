"""The reader: quality against annotated texts, and speed.

    python -m benchmarks.reading [--quality] [--speed] [--texts NAME]

NAME is ``sample``, ``tuned`` (texts that rules were improved on), ``frozen`` (texts that were
annotated blind and that nobody who writes rules has read) or, by default, all of them. The
texts lie beside the project (``../shared``, or DETENTE_SHARED).
"""

from __future__ import annotations

import argparse
import resource
import sys
import time

from benchmarks.gold import SETS, pairs, sample
from benchmarks.scoring import score
from detente.documents.document import Document
from detente.documents.read import read_document
from detente.evidence.model import Model, available_model, load_model
from detente.evidence.read import read
from detente.evidence.tagging.tagger import available_tagger


def quality(name: str, model: Model | None) -> None:
    """Print every measure of one set of texts."""
    scored = pairs(name, model)
    print(f"-- {name}: {len(scored)} text{'s' * (len(scored) != 1)}")
    section = ""
    for row in score(scored).values():
        if row.section != section:
            section = row.section
            print(section.upper())
        print(
            f"  {row.measure[:52]:52} P {row.precision:.3f}  R {row.recall:.3f}  "
            f"right {row.right:g} of {row.predicted} found, {row.gold} asked"
        )


def speed(document: Document, model: Model | None, seconds: float = 5.0) -> None:
    """Print articles a second on one core, from CPU time of repeated readings."""
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
    """Peak memory of this process."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (2**20 if sys.platform == "darwin" else 2**10)


def main() -> None:
    """Measure what was asked for, by rules, with the model, and with the tagger too."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quality", action="store_true")
    parser.add_argument("--speed", action="store_true")
    parser.add_argument("--texts", choices=SETS)
    wanted = parser.parse_args()
    both = not (wanted.quality or wanted.speed)
    document = read_document(sample().text)
    for passes in ("rules only", "rules and model", "rules, model and tagger"):
        if passes != "rules only" and available_model() is None:
            print("== no spaCy model is installed")
            break
        if "tagger" in passes and available_tagger() is None:
            print("== no encoder for the tagger is installed")
            break
        model = None if passes == "rules only" else load_model(tagger="tagger" in passes)
        print(f"== {passes}")
        if wanted.quality or both:
            for name in [wanted.texts] if wanted.texts else SETS:
                quality(name, model)
        if wanted.speed or both:
            speed(document, model)
            print(f"  peak memory so far {peak_mb():.0f} MB")


if __name__ == "__main__":
    main()
