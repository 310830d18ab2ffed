"""Which levers suffice, and what the cheapest cost, over draws of the uncertain numbers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from detente.analyses.base import Analysis, Cell, Table
from detente.analyses.levers.uses import Uses, levers_of
from detente.analyses.packages.wording import listed
from detente.case.case import Case
from detente.case.tables import LeverTable
from detente.engines.blocks import Block
from detente.engines.tally import Tally, tally
from detente.errors import UnsuitableCase
from detente.maths.packages.drawn_deals import DealDraws, some_stand
from detente.maths.packages.model import NEVER, Integers
from detente.uncertainty.deal_draws import deal_draws, model_at, tables_of
from detente.uncertainty.distribution import Floats
from detente.uncertainty.drawn_tables import Booleans, DrawnTables, TableDraws
from detente.uncertainty.draws import Spec, pilot_values, values_of
from detente.uncertainty.ensemble import SHARE, Asked, Ran, ensemble
from detente.uncertainty.packages import MOST_DEALS, n_deals
from detente.uncertainty.parameters import Parameters
from detente.uncertainty.share_bars import bars

SOURCE = "enumeration and mixed-integer programming (Huangfu & Hall 2018); draws: Metropolis & \
Ulam 1949"
#: Uses of levers that are counted one by one.
LEADING = 8
_MANY = 5_000
_PILOTED = 24


@dataclass(frozen=True)
class _Model:
    tables: TableDraws
    leading: Integers
    priced: bool


@lru_cache(maxsize=4)
def _model(spec: Spec) -> _Model:
    tables = TableDraws(spec.case, spec.parameters)
    levers = tables.base.levers
    rows = np.array(spec.leading, np.int64).reshape(-1, len(levers.ids))
    return _Model(tables, rows, _priced(levers))


def _priced(levers: LeverTable) -> bool:
    """Whether costs are known, so that uses can be compared by them."""
    return bool(levers.cost_known.any()) or not levers.cost_known.size


def leading_uses(case: Case, used: Parameters) -> tuple[tuple[int, ...], ...]:
    """Uses of levers (units of each) to be counted one by one: the cheapest somewhere.

    Raises
    ------
    UnsuitableCase
        If the case has no levers, or too many packages to look at in every draw.
    """
    if not case.levers:
        raise UnsuitableCase(
            f"{case.title}: levers cannot be drawn; add levers: what somebody could add"
        )
    deals = n_deals(case)
    if deals > MOST_DEALS:
        raise UnsuitableCase(
            f"{case.title}: {deals:,} packages; up to {MOST_DEALS:,} can be looked at in every "
            "draw. Leave issues or options out, or ask detente solve"
        )
    tables = TableDraws(case, used)
    drawn = tables.draw(pilot_values(used))
    priced = _priced(tables.base.levers)
    lacking = np.flatnonzero(~some_stand(deal_draws(drawn)))
    step = max(1, lacking.size // _PILOTED)
    often: dict[tuple[int, ...], int] = {}
    for at in lacking[::step][:_PILOTED]:
        _, amounts = _cheapest(drawn, int(at), priced)
        if amounts is not None:
            key = tuple(amounts.tolist())
            often[key] = often.get(key, 0) + 1
    ordered = sorted(often, key=lambda one: (-often[one], one))
    # Two uses of the same levers in other amounts say little more than one: the larger counts.
    made: dict[tuple[bool, ...], tuple[int, ...]] = {}
    for one in ordered:
        levers = tuple(units > 0 for units in one)
        made[levers] = max(made.get(levers, one), one, key=sum)
    return tuple(made.values())[:LEADING]


def _cheapest(drawn: DrawnTables, at: int, priced: bool) -> tuple[float | None, Integers | None]:
    """Cost and units of the cheapest use in a draw; None where nothing suffices."""
    levers = levers_of(tables_of(drawn, at).levers, priced=priced)
    uses = Uses(model_at(drawn, at), levers, {}, priced)
    found = uses.cheapest(uses.goal)
    return (None if found.cost is None else found.cost / drawn.scale), found.amounts


def _helped(draws: DealDraws, drawn: DrawnTables, amounts: Integers) -> DealDraws:
    """The draws with a use of levers, whose points lower what deals must be worth."""
    gains = np.einsum("l,dlp->dp", amounts, drawn.effects)
    floors = np.where(draws.floors > NEVER, draws.floors - gains, draws.floors)
    return replace(draws, floors=floors)


@dataclass(frozen=True)
class _Outcome:
    """For each draw: whether a deal stands as it is, which uses suffice, the cheapest cost.

    ``cost`` is nan where nothing suffices, ``used`` (D, L) which levers the cheapest use has.
    """

    open: Booleans
    suffices: Booleans
    cost: Floats
    used: Booleans


def _outcome(model: _Model, values: Floats) -> _Outcome:
    drawn = model.tables.draw(values)
    draws = deal_draws(drawn)
    count = values.shape[0]
    open_ = some_stand(draws)
    suffices = np.zeros((count, model.leading.shape[0]), bool)
    for at, amounts in enumerate(model.leading):
        allowed = (amounts <= drawn.cap).all(axis=1)
        suffices[:, at] = some_stand(_helped(draws, drawn, amounts)) & allowed
    cost, used = np.zeros(count), np.zeros((count, model.leading.shape[1]), bool)
    for at in np.flatnonzero(~open_).tolist():
        found, units = _cheapest(drawn, at, model.priced)
        if found is None or units is None:
            cost[at] = np.nan
        else:
            cost[at], used[at] = found, units > 0
    return _Outcome(open_, suffices, cost, used)


def answer(block: Block[Spec]) -> Tally:
    """Counts and costs of a block's draws."""
    model = _model(block.context)
    found = _outcome(model, values_of(block))
    reached = ~np.isnan(found.cost)
    added = reached & ~found.open
    sets = model.leading > 0
    return tally(
        block.size,
        counts={
            "open": np.array(found.open.sum()),
            "reached": np.array(reached.sum()),
            "suffices": found.suffices.sum(axis=0),
            "used": found.used.sum(axis=0),
            "cheapest": (
                (found.used[:, None, :] == sets[None, :, :]).all(axis=2) & added[:, None]
            ).sum(axis=0),
        },
        sums={"cost": found.cost[added]},
        extremes={"cost": np.where(added, found.cost, np.nan)},
        rows={"cost": found.cost},
    )


def headlines(case: Case, used: Parameters, values: Floats) -> dict[str, Floats]:
    """The cheapest cost, and which leading uses of levers suffice, (D,)."""
    model = _model(Spec(case, used, leading=leading_uses(case, used)))
    found = _outcome(model, values)
    made = {"cost": found.cost}
    for at, amounts in enumerate(model.leading):
        made[f"suffices:{_ids(model, amounts)}"] = found.suffices[:, at].astype(np.float64)
    return made


def _ids(model: _Model, amounts: Integers) -> str:
    """A use of levers by ids, with units where more than one is used."""
    ids = model.tables.base.levers.ids
    transfer = model.tables.base.levers.transfer
    return " + ".join(
        f"{units:,} of {ids[at]}" if transfer[at] else ids[at]
        for at, units in enumerate(amounts.tolist())
        if units
    )


def analysis(ran: Ran) -> Analysis:
    """The shares of draws in which uses of levers suffice, and what the cheapest cost."""
    model, made = _model(ran.spec), ran.tally
    open_, reached = int(made.counts["open"]), int(made.counts["reached"])
    state: list[tuple[Cell, ...]] = [
        ("a deal stands without any lever", *ran.share(open_)),
        ("levers make a deal stand that would not", *ran.share(reached - open_)),
        ("no use of the levers makes a deal stand", *ran.share(made.draws - reached)),
    ]
    counts = made.counts["suffices"]
    rows: list[tuple[Cell, ...]] = []
    drawn = []
    for number, at in enumerate(np.argsort(-counts, kind="stable").tolist(), 1):
        share = ran.share(int(counts[at]))
        cheapest = ran.share(int(made.counts["cheapest"][at]))[0]
        rows.append((number, *share, cheapest, _ids(model, model.leading[at])))
        drawn.append((f"set {number}", int(counts[at]) / made.draws, share[1], share[2]))
    ids = model.tables.base.levers.ids
    names = [f'"{lever.name}"' for lever in ran.case.levers]
    used = made.counts["used"]
    lever_rows: list[tuple[Cell, ...]] = [
        (ids[at], *ran.share(int(used[at])), ran.case.levers[at].name)
        for at in np.argsort(-used, kind="stable").tolist()
    ]
    tables = [
        Table("state", "Whether levers are needed, and enough", ("what", *SHARE), tuple(state),
              ran.note),
        Table(
            "sets", "In which share of draws a use of levers suffices",
            ("set", *SHARE, "levers of the cheapest %", "levers"), tuple(rows),
            "Suffices: some package stands with these units, those draws counted in which it "
            "would without. Levers of the cheapest: share in which the cheapest use has exactly "
            "these levers, in whatever amount. The sets are cheapest somewhere among a few hundred "
            "trials." if rows else "",
        ),
        Table(
            "levers", "In which share of draws the cheapest use has a lever",
            ("lever", *SHARE, "name"), tuple(lever_rows),
        ),
        *_cost_table(ran, model),
    ]  # fmt: skip
    return ensemble(
        ran, method="draws of cheapest levers", source=SOURCE,
        answer=_answer(ran, model, names), tables=tables,
        figures=[bars("sets", "Share of draws in which a use of levers suffices", drawn, "sets")]
        if drawn else (),
        warnings=() if model.priced else [
            "no lever has a cost: the fewest levers count as the cheapest use"
        ],
    )  # fmt: skip


def _cost_table(ran: Ran, model: _Model) -> list[Table]:
    """What the cheapest use costs, where levers are needed and enough."""
    made = ran.tally
    count = int(made.counts["reached"]) - int(made.counts["open"])
    if not count or not model.priced:
        return []
    costs = made.rows["cost"]
    some = np.sort(costs[~np.isnan(costs) & (costs > 0)])
    middle = [None] * 3 if not some.size else [
        round(float(np.quantile(some, q, method="inverted_cdf")), 2) for q in (0.05, 0.5, 0.95)
    ]  # fmt: skip
    row = (
        round(float(made.sums["cost"].values()) / count, 2),
        round(float(made.lowest["cost"]), 2), *middle, round(float(made.highest["cost"]), 2), count,
    )  # fmt: skip
    return [
        Table(
            "cost", "What the cheapest use costs where one is needed and enough",
            ("mean", "least", "5 %", "half", "95 %", "most", "draws"), (row,),
            "In the case's own currency. The least, the most and the mean are of all draws; the "
            f"shares are of those among the first {ran.plan.keep:,}.",
        )
    ]  # fmt: skip


def _uses(amounts: Integers, names: list[str]) -> list[str]:
    """A use of levers in a sentence: names, with units where more than one is used."""
    return [
        f"{units:,} units of {names[at]}" if units > 1 else names[at]
        for at, units in enumerate(amounts.tolist())
        if units
    ]


def _answer(ran: Ran, model: _Model, names: list[str]) -> str:
    made = ran.tally
    open_, reached = int(made.counts["open"]), int(made.counts["reached"])
    if open_ == made.draws:
        return f"A deal stands without any lever in every one of {made.draws:,} draws."
    told = [f"A deal stands without any lever in {ran.told(open_)}."] if open_ else [
        "A deal stands without any lever in no draw."
    ]  # fmt: skip
    if reached == open_:
        told.append("No use of the levers opens one in any other draw.")
        return " ".join(told)
    told.append(f"Levers open one in {ran.told(reached - open_, further=True)}.")
    if len(model.leading):
        counts = made.counts["suffices"]
        best = listed(_uses(model.leading[int(np.argmax(counts))], names))
        told.append(
            f"The use that suffices most often ({best}) does in {ran.told(int(counts.max()))}."
        )
    most = int(np.argmax(made.counts["used"]))
    told.append(
        f"The cheapest use has {names[most]} more often than any other lever: in "
        f"{ran.told(int(made.counts['used'][most]))}."
    )
    return " ".join(told)


LEVERS = Asked(
    name="levers",
    per_block=lambda case: 128 if n_deals(case) <= _MANY else 16,
    draws=lambda case: 5_000 if n_deals(case) <= _MANY else 1_000,
    leading=leading_uses,
    answer=answer,
    headlines=headlines,
    analysis=analysis,
    keep=1_000,
)
