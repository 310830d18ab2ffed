"""Which sets of red lines leave no package, over draws of the uncertain numbers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from detente.analyses.base import Analysis, Cell, Table
from detente.analyses.blocks.red_line_words import LineWords
from detente.analyses.packages.wording import Words, listed
from detente.case.case import Case
from detente.engines.blocks import Block
from detente.engines.tally import Tally, tally
from detente.errors import UnsuitableCase
from detente.maths.blocks.blocks import Blocks
from detente.maths.blocks.enumerated import TooManyChoices, all_deals, enumerate_blocks
from detente.maths.blocks.lines import Lines, lines_of
from detente.maths.packages.drawn_deals import some_stand
from detente.uncertainty.deal_draws import deal_draws, model_at, some_of
from detente.uncertainty.distribution import Floats
from detente.uncertainty.drawn_tables import Booleans, DrawnTables, TableDraws
from detente.uncertainty.draws import Spec, pilot_values, values_of
from detente.uncertainty.ensemble import SHARE, Asked, Ran, ensemble
from detente.uncertainty.packages import MOST_DEALS, n_deals
from detente.uncertainty.parameters import Parameters
from detente.uncertainty.share_bars import bars
from detente.uncertainty.shares import Part

SOURCE = "Liffiton & Sakallah 2008; draws: Metropolis & Ulam 1949"
#: Sets that are counted one by one.
LEADING = 12
#: Deals beyond which the sets are not looked for.
MOST_LISTED = 200_000
_MANY = 5_000
# Blocked rows of the pilot whose sets are worked out in full.
_PILOTED = 24


@dataclass(frozen=True)
class _Model:
    tables: TableDraws
    lines: Lines
    leading: tuple[tuple[int, ...], ...]


@lru_cache(maxsize=4)
def _model(spec: Spec) -> _Model:
    tables = TableDraws(spec.case, spec.parameters)
    drawn = tables.draw(spec.parameters.central[None])
    return _Model(tables, lines_of(model_at(drawn, 0)), spec.leading)


def leading_sets(case: Case, used: Parameters) -> tuple[tuple[int, ...], ...]:
    """Sets of places of :class:`Lines` that block where the pilot has no deal, most often first.

    Raises
    ------
    UnsuitableCase
        If there are too many packages to look at all of them in every draw.
    """
    deals = n_deals(case)
    if deals > MOST_DEALS:
        raise UnsuitableCase(
            f"{case.title}: {deals:,} packages; up to {MOST_DEALS:,} can be looked at in every "
            "draw. Leave issues or options out, or ask detente solve"
        )
    tables = TableDraws(case, used)
    drawn = tables.draw(pilot_values(used))
    blocked = np.flatnonzero(~some_stand(deal_draws(drawn)))
    step = max(1, blocked.size // _PILOTED)
    often: dict[tuple[int, ...], int] = {}
    for at in blocked[::step][:_PILOTED]:
        for one in _sets(drawn, int(at)):
            often[one] = often.get(one, 0) + 1
    ordered = sorted(often, key=lambda one: (-often[one], len(one), one))
    return tuple(ordered[:LEADING])


def _sets(drawn: DrawnTables, at: int) -> tuple[tuple[int, ...], ...]:
    model = model_at(drawn, at)
    if model.n_deals > MOST_LISTED:
        return ()
    try:
        found: Blocks = enumerate_blocks(lines_of(model), all_deals(model))
    except TooManyChoices:
        return ()
    return tuple(one for one in found.blocking if one)


@dataclass(frozen=True)
class _Outcome:
    """For each draw: whether nothing stands, which sets block, and which lines open alone."""

    blocked: Booleans
    blocks: Booleans
    opens: Booleans


def _outcome(model: _Model, values: Floats, *, lines: bool = True) -> _Outcome:
    drawn, numbers = model.tables.draw(values), model.lines.numbers
    blocked = ~some_stand(deal_draws(drawn))
    blocks = np.zeros((values.shape[0], len(model.leading)), bool)
    opens = np.zeros((values.shape[0], len(numbers)), bool)
    if blocked.any():
        # Lines that block leave no deal, so only draws without one need a look.
        for at, one in enumerate(model.leading):
            kept = frozenset(int(numbers[place]) for place in one)
            blocks[blocked, at] = ~some_stand(some_of(deal_draws(drawn, kept), blocked))
        every = frozenset(numbers.tolist())
        for at, number in enumerate(numbers.tolist() if lines else ()):
            opens[blocked, at] = some_stand(some_of(deal_draws(drawn, every - {number}), blocked))
    return _Outcome(blocked, blocks, opens)


def answer(block: Block[Spec]) -> Tally:
    """Counts of a block's draws."""
    found = _outcome(_model(block.context), values_of(block))
    return tally(
        block.size,
        counts={
            "blocked": np.array(found.blocked.sum()),
            "blocks": found.blocks.sum(axis=0),
            "opens": found.opens.sum(axis=0),
        },
    )


def headlines(case: Case, used: Parameters, values: Floats) -> dict[str, Floats]:
    """Whether nothing stands, and which leading sets of red lines block, (D,)."""
    model = _model(Spec(case, used, leading=leading_sets(case, used)))
    found = _outcome(model, values, lines=False)
    told = LineWords(Words(case, model.tables.base), model.lines)
    made = {"blocked": found.blocked.astype(np.float64)}
    for at, one in enumerate(model.leading):
        name = " + ".join(told.id(place) for place in one)
        made[f"blocks:{name}"] = found.blocks[:, at].astype(np.float64)
    return made


def analysis(ran: Ran) -> Analysis:
    """The shares of draws in which sets of red lines block."""
    model, made = _model(ran.spec), ran.tally
    told = LineWords(Words(ran.case, model.tables.base), model.lines)
    blocked = int(made.counts["blocked"])
    counts = made.counts["blocks"]
    order = np.argsort(-counts, kind="stable")
    rows: list[tuple[Cell, ...]] = []
    drawn = []
    for number, at in enumerate(order[counts[order] > 0].tolist(), 1):
        one = model.leading[at]
        share = ran.share(int(counts[at]))
        holders = sorted({int(model.lines.holders[place]) for place in one})
        rows.append(
            (
                number, *share, len(one), listed([told.words.names[p] for p in holders]),
                ", ".join(told.id(place) for place in one),
            )
        )  # fmt: skip
        drawn.append((f"set {number}", int(counts[at]) / made.draws, share[1], share[2]))
    lines = _line_rows(ran, told)
    none: list[tuple[Cell, ...]] = [
        ("no package stands", *ran.share(blocked)),
        ("some package stands", *ran.share(made.draws - blocked)),
    ]
    tables = [
        Table("blocked", "Whether anything stands", ("what", *SHARE), tuple(none), ran.note),
        Table(
            "sets",
            "What blocks: in which share of draws the lines of each row alone leave no package",
            ("set", *SHARE, "lines", "of", "red lines"),
            tuple(rows),
            "The sets are those that are least somewhere among a few hundred trials; in a draw "
            "fewer of their lines may do, and sets may block together."
            if rows
            else "",
        ),
        Table(
            "lines",
            "In which share of draws giving up one line alone opens a deal",
            ("red line", "party", *SHARE, "% of draws without a deal"),
            tuple(lines),
        ),
    ]
    return ensemble(
        ran,
        method="draws of blocking sets",
        source=SOURCE,
        answer=_answer(ran, told, rows, lines),
        tables=tables,
        figures=[bars("sets", "Share of draws in which a set of red lines blocks", drawn, "sets")]
        if drawn
        else (),
    )


def _line_rows(ran: Ran, told: LineWords) -> list[tuple[Cell, ...]]:
    made = ran.tally
    blocked, opens = int(made.counts["blocked"]), made.counts["opens"]
    return [
        (
            told.id(int(at)), told.party(int(at)), *ran.share(int(opens[at])),
            Part(int(opens[at]) / blocked),
        )
        for at in np.argsort(-opens, kind="stable")
        if opens[at]
    ]  # fmt: skip


def _answer(
    ran: Ran, told: LineWords, rows: list[tuple[Cell, ...]], lines: list[tuple[Cell, ...]]
) -> str:
    blocked = int(ran.tally.counts["blocked"])
    if not blocked:
        return f"Some package stands in every one of {ran.tally.draws:,} draws: nothing blocks."
    text = f"No package stands in {ran.told(blocked)}."
    if rows:
        counts = ran.tally.counts["blocks"]
        one = _model(ran.spec).leading[int(np.argmax(counts))]
        which = listed([told.whose(place) for place in one])
        often = ran.told(int(counts.max()))
        text += f" The set that blocks most often ({which}) does so in {often}."
    if lines:
        counts = ran.tally.counts["opens"]
        text += (
            f" Of single red lines {told.whose(int(np.argmax(counts)))} matters most: without it "
            f"alone there would be a deal in {ran.told(int(counts.max()), further=True)}."
        )
    else:
        text += " In no draw does giving up one red line alone open a deal."
    return text


BLOCKS = Asked(
    name="blocks",
    per_block=lambda case: 512 if n_deals(case) <= _MANY else 64,
    draws=lambda case: 10_000 if n_deals(case) <= _MANY else 2_000,
    leading=leading_sets,
    answer=answer,
    headlines=headlines,
    analysis=analysis,
)
