"""Who must accept, and how many of the rest."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from detente.maths.packages.model import Booleans, PackageModel


@dataclass(frozen=True)
class Acceptance:
    """``required`` parties must accept, and ``at_least`` of the ``others``; both (n_parties,).

    The two do not overlap. Where all of the others are needed they are required instead, and
    where none is needed there are no others: two rules that say the same are equal in form.
    ``possible`` is False if more are asked for than there are.
    """

    required: Booleans
    others: Booleans
    at_least: int
    possible: bool = True

    @property
    def counted(self) -> Booleans:
        """Parties whose red lines can matter."""
        made: Booleans = self.required | self.others
        return made

    def stands(self, accepted: Booleans) -> Booleans:
        """True where a deal stands, given who accepts it, (n_deals, n_parties)."""
        if not self.possible:
            return np.zeros(accepted.shape[0], bool)
        made = accepted[:, self.required].all(axis=1)
        enough = accepted[:, self.others].sum(axis=1) >= self.at_least
        both: Booleans = np.logical_and(made, enough)
        return both


def acceptance(required: Booleans, voters: Booleans, quorum: int) -> Acceptance:
    """The rule "all of ``required``, and ``quorum`` voters, those required included"."""
    others = voters & ~required
    left = quorum - int((voters & required).sum())
    nobody = np.zeros_like(others)
    if left <= 0:
        return Acceptance(required.copy(), nobody, 0)
    if left >= others.sum():
        return Acceptance(required | others, nobody, 0, possible=bool(left == others.sum()))
    return Acceptance(required.copy(), others, left)


def acceptance_of(model: PackageModel) -> Acceptance:
    """The model's own rule."""
    return acceptance(model.vetoes, model.voters, model.quorum)
