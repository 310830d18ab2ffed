"""Numbers that others published or calculated for the challenge model."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from detente.maths.pressure.challenge.challenge import play, trace
from detente.maths.pressure.challenge.offers import COMPROMISE, CONFLICT
from detente.maths.pressure.challenge.reading import SCHOLZ_CODE, SCHOLZ_PAPER, Reading
from tests.maths.pressure.challenge.decisions import CODE_MEANS, NAMES, Decision, emissions

both = pytest.mark.parametrize("compiled", [False, True])


def close(value: object) -> object:
    """To within 1e-9."""
    return pytest.approx(value, abs=1e-9, rel=0.0)


@both
def test_emissions_start_where_the_weights_put_them(compiled: bool) -> None:
    runs = play(*emissions(), compiled=compiled)
    assert runs.mean[0, 0] == close(7.389955686853767)
    assert runs.lower[0, 0] == runs.upper[0, 0] == 7.0


@both
def test_emissions_by_the_paper_end_where_two_independent_programmes_end(compiled: bool) -> None:
    runs = play(*emissions(), SCHOLZ_PAPER, until_rest=True, compiled=compiled)
    assert runs.median[0, -1] == close(9.52995216792986)
    assert runs.mean[0, 1:3] == close([7.606389647484523, 7.716656479126177])
    assert runs.played[0] == 2


@both
@pytest.mark.parametrize(
    ("changes", "median", "mean"),
    [
        ({"conflict": "loser-moves"}, 10.0, 7.420974889217136),
        ({"conflict": "loser-moves", "offer": "least-move"}, 7.0, 7.266232877455774),
    ],
)
def test_emissions_if_the_loser_of_a_conflict_moves(
    changes: dict[str, str], median: float, mean: float, compiled: bool
) -> None:
    reading = replace(SCHOLZ_PAPER, **changes)  # type: ignore[arg-type]
    runs = play(*emissions(), reading, until_rest=True, compiled=compiled)
    assert runs.median[0, -1] == close(median)
    assert runs.mean[0, -1] == close(mean)


@both
def test_emissions_by_the_programme_follow_its_trace(compiled: bool) -> None:
    runs = play(*emissions(), SCHOLZ_CODE, rounds=20, compiled=compiled)
    assert runs.mean[0, 1:11] == close(CODE_MEANS)
    assert runs.mean[0, 20] == close(7.396147159)
    # Scholz et al. 2011, Table 2, mean by round: the first five rounds agree as printed.
    assert runs.mean[0, 1:6] == pytest.approx([7.4, 7.5, 7.6, 7.3, 7.3], abs=0.07)


def test_the_moves_of_the_programme_are_those_of_its_log() -> None:
    first = trace(*emissions(), SCHOLZ_CODE, rounds=1).rounds[0].taken
    belgium, luxembourg, ireland = (NAMES.index(n) for n in ("Belgium", "Luxembourg", "Ireland"))
    assert np.flatnonzero(first.kind).tolist() == sorted([belgium, luxembourg, ireland])
    assert first.kind[belgium] == COMPROMISE
    assert first.kind[luxembourg] == first.kind[ireland] == CONFLICT
    assert NAMES[first.by[luxembourg]] == "Belgium"
    # The log's expectations of Belgium and, in its eyes, of France, and of Luxembourg.
    assert first.own[belgium] == close(-0.11483050347300794)
    assert first.other[belgium] == close(0.2432965945234421)
    assert first.own[luxembourg] == close(0.24550922248250817)
    assert first.other[luxembourg] == close(0.542246100211495)
    assert first.place[belgium] == close(8.415932315426764)


@both
def test_sultan(shared: Path, compiled: bool) -> None:
    rows = np.genfromtxt(
        shared / "data/pressure/bdm/sultan_bdm1997.csv", delimiter=",", skip_header=1
    )
    sultan = Decision(rows[:, 2], rows[:, 1], rows[:, 3])
    still = play(*sultan, SCHOLZ_CODE, rounds=6, compiled=compiled)
    assert still.mean[0, 0] == close(13.619912134884824)
    assert still.places[0].tolist() == sultan.position.tolist()
    moved = play(*sultan, SCHOLZ_PAPER, until_rest=True, compiled=compiled)
    assert moved.mean[0, -1] == pytest.approx(13.629003, abs=1e-6)
    assert moved.median[0, -1] == 13.9


#: Mean absolute errors on 353 resolved EU decisions with equal capability: of the weighted median
#: and of the mean at the end. Saliences that are missing count as 50.
RESOLVED = [
    (SCHOLZ_PAPER, {"until_rest": True}, 27.94, 25.10),
    (replace(SCHOLZ_PAPER, offer="least-move"), {"until_rest": True}, 28.00, 25.13),
    (replace(SCHOLZ_PAPER, q=0.7, otherwise="left-out"), {"until_rest": True}, 27.04, 24.47),
    (SCHOLZ_CODE, {"rounds": 5}, 30.06, 26.00),
]


@pytest.mark.parametrize(("reading", "how", "by_median", "by_mean"), RESOLVED)
def test_errors_on_resolved_eu_decisions(
    shared: Path, reading: Reading, how: dict[str, Any], by_median: float, by_mean: float
) -> None:
    from detente.formats.deu_table import ACTORS, read_deu

    table = read_deu(shared / "data/pressure/deu/deu3_blksv.tsv")
    issues = [issue for issue in table if issue.outcome is not None]
    assert len(issues) == 353
    position = np.array([[float(i.positions.get(a, np.nan)) for a in ACTORS] for i in issues])
    salience = np.array([[float(i.saliences.get(a, 50)) / 100 for a in ACTORS] for i in issues])
    outcome = np.array([float(i.outcome or 0) for i in issues])
    runs = play(position, 1.0, salience, reading, compiled=True, **how)
    # The published medians are lower ones.
    assert np.abs(runs.lower[:, -1] - outcome).mean() == pytest.approx(by_median, abs=0.05)
    assert np.abs(runs.mean[:, -1] - outcome).mean() == pytest.approx(by_mean, abs=0.05)
    assert np.abs(runs.mean[:, 0] - outcome).mean() == pytest.approx(23.61, abs=0.05)
