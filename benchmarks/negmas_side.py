"""What NegMAS says of a folder in its own YAML, and how long it takes, as one line of JSON.

Run by the interpreter of NegMAS's own environment and by nothing else (see ``against_negmas``):
NegMAS is under the AGPL, and the package neither needs nor imports it. Seconds of processor time.
"""

from __future__ import annotations

import importlib
import json
import resource
import sys
import time
from typing import Any


def frontier_and_points(scenario: Any, ops: Any) -> dict[str, Any]:
    """Frontier, and the points read off it."""
    frontier, _ = ops.pareto_frontier(scenario.ufuns)
    ranges = [u.minmax(scenario.outcome_space, above_reserve=False) for u in scenario.ufuns]
    asked: dict[str, Any] = {"frontier": len(frontier)}
    for name in ("nash", "kalai", "ks", "max_welfare"):
        found = getattr(ops, f"{name}_points")(scenario.ufuns, frontier, ranges)
        asked[name] = sorted({tuple(round(u) for u in utilities) for utilities, _ in found})
    return asked


def statistics(scenario: Any, ops: Any) -> dict[str, Any]:
    """All that ``calc_scenario_stats`` calculates."""
    made = ops.calc_scenario_stats(scenario.ufuns)
    nash = sorted({tuple(round(u) for u in utilities) for utilities in made.nash_utils})
    return {"frontier": len(made.pareto_utils), "nash": nash}


def of_two(scenario: Any, ops: Any) -> dict[str, Any]:
    """The frontier of two parties by MOBANOS, issue by issue."""
    samplers = importlib.import_module("negmas.preferences.pareto_sampler")
    sampler = samplers.MOBANOSParetoSampler()
    sampler.init(*scenario.ufuns)
    found = {tuple(round(u(o)) for u in scenario.ufuns) for o in sampler._pareto_front}
    return {"frontier": len(found)}


def main(task: str, folder: str, first: str) -> None:
    """Print the answer with seconds and the peak of memory, after another negotiation."""
    negmas = importlib.import_module("negmas")
    ops = importlib.import_module("negmas.preferences.ops")
    load = importlib.import_module("negmas.inout").Scenario.from_yaml_folder
    scenario = load(folder)
    run = {"points": frontier_and_points, "statistics": statistics, "two": of_two}[task]
    run(load(first), ops)
    started = time.process_time()
    answer = run(scenario, ops)
    answer["seconds"] = time.process_time() - started
    answer["megabytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    answer["version"] = negmas.__version__
    print(json.dumps(answer))


if __name__ == "__main__":
    main(*sys.argv[1:])
