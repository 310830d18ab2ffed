"""Run methods on resolved issues and score them, never on what they learned from."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from detente.backtest.distribution_methods import (
    BASELINES,
    DISTRIBUTION_METHODS,
    DistributionMethod,
)
from detente.backtest.point_methods import COMPROMISE, POINT_METHODS, PointMethod
from detente.backtest.resolved import ResolvedIssues
from detente.backtest.scored import LEVELS, Backtest, Chances, PartScore, Scored
from detente.errors import InputError
from detente.maths.pressure.settlement_distribution import Settlement
from detente.maths.scoring.grouped import Difference, folds_of, paired_bootstrap
from detente.maths.scoring.scores import covered, crps, log_score, pit_histogram

Floats = npt.NDArray[np.float64]
Progress = Callable[[int, int], None]

#: Folds of groups, and how many times anew they are dealt.
FOLDS, REPEATS = 10, 3
#: Below so many groups a note says that little can be learned from them.
FEW = 50
_NOMINAL = np.arange(0.5, 0.995, 0.01)


@dataclass(frozen=True)
class _Run:
    """One method's forecasts: for each repeat a row of points, and of distributions if any."""

    name: str
    what: str
    points: Floats
    found: tuple[Settlement, ...] = ()
    intervals: Mapping[float, tuple[Floats, ...]] | None = None


def method_names() -> tuple[str, ...]:
    """Every method, those that give chances last."""
    return (*(m.name for m in POINT_METHODS), *(m.name for m in DISTRIBUTION_METHODS))


def evaluate(
    issues: ResolvedIssues,
    methods: Sequence[str] | None = None,
    *,
    seed: int = 0,
    progress: Progress | None = None,
) -> Backtest:
    """Score methods on a table of resolved issues.

    Methods that give chances are fitted anew for each of ten folds of whole groups to the other
    nine, and this is done with three dealings of the folds; scores are means over these.

    Parameters
    ----------
    issues : ResolvedIssues
        What happened.
    methods : sequence of str, optional
        Which methods; all but the slow ones if left out.
    seed : int
        For folds and bootstrap.
    progress : callable, optional
        Called with steps done and steps in all.

    Returns
    -------
    Backtest
        The best CRPS first.

    Raises
    ------
    InputError
        If no method has one of the names.
    """
    points, distributions, notes = _chosen(issues, methods)
    groups = len(set(issues.group))
    folds = min(FOLDS, groups)
    if groups < 2 and distributions:
        notes.append("methods that give chances are left out: they need two groups of issues")
        distributions = []
    needed = [m for m in POINT_METHODS if m.name == COMPROMISE and m not in points]
    # Every method that gives chances is compared with these, whether they are asked for or not.
    baselines = [m for m in DISTRIBUTION_METHODS if m.name in BASELINES]
    extra = [m for m in baselines if distributions and m not in distributions]
    total = len(points) + (len(distributions) + len(extra)) * folds * REPEATS
    done = 0

    def step() -> None:
        nonlocal done
        done += 1
        if progress is not None:
            progress(done, total)

    runs: list[_Run] = []
    for point in [*needed, *points]:
        runs.append(_point_run(point, issues))
        if point in points:
            step()
    for method in [*distributions, *extra]:
        runs.append(_distribution_run(method, issues, folds, seed, step))
    by_name = {run.name: run for run in runs}
    wanted = {m.name for m in points} | {m.name for m in distributions}
    shown = [run for run in runs if run.name in wanted]
    scored: list[Scored] = []
    for run in shown:
        if np.isnan(run.points).all():
            notes.append(f"{run.name} has no answer on any issue")
            continue
        scored.append(_scored(run, by_name, issues, seed))
    if issues.left_out:
        notes.append(f"{issues.left_out:,} issues without outcome or position are left out")
    if 2 <= groups < FEW:
        notes.append(
            f"there are {groups} groups only: differences, their intervals and methods that learn "
            f"from other groups mean little below {FEW}"
        )
    return Backtest(
        issues.source,
        issues.digest,
        len(issues),
        groups,
        seed,
        folds,
        REPEATS,
        tuple(sorted(scored, key=lambda one: (one.crps, one.name))),
        tuple(notes),
    )


def _chosen(
    issues: ResolvedIssues, names: Sequence[str] | None
) -> tuple[list[PointMethod], list[DistributionMethod], list[str]]:
    known = method_names()
    wanted = known if names is None or list(names) == ["all"] else tuple(names)
    for name in wanted:
        if name not in known:
            raise InputError(f"no method is called {name!r}; there are {', '.join(known)} and all")
    points = [m for m in POINT_METHODS if m.name in wanted]
    distributions = [
        m for m in DISTRIBUTION_METHODS if m.name in wanted and (names is not None or not m.slow)
    ]
    notes = []
    if issues.influence is None:
        without = [m.name for m in points if m.influence]
        points = [m for m in points if not m.influence]
        notes.append(
            "the table tells no influence, so everybody has the same"
            + (f"; that makes {', '.join(without)} the same as the compromise" if without else "")
        )
    slow = [m.name for m in DISTRIBUTION_METHODS if m.slow]
    if names is None and slow:
        notes.append(f"not run, because slow: {', '.join(slow)} (--methods all runs it)")
    return points, distributions, notes


def _point_run(method: PointMethod, issues: ResolvedIssues) -> _Run:
    influence = np.ones(issues.salience.shape) if issues.influence is None else issues.influence
    made = method.forecast(issues.position, issues.salience, influence, issues.reference)
    return _Run(method.name, method.what, np.asarray(made, dtype=np.float64)[None])


def _distribution_run(
    method: DistributionMethod,
    issues: ResolvedIssues,
    folds: int,
    seed: int,
    step: Callable[[], None],
) -> _Run:
    n = len(issues)
    found: list[Settlement] = []
    ends: dict[float, list[Floats]] = {level: [] for level in LEVELS}
    for repeat in range(REPEATS):
        fold = folds_of(issues.group, folds, rng=np.random.default_rng([seed, repeat]))
        masses = np.empty((n, 101))
        intervals = {level: np.empty((n, 2)) for level in LEVELS}
        for number in range(folds):
            rest, here = np.flatnonzero(fold != number), np.flatnonzero(fold == number)
            predicted = method.fit(issues.of(rest))(issues.of(here))
            masses[here] = predicted.masses
            for level in LEVELS:
                intervals[level][here] = predicted.interval(level)
            step()
        found.append(Settlement(masses))
        for level in LEVELS:
            ends[level].append(intervals[level])
    points = np.stack([one.quantile(0.5) for one in found])
    kept = {level: tuple(made) for level, made in ends.items()}
    return _Run(method.name, method.what, points, tuple(found), kept)


def _scored(run: _Run, by_name: Mapping[str, _Run], issues: ResolvedIssues, seed: int) -> Scored:
    has = ~np.isnan(run.points[0])
    errors = np.abs(run.points - issues.outcome)
    mean_errors = errors.mean(axis=0)
    against = None
    if run.name != COMPROMISE:
        others = np.abs(by_name[COMPROMISE].points[0] - issues.outcome)
        against = _difference(mean_errors - others, issues, seed)
    return Scored(
        run.name,
        run.what,
        int(has.sum()),
        float(mean_errors[has].mean()),
        float(np.median(errors[:, has], axis=1).mean()),
        float((errors[:, has] <= 10).mean()),
        float((run.points - issues.outcome)[:, has].mean()),
        float((_crps(run, issues) if run.found else mean_errors)[has].mean()),
        against,
        _parts(issues.era, mean_errors),
        _parts(issues.procedure, mean_errors),
        _chances(run, by_name, issues, seed) if run.found else None,
    )


def _chances(run: _Run, by_name: Mapping[str, _Run], issues: ResolvedIssues, seed: int) -> Chances:
    assert run.intervals is not None
    ours = _crps(run, issues)
    has = ~np.isnan(ours)
    outcome = issues.outcome[has]
    found = [Settlement(f.masses[has], f.asked) for f in run.found]
    ends = {level: [e[has] for e in made] for level, made in run.intervals.items()}
    pit = np.mean([pit_histogram(f.masses, outcome) for f in found], axis=0)
    return Chances(
        float(np.mean([log_score(f.masses, outcome) for f in found])),
        tuple(float(np.mean([covered(e, outcome) for e in ends[level]])) for level in LEVELS),
        tuple(float(np.mean([e[:, 1] - e[:, 0] for e in ends[level]])) for level in LEVELS),
        _width_at(0.8, found, outcome),
        tuple(float(share) for share in pit),
        {
            name: _difference(ours - _crps(by_name[name], issues), issues, seed)
            for name in BASELINES
            if name != run.name and name in by_name
        },
    )


def _crps(run: _Run, issues: ResolvedIssues) -> Floats:
    return np.asarray(np.mean([crps(f.masses, issues.outcome) for f in run.found], axis=0))


def _width_at(coverage: float, found: Sequence[Settlement], outcome: Floats) -> float | None:
    """The least mean width of shortest intervals that cover as much, over nominal levels."""
    least: float | None = None
    for level in _NOMINAL:
        ends = [one.interval(float(level)) for one in found]
        if np.mean([covered(e, outcome) for e in ends]) >= coverage:
            width = float(np.mean([e[:, 1] - e[:, 0] for e in ends]))
            least = width if least is None else min(least, width)
    return least


def _difference(difference: Floats, issues: ResolvedIssues, seed: int) -> Difference | None:
    known = np.flatnonzero(~np.isnan(difference))
    groups = [issues.group[i] for i in known]
    if not groups:
        return None
    return paired_bootstrap(difference[known], groups, rng=np.random.default_rng(seed))


def _parts(labels: Sequence[str | None], errors: Floats) -> dict[str, PartScore]:
    """The mean error by label, in the order of the labels; issues without one are left aside."""
    parts: dict[str, PartScore] = {}
    for label in sorted({label for label in labels if label is not None}):
        here = np.array([one == label for one in labels]) & ~np.isnan(errors)
        if here.any():
            parts[label] = PartScore(int(here.sum()), float(errors[here].mean()))
    return parts
