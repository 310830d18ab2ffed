"""Speed and answers beside NegMAS: ``python -m benchmarks.against_negmas --venv FOLDER``.

The folder is an environment of its own for NegMAS, made and filled if it is not there; the
package never imports NegMAS, which is under the AGPL. Each negotiation is written once, as
NegMAS's YAML in whole numbers with the same best package for everyone and nothing in reserve, so
that both read the same scale; each side then gets a process of its own and one run. Seconds are
processor time after the files are read and libraries loaded: both sides are first given another
negotiation, NegMAS a small one, the package one of the same size, whose seconds stand as "cold".

``statistics`` holds ``calc_scenario_stats`` against the whole answer of ``--ask packages``, with
its tables. ``two`` is the frontier of two parties by NegMAS's MOBANOS, where nothing is won.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np

from detente.analyses.packages.model_of_case import model_of_case
from detente.analyses.packages.packages import packages
from detente.formats.registry import load_any
from detente.maths.packages.choice import Chosen, Room
from detente.maths.packages.kalai_smorodinsky import kalai_smorodinsky
from detente.maths.packages.leximin import leximin
from detente.maths.packages.model import PackageModel
from detente.maths.packages.nash import nash
from detente.maths.packages.utilitarian import utilitarian

#: Task, parties, issues of ten options, and the least ratio that is asked for.
LINES: tuple[tuple[str, int, int, float | None], ...] = (
    ("points", 3, 6, 200.0),
    ("points", 5, 6, 150.0),
    ("statistics", 2, 5, 100.0),
    ("two", 2, 12, None),
)
OPTIONS = 10
#: What the best package is worth to everyone: 100 points are a whole number of units.
BEST = 1_000_000


def write_scenario(folder: Path, parties: int, issues: int, seed: int) -> None:
    """A random additive negotiation in NegMAS's YAML."""
    folder.mkdir()
    rng = np.random.default_rng([parties, issues, seed])
    space = ["name: random", "type: DiscreteCartesianOutcomeSpace", "issues:"]
    options = ", ".join(f"o{k}" for k in range(OPTIONS))
    for issue in range(issues):
        space.append(f"- {{name: i{issue}, type: CategoricalIssue, values: [{options}]}}")
    (folder / "random.yml").write_text("\n".join(space) + "\n")
    for party in range(parties):
        weight = rng.multinomial(1_000 - issues, rng.dirichlet(np.ones(issues))) + 1
        lines = [f"name: p{party}", "type: LinearAdditiveUtilityFunction", "reserved_value: 0.0"]
        lines += [f"weights: [{', '.join(['1.0'] * issues)}]", "values:"]
        for issue in range(issues):
            value = rng.integers(0, BEST // 1_000 + 1, OPTIONS)
            value[rng.integers(OPTIONS)] = BEST // 1_000
            worth = ", ".join(f"o{k}: {v}.0" for k, v in enumerate(value * weight[issue]))
            lines.append(f"- {{type: TableFun, mapping: {{{worth}}}}}")
        (folder / f"p{party}.yml").write_text("\n".join(lines) + "\n")


def ours(task: str, folder: Path, first: Path) -> dict[str, Any]:
    """The same by the package, with another negotiation first."""
    cold = _ours(task, first)["seconds"]
    return _ours(task, folder) | {"cold": cold}


def _ours(task: str, folder: Path) -> dict[str, Any]:
    case = load_any(folder)
    model = model_of_case(case)
    started = time.process_time()
    if task == "statistics":
        packages(case)
        answer = {"seconds": time.process_time() - started, **_frontier_and_points(model, task)}
    else:
        answer = _frontier_and_points(model, task)
        answer["seconds"] = time.process_time() - started
    answer["megabytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return answer


def _frontier_and_points(model: PackageModel, task: str) -> dict[str, Any]:
    room = Room(model, "all")
    answer: dict[str, Any] = {"frontier": room.frontier.shape[0]}
    if task == "two":
        return answer
    best = sum(table.max(axis=0) for table in model.points)
    points = {
        "nash": nash(room),
        "kalai": leximin(room),
        "ks": kalai_smorodinsky(room),
        "max_welfare": utilitarian(room),
    }
    return answer | {name: _rows(found, best) for name, found in points.items()}


def _rows(found: Chosen, best: Any) -> list[tuple[int, ...]]:
    """Totals of deals in NegMAS's units, each row once."""
    rows = np.rint(found.totals * (BEST / best)).astype(np.int64)
    return sorted({tuple(row) for row in rows.tolist()})


def made(venv: Path) -> Path:
    """The interpreter of an environment with NegMAS, which is made if need be."""
    interpreter = venv / "bin" / "python"
    if not interpreter.exists():
        subprocess.run([sys.executable, "-m", "venv", str(venv)], check=True)
    has = subprocess.run([str(interpreter), "-c", "import negmas"], capture_output=True)
    if has.returncode:
        subprocess.run([str(interpreter), "-m", "pip", "install", "-q", "negmas"], check=True)
    return interpreter


def _answer(command: list[str]) -> dict[str, Any]:
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answer


def line(interpreter: Path, task: str, parties: int, issues: int, least: float | None) -> str:
    """One negotiation by both."""
    with tempfile.TemporaryDirectory() as name:
        folder, small, other = (Path(name) / one for one in ("asked", "small", "other"))
        write_scenario(folder, parties, issues, 0)
        write_scenario(small, parties, 3, 1)
        write_scenario(other, parties, issues, 2)
        side = str(Path(__file__).with_name("negmas_side.py"))
        theirs = _answer([str(interpreter), side, task, str(folder), str(small)])
        command = [sys.executable, "-m", "benchmarks.against_negmas", "--ours", task]
        mine = _answer([*command, str(folder), str(other)])
    ratio = theirs["seconds"] / mine["seconds"]
    if least is None:
        said = "nothing won is claimed here"
    else:
        said = f"{'reached' if ratio >= least else 'NOT reached'}: {least:.0f}"
    same = [k for k in ("frontier", "nash", "max_welfare") if k in theirs and k in mine]
    differ = [k for k in same if theirs[k] != mine[k]]
    return (
        f"{task:<10} {parties} parties {OPTIONS}^{issues}: NegMAS {theirs['version']} "
        f"{theirs['seconds']:.3f} s {theirs['megabytes']:.0f} MB, detente {mine['seconds']:.4f} s "
        f"(cold {mine['cold']:.3f}) {mine['megabytes']:.0f} MB, ratio {ratio:,.1f} ({said}); "
        f"frontier {mine['frontier']}, "
        + (f"DIFFERENT: {', '.join(differ)}" if differ else f"the same: {', '.join(same)}")
    )


def main() -> None:
    """Print one line for each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--venv", type=Path, help="environment of NegMAS")
    parser.add_argument(
        "--ours", nargs=3, metavar=("TASK", "FOLDER", "FIRST"), help=argparse.SUPPRESS
    )
    args = parser.parse_args()
    if args.ours:
        print(json.dumps(ours(args.ours[0], *map(Path, args.ours[1:]))))
        return
    if args.venv is None:
        parser.error("say with --venv where NegMAS is, or is to be installed")
    interpreter = made(args.venv)
    for task, parties, issues, least in LINES:
        print(line(interpreter, task, parties, issues, least), flush=True)


if __name__ == "__main__":
    main()
