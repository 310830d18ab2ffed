"""The expected-utility challenge model of Bueno de Mesquita as a question to a case."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from detente.analyses.base import Analysis, solver
from detente.analyses.packages.wording import Words
from detente.analyses.pressure.answers import (
    make_analysis,
    nothing_placed,
    open_case,
    placed_in_words,
    undisputed,
    warnings_of,
)
from detente.analyses.pressure.challenge_forecast import challenge_forecast
from detente.analyses.pressure.challenge_tables import (
    ByReading,
    choices_table,
    forecast_table,
    move_sentences,
    moves_table,
    readings_by_issue_table,
    readings_table,
    rounds_table,
)
from detente.analyses.pressure.issue_on_a_scale import IssueOnAScale
from detente.analyses.pressure.place_in_words import in_points
from detente.case.case import Case
from detente.errors import InputError
from detente.maths.pressure.challenge.challenge import ROUNDS, Trace, trace
from detente.maths.pressure.challenge.reading import (
    PRESETS,
    Reading,
    reading_of,
    single_switches,
)

SOURCE = "Scholz, Calbert and Smith 2011; Bueno de Mesquita 1985, 1997"
MOST_ROUNDS = 1_000
_WARNING = (
    "the challenge model is exploratory: its code was never published, its descriptions differ, "
    "and on resolved EU decisions every reading of it did worse than the weighted mean it starts "
    "from; show it only beside the compromise"
)


@solver(
    name="challenge-model",
    question="pressure",
    needs={"parties", "issues", "positions"},
    stochastic=False,
    source=SOURCE,
)
def challenge_model(
    case: Case, *, reading: str | None = None, rounds: int | None = None
) -> Analysis:
    """Let parties challenge each other and give way, round by round (exploratory).

    Parameters
    ----------
    case : Case
        Uses places on the scales of issues (0 to 100), salience (the chance to resist a
        challenge) and influence; what is taken where they are not given is as for the compromise.
    reading : str, optional
        A preset (``scholz-paper``, the default, or ``scholz-code``), choices laid over it
        (``conflict=loser-moves``), or both with commas.
    rounds : int, optional
        How many rounds are played; 10 unless told otherwise. The model has no rule to stop.

    Returns
    -------
    Analysis
        Tables ``forecast``, ``rounds``, ``moves``, ``readings`` (what other published readings
        would change), ``choices`` and ``readings by issue``.

    Raises
    ------
    UnsuitableCase
        If an entry of the case refers to what is not there.
    InputError
        If the reading or the number of rounds is none.

    References
    ----------
    J. B. Scholz, G. J. Calbert and G. A. Smith, Unravelling Bueno de Mesquita's group decision
    model, Journal of Theoretical Politics 23 (2011); B. Bueno de Mesquita, The war trap revisited,
    American Political Science Review 79 (1985), and A decision making model, International
    Interactions 23 (1997).
    """
    told = "scholz-paper" if reading is None else reading
    chosen = reading_of(told)
    many = ROUNDS if rounds is None else rounds
    if not 1 <= many <= MOST_ROUNDS:
        raise InputError(f"from 1 to {MOST_ROUNDS:,} rounds are played; got {many}")
    name = _name_of(chosen)
    words, issues, left_out = open_case(case)
    parameters = {"reading": name, **chosen.to_data(), "rounds": many}
    if not issues:
        answer = nothing_placed(words, left_out)
        return make_analysis(
            words, method="challenge-model", source=SOURCE, parameters=parameters, answer=answer
        )
    traces = [
        trace(one.position, one.influence, one.salience / 100, chosen, rounds=many)
        for one in issues
    ]
    by = _by_reading(issues, name, chosen, many, len(words.names))
    tables = [
        forecast_table(words, issues, traces, by),
        rounds_table(words, issues, traces),
        moves_table(words, issues, traces),
        readings_table(words, issues, by, name),
        choices_table(chosen, name),
        readings_by_issue_table(words, issues, by),
    ]
    quiet = undisputed(words, issues)
    calm = {about for reason in quiet for about in reason.about}
    pulled = [
        (one, made)
        for one, made in zip(issues, traces, strict=True)
        if f"issues[{one.number}]" not in calm
    ]
    return make_analysis(
        words,
        method="challenge-model",
        source=SOURCE,
        parameters=parameters,
        answer=_answer(words, issues, traces, by, name, many),
        tables=tables,
        warnings=[_WARNING, *warnings_of(words, issues, left_out)],
        reasons=[
            *quiet,
            *move_sentences(words, [one for one, _ in pulled], [made for _, made in pulled]),
        ],
    )


def _name_of(reading: Reading) -> str:
    """A preset's name, with what differs from it in the order of the choices."""
    for name, preset in PRESETS.items():
        if reading == preset:
            return name
    base = min(
        PRESETS.items(),
        key=lambda item: sum(v != reading.to_data()[k] for k, v in item[1].to_data().items()),
    )
    changes = [
        f"{choice}={value:g}" if isinstance(value, float) else f"{choice}={value}"
        for choice, value in reading.to_data().items()
        if value != base[1].to_data()[choice]
    ]
    return ", ".join([base[0], *changes])


def _by_reading(
    issues: Sequence[IssueOnAScale], name: str, chosen: Reading, rounds: int, n_parties: int
) -> ByReading:
    """Where every issue ends by the reading, the presets, and all that differ in one choice."""
    readings = {name: chosen}
    for preset, made in PRESETS.items():
        if made != chosen:
            readings[preset] = made
    for switch, made in single_switches(chosen).items():
        if made not in readings.values():
            readings[switch] = made
    shape = (len(issues), n_parties)
    x, capability, salience = (np.full(shape, np.nan) for _ in range(3))
    for row, one in enumerate(issues):
        x[row, one.parties] = one.position
        capability[row, one.parties] = one.influence
        salience[row, one.parties] = one.salience
    mean, median = {}, {}
    for written, made in readings.items():
        found = challenge_forecast(x, capability, salience, made, rounds=rounds)
        mean[written] = tuple(found.mean.tolist())
        median[written] = tuple(found.median.tolist())
    return ByReading(mean, median)


def _answer(
    words: Words,
    issues: Sequence[IssueOnAScale],
    traces: Sequence[Trace],
    by: ByReading,
    name: str,
    rounds: int,
) -> str:
    rows = {one.number: row for row, one in enumerate(issues)}

    def place(one: IssueOnAScale) -> str:
        runs = traces[rows[one.number]].runs
        low, high = by.spread(rows[one.number])
        end = f"mean {in_points(runs.mean[0, -1])}, median {in_points(runs.median[0, -1])}"
        start = in_points(runs.mean[0, 0])
        other = "" if high - low < 0.05 else f", {in_points(low)} to {in_points(high)} by reading"
        return f"{end} (from a mean of {start}{other})"

    played = "one round" if rounds == 1 else f"{rounds} rounds"
    told = placed_in_words(words, issues, place)
    return (
        f"Exploratory: as the challenge model is read here ({name}), after {played} the issues "
        f"stand so. {told}"
    )
