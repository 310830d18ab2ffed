"""Which deals are acceptable to whom: counts, shares and some of them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from detente.analyses.base import Cell, Table
from detente.analyses.packages.wording import Words, number_of
from detente.maths.packages.choice import Room
from detente.maths.packages.counting import count_accepted, count_standing
from detente.maths.packages.layers import TooLinked
from detente.maths.packages.model import Integers, PackageModel
from detente.maths.packages.sampling import estimate_share

_SHOWN = 20


@dataclass(frozen=True)
class Acceptable:
    """How many deals all accept, how many stand, and each party alone; None where not counted.

    ``estimate`` is the share that all accept, the share that stands, and the standard error of
    a sample, where something was not counted.
    """

    by_all: int | None
    standing: int | None
    alone: tuple[int | None, ...]
    estimate: tuple[float, float, float] | None


def acceptable(model: PackageModel, everyone: Room, rule: Room) -> Acceptable:
    """Count; exact where deals are written out, else issue by issue as far as that goes."""
    parties = [int(p) for p in model.counted]
    if everyone.written_out:
        accepts = everyone.everything.accepts
        alone = tuple(int(accepts[p].sum()) for p in parties)
        return Acceptable(everyone.inside.size, int(rule.everything.stands.sum()), alone, None)
    try:
        by_all, standing = count_accepted(model, tuple(parties)), count_standing(model)
        each = tuple(count_accepted(model, (p,)) for p in parties)
    except TooLinked:
        by_all, standing, each = None, None, tuple(None for _ in parties)
    estimate = None
    if by_all is None or standing is None:
        # One fixed seed: the same case gives the same words.
        estimate = estimate_share(model, rng=np.random.default_rng(0))
    return Acceptable(by_all, standing, each, estimate)


def acceptance_table(model: PackageModel, words: Words, found: Acceptable) -> Table:
    """How many deals everyone accepts, how many stand, and how many each accepts alone."""
    whole = model.n_deals

    def row(who: str, count: int | None, guessed: float | None) -> tuple[Cell, ...]:
        share = guessed if count is None else 100 * count / whole
        return who, count, share

    by_all, standing, error = found.estimate or (None, None, None)
    rows = [
        row("all of them", found.by_all, None if by_all is None else 100 * by_all),
        row("enough of them", found.standing, None if standing is None else 100 * standing),
    ]
    rows += [
        row(words.names[party], count, None)
        for party, count in zip(model.counted, found.alone, strict=True)
    ]
    note = "Enough: every veto player and the quorum."
    if error is not None:
        note += (
            " Shares without a count are estimated from 50,000 packages drawn at random; "
            f"standard error {100 * error:.2g} points of percent."
        )
    return Table(
        "acceptable",
        f"Acceptable to whom, of {number_of(whole, 'package')}",
        ("accepted by", "packages", "percent of all"),
        tuple(rows),
        note,
    )


def sample_table(words: Words, room: Room, count: int | None, extra: Integers) -> Table:
    """Some of the acceptable deals, spread over all where they are written out."""
    if room.written_out:
        places = np.unique(np.linspace(0, max(0, room.inside.size - 1), _SHOWN).astype(np.int64))
        places = places[: room.inside.size]
        deals = room.everything.rows(room.inside[places])
        left = room.inside.size - deals.shape[0]
        note = "Evenly spread over all of them."
    else:
        deals = np.unique(extra, axis=0)[:_SHOWN]
        left = 0 if count is None else max(0, count - deals.shape[0])
        note = "Those that are best in some sense; they are too many to be written out."
    totals = room.model.totals(deals)
    return Table(
        "sample",
        "Some acceptable packages, in points",
        ("package", *words.names),
        tuple((words.deal(d), *words.row(t)) for d, t in zip(deals.tolist(), totals, strict=True)),
        note if left else "",
        left,
    )
