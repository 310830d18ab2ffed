"""In which per cent of draws a state holds for every party, by concept."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from detente.analyses.base import Analysis, Cell, Reason, Table
from detente.analyses.stability.conflict import listed
from detente.analyses.stability.graph_of_case import conflict_of
from detente.analyses.stability.solution import STRENGTH, meaning
from detente.case.case import Case
from detente.engines.blocks import Block
from detente.engines.tally import Tally, tally
from detente.maths.graph_model.concepts import CONCEPTS
from detente.uncertainty.distribution import Floats
from detente.uncertainty.drawn_tables import Integers
from detente.uncertainty.draws import Spec, pilot_values, values_of
from detente.uncertainty.ensemble import SHARE, Asked, Ran, Share, ensemble
from detente.uncertainty.parameters import Parameters, parameters_of
from detente.uncertainty.share_bars import bars
from detente.uncertainty.shares import Part
from detente.uncertainty.state_draws import StateDraws

SOURCE = "Fang, Hipel & Kilgour 1993; Rego & Vieira 2017; draws: Metropolis & Ulam 1949"
#: Ways to settle open comparisons up to which all are gone through.
MOST_WAYS = 20_000
#: Rows of the table, and of the figure.
SHOWN, DRAWN = 40, 12
_ORDER = tuple(c for c in STRENGTH if c in CONCEPTS)


@lru_cache(maxsize=4)
def _model(spec: Spec) -> StateDraws:
    return StateDraws.of(spec.case, spec.parameters)


def open_comparisons(case: Case) -> bool:
    """Whether some comparison of states is not known."""
    return conflict_of(case).uncertain


def ways_to_settle(case: Case, used: Parameters, most: int) -> int | None:
    """In how many ways open comparisons can turn out, where that is all there is and few enough."""
    if used.k:
        return None
    pairs = StateDraws.of(case, used).n_open
    ways = 3**pairs if pairs <= 40 else None
    return ways if ways is not None and ways <= min(most, MOST_WAYS) else None


def _exact(spec: Spec) -> bool:
    return spec.leading == ("exact",)


def answer(block: Block[Spec]) -> Tally:
    """In how many draws of a block each state holds, by concept."""
    model, values = _model(block.context), values_of(block)
    ways = model.ways(block, exact=_exact(block.context))  # type: ignore[arg-type]
    counts = np.zeros((len(CONCEPTS), model.conflict.n_states), np.int64)
    none = np.zeros(len(CONCEPTS), np.int64)
    for row, settled in zip(values, ways, strict=True):
        found = model.holds(row, settled)
        counts += found
        none += ~found.any(axis=1)
    return tally(block.size, counts={"holds": counts, "none": none})


def headlines(case: Case, used: Parameters, values: Floats) -> dict[str, Floats]:
    """Whether states hold, (D,): those that do somewhere among the pilot's rows or these."""
    model = StateDraws.of(case, used)
    pilot = np.array([model.holds(row, None) for row in pilot_values(used)])
    found = np.array([model.holds(row, None) for row in values])
    shape = (len(values), *pilot.shape[1:])
    found = found.reshape(shape)
    made: dict[str, Floats] = {}
    for number, concept in enumerate(CONCEPTS):
        for state in np.flatnonzero(pilot[:, number].any(axis=0)):
            name = f"holds:{concept}:{model.conflict.label(int(state))}"
            made[name] = found[:, number, state].astype(np.float64)
    return made


def analysis(ran: Ran) -> Analysis:
    """The shares of draws in which states hold."""
    model, made = _model(ran.spec), ran.tally
    conflict, holds = model.conflict, made.counts["holds"]
    by: dict[str, Integers] = {concept: holds[CONCEPTS.index(concept)] for concept in _ORDER}
    some = np.flatnonzero(holds.any(axis=0))
    # The states that hold most often under the most demanding concepts first.
    keys = [some, *(-by[concept][some] for concept in reversed(_ORDER))]
    order = some[np.lexsort(keys)]
    now = conflict.status_quo
    rows: list[tuple[Cell, ...]] = [
        (
            conflict.label(int(state)),
            *(Part(int(by[c][state]) / made.draws) for c in _ORDER),
            None if now is None else int(state) == now,
        )
        for state in order[:SHOWN]
    ]
    detail: list[tuple[Cell, ...]] = [
        (conflict.label(int(state)), concept, *_share(ran, int(by[concept][state])))
        for state in order
        for concept in _ORDER
    ]
    told = "; ".join(f"{c}: {meaning(c)}" for c in _ORDER)
    states = Table(
        "states", "In which per cent of draws a state holds for every party",
        ("state", *_ORDER, "status quo"), tuple(rows), f"{told}. {_note(ran)}",
        max(0, order.size - SHOWN),
    )  # fmt: skip
    none: list[tuple[Cell, ...]] = [
        (concept, *_share(ran, int(made.counts["none"][CONCEPTS.index(concept)])))
        for concept in _ORDER
    ]
    marked, figure_rows = _figure_rows(ran, order, by)
    name = f"Share of draws in which a state holds under {marked}"
    return ensemble(
        ran, method="draws of the graph model", source=SOURCE, answer=_answer(ran, order, by),
        tables=[
            states,
            Table("none", "In which share of draws no state holds",
                  ("concept", *SHARE), tuple(none)),
            Table("intervals", "The shares with their intervals",
                  ("state", "concept", *SHARE), tuple(detail),
                  _note(ran), detail=True),
        ],
        figures=[bars("states", name, figure_rows, "states")] if figure_rows else (),
        reasons=_reasons(model), warnings=_warnings(model),
    )  # fmt: skip


def _share(ran: Ran, count: int) -> Share:
    if _exact(ran.spec):
        return Part(count / ran.tally.draws), None, None
    return ran.share(count)


def _note(ran: Ran) -> str:
    if _exact(ran.spec):
        return (
            f"All {ran.tally.draws:,} ways in which the open comparisons can turn out were gone "
            "through, each counted as likely as any other: the shares are exact."
        )
    if not ran.by_chance:
        return ran.note
    half = 0.98 / np.sqrt(ran.tally.draws)
    return (
        f"The 95 % intervals of these shares are at most {200 * half:.2g} points wide; the table "
        "of intervals (--json) has each."
    )


def _figure_rows(
    ran: Ran, order: Integers, by: dict[str, Integers]
) -> tuple[str, list[tuple[str, float, float | None, float | None]]]:
    """The states that hold most often, under the most demanding concept that any holds under."""
    for concept in _ORDER:
        if by[concept].any():
            first = order[np.argsort(-by[concept][order], kind="stable")][:DRAWN]
            label = _model(ran.spec).conflict.label
            rows: list[tuple[str, float, float | None, float | None]] = []
            for state in first:
                count = int(by[concept][state])
                if count:
                    _, low, high = _share(ran, count)
                    rows.append((label(int(state)), count / ran.tally.draws, low, high))
            return concept, rows
    return "", []


def _answer(ran: Ran, order: Integers, by: dict[str, Integers]) -> str:
    conflict = _model(ran.spec).conflict
    if not order.size:
        return f"In none of {ran.tally.draws:,} draws does any state hold for every party."
    told: list[tuple[list[str], str, str]] = []
    for concept in _ORDER:
        if not by[concept].any():
            continue
        best = int(order[np.argmax(by[concept][order])])
        text = _told(ran, int(by[concept][best]))
        if told and told[-1][1:] == (conflict.said(best), text):
            told[-1][0].append(concept)
        else:
            told.append(([concept], conflict.said(best), text))
    lines = [f"Under {listed(c)} the state {s} holds most often: in {t}." for c, s, t in told]
    now = conflict.status_quo
    if now is not None:
        shares = [f"{_told(ran, int(by[c][now]))} under {c}" for c in _ORDER if by[c][now]]
        said = conflict.said(now)
        lines.append(
            f"The status quo {said} holds in {', '.join(shares)}." if shares
            else f"The status quo {said} holds in no draw."
        )  # fmt: skip
    return " ".join(lines)


def _told(ran: Ran, count: int) -> str:
    if not _exact(ran.spec):
        return ran.told(count)
    return f"{count:,} of {ran.tally.draws:,} ways"


def _warnings(model: StateDraws) -> list[str]:
    """What the conflict warns of, save that ranges are taken in the middle: here they are drawn."""
    return [w for w in model.conflict.warnings if not (model.cells and "are ranges" in w)]


def _reasons(model: StateDraws) -> list[Reason]:
    """Which comparisons are open, where some are."""
    conflict = model.conflict
    if not model.n_open:
        return []
    parties = np.unique(model.open_pairs[0]).tolist()
    made = []
    for party in parties:
        count = int((model.open_pairs[0] == party).sum())
        what = "1 comparison" if count == 1 else f"{count:,} comparisons"
        made.append(
            Reason(
                f"{what} of states by {conflict.names[party]} "
                f"{'is' if count == 1 else 'are'} not known; in each draw it turns out better, "
                "worse or equal, each as likely, whatever the others do.",
                conflict.about_party(party),
            )
        )
    return made


def _per_block(case: Case) -> int:
    return 64 if conflict_of(case).n_states <= 1 << 12 else 8


def _draws(case: Case) -> int:
    size = conflict_of(case).n_states
    graph = parameters_of(case, "stability").k == 0 or conflict_of(case).form is None
    if graph:
        return 5_000 if size <= 100 else max(100, min(5_000, 200_000_000 // size**3))
    return 5_000 if size <= 1 << 10 else 1_000


STABILITY = Asked(
    name="stability",
    per_block=_per_block,
    draws=_draws,
    leading=lambda case, used: (),
    answer=answer,
    headlines=headlines,
    analysis=analysis,
    exact=ways_to_settle,
)
