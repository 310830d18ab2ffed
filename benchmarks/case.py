"""Speed of the case: load, derive tables and validate 200 parties on 100 issues."""

from __future__ import annotations

import random
import resource
import sys
import time

from detente.case.load import read_case
from detente.case.save import to_yaml
from detente.case.validate import validate

PARTIES, ISSUES, OPTIONS = 200, 100, 4
MOST_SECONDS = 2.0


def large_case(parties: int = PARTIES, issues: int = ISSUES) -> str:
    """YAML of a case in which every party has a position with ranges on every issue."""
    rng = random.Random(0)
    lines = ["title: A large conference", "parties:"]
    lines += [
        f"  - {{id: p{p}, name: Party {p}, influence: {rng.randrange(100)}, evidence: [e]}}"
        for p in range(parties)
    ]
    lines.append("issues:")
    for i in range(issues):
        options = ", ".join(
            f"{{id: o{o}, name: Option {o}, at: {100 * o // (OPTIONS - 1)}}}"
            for o in range(OPTIONS)
        )
        lines.append(f"  - {{id: i{i}, name: Issue {i}, evidence: [e], options: [{options}]}}")
    lines.append("positions:")
    for p in range(parties):
        for i in range(issues):
            low = rng.randrange(80)
            lines.append(
                f"  - {{party: p{p}, issue: i{i}, at: {{low: {low}, high: {low + 20}}}, "
                f"salience: {rng.randrange(1, 100)}, evidence: [e]}}"
            )
    lines.append("red_lines:")
    lines += [
        f"  - {{kind: forbid, id: r{p}, party: p{p}, issue: i{p % issues}, above: 90}}"
        for p in range(parties)
    ]
    lines.append("evidence: [{id: e, kind: judgement, note: made for the benchmark}]")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Print CPU seconds of each step and peak memory; status 1 beyond the bound."""
    text = large_case()
    steps: dict[str, float] = {}
    start = time.process_time()

    def done(step: str) -> None:
        nonlocal start
        now = time.process_time()
        steps[step] = now - start
        start = now

    case = read_case(text, "large.yaml")
    done("load")
    tables = case.tables()
    done("tables")
    found = validate(case)
    done("validate")
    total = sum(steps.values())
    edited = case.model_copy(update={"title": "Another title"})
    start = time.process_time()
    to_yaml(edited, text)
    done("write over the old file")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    peak_mb = peak / (2**20 if sys.platform == "darwin" else 2**10)
    print(
        f"{len(case.parties)} parties on {len(case.issues)} issues, {len(text) / 1e6:.1f} MB, "
        f"{tables.points[0].shape[0]} options an issue, {len(found)} findings"
    )
    for step, seconds in steps.items():
        print(f"  {step:24} {seconds:6.2f} s CPU")
    print(
        f"  load, validate, tables   {total:6.2f} s CPU (bound {MOST_SECONDS:g}); {peak_mb:.0f} MB"
    )
    if total > MOST_SECONDS:
        sys.exit(1)


if __name__ == "__main__":
    main()
