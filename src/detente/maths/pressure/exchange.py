"""Position exchange: pairs of actors trade moves on two issues so that both gain as much.

F. N. Stokman and M. A. C. M. Van Oosten, in B. Bueno de Mesquita and F. N. Stokman (eds), *European
Community Decision Making* (1994), ch. 5. On each issue the expected outcome is the mean of the
positions that actors vote for, weighted by influence and salience. Two actors who stand on opposite
sides of it on two issues, and to whom the two matter in different proportions, each shift their
vote on the issue that matters less to them towards the other.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

import numpy as np
import numpy.typing as npt

from detente.maths.pressure.weights import Booleans, Floats, placed

Integers = npt.NDArray[np.int64]

#: Gains, and moves on the scale, of less than this are none.
NOTHING = 1e-10
#: Gains this close, as a part of the larger, are equal: chance decides.
TIE = 1e-12
#: How far an actor's own position follows its vote into the next round: a part for all, and one
#: that grows as the issue matters less to it.
FOLLOWS, FOLLOWS_IF_INDIFFERENT = 0.1, 0.4


@dataclass(frozen=True)
class Exchange:
    """A trade that was made.

    ``actors`` are two; the first moves its vote on ``issues[0]``, the second on ``issues[1]``,
    each towards the other's position: from ``before`` to ``after``. ``outcomes_before`` and
    ``outcomes_after`` are the expected outcomes on the two issues; ``gain`` what each of the two
    gains by it (points of the scale times salience); ``tied`` how many trades promised as much.
    """

    round: int
    actors: tuple[int, int]
    issues: tuple[int, int]
    before: tuple[float, float]
    after: tuple[float, float]
    outcomes_before: tuple[float, float]
    outcomes_after: tuple[float, float]
    gain: float
    tied: int


@dataclass(frozen=True)
class Exchanges:
    """Every trade in the order made, and what came of them; n actors, m issues.

    ``outcomes`` (rounds + 1, m) is the expected outcome at the start and after each round, nan
    where nobody has weight; ``votes`` (n, m) the last voting positions; ``gains`` (n,) what each
    actor gains or loses by all trades together, and ``externalities`` (n,) by those of others.
    """

    made: tuple[Exchange, ...]
    outcomes: Floats
    votes: Floats
    gains: Floats
    externalities: Floats

    @property
    def ties(self) -> int:
        """How often chance decided between trades of equal gain."""
        return sum(one.tied > 1 for one in self.made)


def exchange_positions(
    position: npt.ArrayLike,
    influence: npt.ArrayLike,
    salience: npt.ArrayLike,
    *,
    rounds: int = 1,
    rng: int | np.random.Generator | None = 0,
) -> Exchanges:
    """Let actors trade, the trade with the largest gain first, until none is left.

    Parameters
    ----------
    position : array of shape (n, m)
        Places by actor and issue; nan where an actor has none and takes no part.
    influence : array of shape (n,) or (n, m)
        0 or more; only ratios on an issue count.
    salience : array of shape (n, m)
        0 or more; gains are in its unit. Not used where there is no position.
    rounds : int
        How often trading begins anew, from positions that have followed the votes in part.
    rng : seed or generator
        Decides between trades of equal gain.

    Returns
    -------
    Exchanges

    Raises
    ------
    ValueError
        If ``rounds`` is less than 1; for weights see
        :func:`detente.maths.pressure.weights.placed`.

    Notes
    -----
    Neither mover goes past the other's position, nor takes the expected outcome past it. An actor
    moves its vote on an issue in one direction only, and no pair trades the same two issues twice
    in a round. All trades that are left are worked out anew from the votes after every trade.

    Examples
    --------
    >>> done = exchange_positions([[0, 0], [100, 100]], [1, 1], [[0.9, 0.1], [0.1, 0.9]])
    >>> done.outcomes.tolist()
    [[10.0, 90.0], [0.0, 100.0]]
    """
    if rounds < 1:
        raise ValueError(f"at least one round of trading is held; got {rounds}")
    given = np.asarray(position, dtype=np.float64)
    there = ~np.isnan(given)
    cares = np.where(there, np.asarray(salience, dtype=np.float64), 0.0)
    strong = np.asarray(influence, dtype=np.float64)
    strong = np.broadcast_to(strong[:, None] if strong.ndim == 1 else strong, given.shape)
    x, weight = placed(given, np.where(there, strong, 0.0) * cares)
    total = weight.sum(axis=0)
    share = np.divide(weight, total, out=np.zeros_like(weight), where=total > 0)
    generator = np.random.default_rng(rng)
    own, made = x.copy(), list[Exchange]()
    votes = own.copy()
    gains, outside = np.zeros(given.shape[0]), np.zeros(given.shape[0])
    outcomes = [(share * own).sum(axis=0)]
    for number in range(rounds):
        if number:
            part = (1 - np.clip(cares, 0, 1)) * FOLLOWS_IF_INDIFFERENT + FOLLOWS
            own = own + part * (votes - own)
            votes = own.copy()
        market = _Market(own, votes, share, cares, there)
        made += market.trade(number, generator, gains, outside)
        outcomes.append((share * votes).sum(axis=0))
    after = np.where(total > 0, np.array(outcomes), np.nan)
    return Exchanges(tuple(made), after, np.where(there, votes, np.nan), gains, outside)


class _Market:
    """Every trade there could be in a round; ``votes`` is changed as trades are made."""

    def __init__(
        self, own: Floats, votes: Floats, share: Floats, cares: Floats, there: Booleans
    ) -> None:
        self.own, self.votes, self.share, self.cares = own, votes, share, cares
        self.outcome = (share * votes).sum(axis=0)
        self.turned = np.zeros(own.shape)
        first, second, one, two = self._pairs(there)
        # The first of the two supplies the issue `one`, which matters less to it than to the other.
        self.first, self.second, self.one, self.two = first, second, one, two
        self.open = np.ones(first.size, dtype=bool)
        self.gain = np.zeros(first.size)
        self.shift = np.zeros((2, first.size))
        self._weigh_up(np.arange(first.size))

    def _pairs(self, there: Booleans) -> tuple[Integers, ...]:
        """Pairs of actors on opposite sides on two issues, turned so that both can gain."""
        left = self.own < self.outcome
        found: list[tuple[Integers, Integers, Integers, Integers]] = []
        for p, q in combinations(range(self.own.shape[1]), 2):
            both = np.flatnonzero(there[:, p] & there[:, q])
            i, j = (both[side] for side in np.triu_indices(both.size, 1))
            opposite = (left[i, p] != left[j, p]) & (left[i, q] != left[j, q])
            i, j = i[opposite], j[opposite]
            cross = self.cares[i, p] * self.cares[j, q] - self.cares[j, p] * self.cares[i, q]
            for keep, a, b in ((cross < 0, i, j), (cross > 0, j, i)):
                n = int(keep.sum())
                found.append((a[keep], b[keep], np.full(n, p), np.full(n, q)))
        if not found:
            nobody = np.zeros(0, dtype=np.int64)
            return nobody, nobody, nobody, nobody
        return tuple(np.concatenate(part) for part in zip(*found, strict=True))

    def _most(self, mover: Integers, to: Integers, issue: Integers) -> Floats:
        """How far each mover can shift the outcome towards the other's position."""
        goal, vote = self.own[to, issue], self.votes[mover, issue]
        way = np.sign(goal - vote)
        shift = np.minimum(
            np.abs(goal - vote) * self.share[mover, issue],
            np.maximum(way * (goal - self.outcome[issue]), 0.0),
        )
        return np.asarray(np.where(self.turned[mover, issue] * way < 0, 0.0, shift))

    def _weigh_up(self, which: Integers) -> None:
        """Shifts and gains of trades from the votes as they are."""
        a, b, p, q = self.first[which], self.second[which], self.one[which], self.two[which]
        cares = self.cares
        # Equal gain: what the first gives on p and the second on q stand in this ratio.
        ratio = (cares[a, p] + cares[b, p]) / (cares[a, q] + cares[b, q])
        on_p = np.minimum(self._most(a, b, p), self._most(b, a, q) / ratio)
        on_q = on_p * ratio
        gain = on_q * cares[a, q] - on_p * cares[a, p]
        with np.errstate(divide="ignore", invalid="ignore"):
            moves = np.minimum(on_p / self.share[a, p], on_q / self.share[b, q])
        self.shift[0, which], self.shift[1, which] = on_p, on_q
        self.gain[which] = np.where(self.open[which] & (moves > NOTHING), gain, 0.0)

    def trade(
        self, number: int, rng: np.random.Generator, gains: Floats, outside: Floats
    ) -> list[Exchange]:
        """Make trades until none is left; adds to the gains of actors."""
        made = []
        while self.gain.size and (most := self.gain.max()) > NOTHING:
            best = np.flatnonzero(self.gain >= most * (1 - TIE))
            chosen = int(best[0] if best.size == 1 else rng.choice(best))
            made.append(self._make(chosen, number, best.size, gains, outside))
            touched = np.isin(self.one, made[-1].issues) | np.isin(self.two, made[-1].issues)
            self._weigh_up(np.flatnonzero(touched & self.open))
        return made

    def _make(
        self, chosen: int, number: int, tied: int, gains: Floats, outside: Floats
    ) -> Exchange:
        """Make a trade."""
        a, b = int(self.first[chosen]), int(self.second[chosen])
        issues = int(self.one[chosen]), int(self.two[chosen])
        movers = ((a, b), (b, a))
        old = self.outcome.copy()
        before, after = [], []
        for (mover, to), issue, shift in zip(movers, issues, self.shift[:, chosen], strict=True):
            vote, goal = float(self.votes[mover, issue]), float(self.own[to, issue])
            way = np.sign(goal - vote)
            new = vote + way * shift / self.share[mover, issue]
            # All the way is exactly the other's position.
            new = goal if way * (goal - new) <= NOTHING else float(new)
            before.append(vote)
            after.append(new)
            self.votes[mover, issue] = new
            self.turned[mover, issue] = way
        self.outcome = (self.share * self.votes).sum(axis=0)
        nearer = np.abs(self.own - old) - np.abs(self.own - self.outcome)
        worth = (nearer * self.cares)[:, list(issues)].sum(axis=1)
        gains += worth
        others = np.ones(worth.size, dtype=bool)
        others[[a, b]] = False
        outside[others] += worth[others]
        self.open[chosen] = False
        gain = float(self.gain[chosen])
        self.gain[chosen] = 0.0
        return Exchange(
            number, (a, b), issues, (before[0], before[1]), (after[0], after[1]),
            (float(old[issues[0]]), float(old[issues[1]])),
            (float(self.outcome[issues[0]]), float(self.outcome[issues[1]])),
            gain, tied,
        )  # fmt: skip
