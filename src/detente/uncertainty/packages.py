"""Which packages are acceptable, and whether any is, over draws of the uncertain numbers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import prod

import numpy as np

from detente.analyses.base import Analysis, Cell, Table
from detente.analyses.packages.model_of_case import model_of_tables
from detente.analyses.packages.wording import Words
from detente.case.case import Case
from detente.engines.blocks import Block
from detente.engines.tally import Tally, tally
from detente.maths.packages.choice import Room
from detente.maths.packages.drawn_deals import DealDraws, Settled, deals_from_numbers, settle_draws
from detente.maths.packages.kalai_smorodinsky import kalai_smorodinsky
from detente.maths.packages.leximin import leximin
from detente.maths.packages.model import Booleans, Integers
from detente.maths.packages.nash import nash
from detente.maths.packages.settle import CANNOT_TELL
from detente.maths.packages.utilitarian import utilitarian
from detente.maths.packages.variations import any_stands
from detente.uncertainty.deal_draws import deal_draws, tables_of
from detente.uncertainty.distribution import Floats
from detente.uncertainty.drawn_tables import TableDraws
from detente.uncertainty.draws import Spec, pilot_values, values_of
from detente.uncertainty.ensemble import SHARE, Asked, Ran, ensemble
from detente.uncertainty.parameters import Parameters
from detente.uncertainty.share_bars import bars

SOURCE = "Nash 1950; Raiffa 1982; draws: Metropolis & Ulam 1949"
#: Deals up to which every draw looks at all of them.
MOST_DEALS = 5_000_000
#: Packages that are counted one by one.
LEADING = 8
_MANY = 5_000
_POINTS = (
    ("Nash", nash), ("Kalai-Smorodinsky", kalai_smorodinsky), ("egalitarian", leximin),
    ("utilitarian", utilitarian),
)  # fmt: skip


@dataclass(frozen=True)
class _Model:
    tables: TableDraws
    leading: Integers


@lru_cache(maxsize=4)
def _model(spec: Spec) -> _Model:
    tables = TableDraws(spec.case, spec.parameters)
    rows = np.array(spec.leading, np.int64).reshape(-1, len(tables.base.issues))
    return _Model(tables, rows)


def n_deals(case: Case) -> int:
    """How many packages there are."""
    return prod(len(choice.ids) for choice in case.tables().options)


def leading_packages(case: Case, used: Parameters) -> tuple[tuple[int, ...], ...]:
    """Packages to be counted one by one: the best at central values, then Nash's elsewhere."""
    tables = TableDraws(case, used)
    values = pilot_values(used)
    drawn = tables.draw(values)
    made: dict[tuple[int, ...], None] = {}
    model = model_of_tables(tables_of(drawn, 0))
    for among in ("all", "rule"):
        try:
            if among == "rule" and (made or not any_stands(model)):
                break
            room = Room(model, "all" if among == "all" else "rule")
            for _, point in _POINTS:
                for row in point(room).deals[:1].tolist():
                    made.setdefault(tuple(row))
        except CANNOT_TELL:
            break
    draws = deal_draws(drawn)
    if draws.n_deals <= MOST_DEALS:
        found = settle_draws(draws).nash
        numbers, counts = np.unique(found[found >= 0], return_counts=True)
        often = numbers[np.lexsort((numbers, -counts))]
        for row in deals_from_numbers(often[:LEADING], draws.shape).tolist():
            made.setdefault(tuple(row))
    return tuple(made)[:LEADING]


@dataclass(frozen=True)
class _Outcome:
    """For each draw: who accepts the leading packages, and what becomes of all, if looked at."""

    accepted: Booleans
    stands: Booleans
    settled: Settled | None
    is_nash: Booleans


def _outcome(model: _Model, values: Floats) -> _Outcome:
    draws = deal_draws(model.tables.draw(values))
    accepted, stands = draws.outcomes(model.leading)
    settled = settle_draws(draws) if draws.n_deals <= MOST_DEALS else None
    is_nash = np.zeros(stands.shape, bool)
    if settled is not None and model.leading.size:
        numbers = _numbers(draws, model.leading)
        is_nash = settled.nash[:, None] == numbers[None, :]
    return _Outcome(accepted, stands, settled, is_nash)


def _numbers(draws: DealDraws, rows: Integers) -> Integers:
    return np.asarray(np.ravel_multi_index(tuple(rows.T), draws.shape), np.int64)


def answer(block: Block[Spec]) -> Tally:
    """Counts of a block's draws."""
    found = _outcome(_model(block.context), values_of(block))
    counts = {
        "accepted": found.accepted.sum(axis=0),
        "stands": found.stands.sum(axis=0),
        "nash": found.is_nash.sum(axis=0),
    }
    if found.settled is None:
        return tally(block.size, counts=counts)
    counts["deal"] = np.array((found.settled.standing > 0).sum())
    counts["unanimous"] = np.array((found.settled.by_all > 0).sum())
    counts["settled"] = np.array((found.settled.nash >= 0).sum())
    return tally(
        block.size, counts=counts, sums={"standing": found.settled.standing.astype(float)},
        extremes={"standing": found.settled.standing},
    )  # fmt: skip


def headlines(case: Case, used: Parameters, values: Floats) -> dict[str, Floats]:
    """Whether some package stands, Nash's, and who accepts the leading ones, (D,)."""
    model = _model(Spec(case, used, leading=leading_packages(case, used)))
    found, words = _outcome(model, values), Words(case, model.tables.base)
    made: dict[str, Floats] = {}
    if found.settled is not None:
        made["deal"] = (found.settled.standing > 0).astype(np.float64)
        made["nash"] = found.settled.nash.astype(np.float64)
    for at, row in enumerate(model.leading.tolist()):
        made[f"accepted:{words.deal(row)}"] = found.accepted[:, at].astype(np.float64)
        made[f"stands:{words.deal(row)}"] = found.stands[:, at].astype(np.float64)
    return made


def analysis(ran: Ran) -> Analysis:
    """The shares of draws in which packages stand."""
    model, made = _model(ran.spec), ran.tally
    words = Words(ran.case, model.tables.base)
    order: Integers = np.argsort(-made.counts["stands"], kind="stable").astype(np.int64)
    rows: list[tuple[Cell, ...]] = []
    drawn = []
    for number, at in enumerate(order, 1):
        name = words.deal(model.leading[at].tolist())
        stands = ran.share(int(made.counts["stands"][at]))
        nash_share = (
            ran.share(int(made.counts["nash"][at]))[0] if "settled" in made.counts else None
        )
        accepted = ran.share(int(made.counts["accepted"][at]))[0]
        rows.append((number, *stands, accepted, nash_share, name))
        drawn.append((f"package {number}", stands[0] or 0.0, stands[1], stands[2]))
    best = model.leading[order[0]].tolist() if len(order) else []
    tables = [
        Table(
            "packages",
            "The leading packages: in which share of draws each stands",
            ("package", *SHARE, "all accept %", "is Nash's %", "options"),
            tuple(rows),
            f"Stands: accepted by every veto player and by enough voters. {ran.note} The packages "
            "are those that are best in some sense at central values, and Nash's package "
            "elsewhere; the numbers of the rows are those of the figure.",
        ),
        Table(
            "options",
            "Package 1",
            ("issue", "option"),
            tuple((words.issues[i], words.option(i, n)) for i, n in enumerate(best)),
        ),
        Table(
            "changes",
            "Where the other leading packages differ from package 1",
            ("package", "issue", "option", "instead of"),
            tuple(
                (number, words.issues[i], words.option(i, n), words.option(i, best[i]))
                for number, at in enumerate(order, 1)
                for i, n in enumerate(model.leading[at].tolist())
                if n != best[i]
            ),
        ),
    ]
    figures = [bars("packages", "Share of draws in which a package stands", drawn, "packages")]
    if "settled" in made.counts:
        tables.insert(0, _deal_table(ran))
    return ensemble(
        ran, method="draws of packages", source=SOURCE, answer=_answer(ran, model, words, order),
        tables=tables, figures=figures if drawn else (),
        warnings=() if "settled" in made.counts else [
            "there are too many packages to look at all of them in every draw: only the leading "
            "ones are counted, and whether any other stands is not told"
        ],
    )  # fmt: skip


def _deal_table(ran: Ran) -> Table:
    made = ran.tally
    none = made.draws - int(made.counts["deal"])
    rows: list[tuple[Cell, ...]] = [
        ("some package stands", *ran.share(int(made.counts["deal"]))),
        ("some package is acceptable to all", *ran.share(int(made.counts["unanimous"]))),
        ("no package stands", *ran.share(none)),
        ("there is a Nash package", *ran.share(int(made.counts["settled"]))),
    ]
    return Table("deal", "Whether there is a deal at all", ("what", *SHARE), tuple(rows), ran.note)


def _answer(ran: Ran, model: _Model, words: Words, order: Integers) -> str:
    made, told = ran.tally, []
    if "deal" in made.counts:
        count = int(made.counts["deal"])
        if count:
            rest = ", and none in the others" if count < made.draws else ""
            told.append(f"Some package stands in {ran.told(count)}{rest}.")
        else:
            told.append(f"No package stands in any of {made.draws:,} draws.")
        mean = float(made.sums["standing"].values()) / made.draws if made.draws else 0.0
        if count:
            told.append(f"On average {mean:,.3g} of {n_deals_of(model):,} packages stand.")
    if len(order) and made.counts["stands"][order[0]]:
        row = model.leading[order[0]].tolist()
        text = words.named(row)
        which = "package 1 of the table" if text == f"({words.deal(row)})" else text
        told.append(
            f"Of the leading packages {which} stands most often: in "
            f"{ran.told(int(made.counts['stands'][order[0]]))}."
        )
    elif len(order):
        told.append("None of the leading packages stands in any draw.")
    return " ".join(told) or "No package stands at central values, and no other was looked at."


def n_deals_of(model: _Model) -> int:
    """How many packages there are in the draws."""
    return prod(len(choice.ids) for choice in model.tables.base.options)


PACKAGES = Asked(
    name="packages",
    per_block=lambda case: 1_024 if n_deals(case) <= _MANY else 64,
    draws=lambda case: 10_000 if n_deals(case) <= _MANY else 2_000,
    leading=leading_packages,
    answer=answer,
    headlines=headlines,
    analysis=analysis,
)
