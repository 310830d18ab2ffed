"""Which packages stand before and after a change, and who no longer accepts those that fall."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from detente.analyses.base import Cell, Table
from detente.analyses.packages.model_of_case import model_of_case
from detente.analyses.packages.wording import Words, listed, number_of
from detente.case.case import Case
from detente.maths.packages.enumeration import Enumeration
from detente.maths.packages.model import PackageModel

#: Packages up to which every one is looked at in both cases.
_MOST = 300_000
_SHOWN = 10


@dataclass(frozen=True)
class Fallen:
    """Packages that stand only before or only after, in words and as a table."""

    sentences: tuple[str, ...]
    table: Table | None


def fallen_and_new(before: Case, after: Case) -> Fallen:
    """Compare every package; nothing where issues or options differ, or they are too many."""
    old, new = before.tables(), after.tables()
    same = [o.ids for o in old.options] == [o.ids for o in new.options] and old.issues == new.issues
    models = model_of_case(before), model_of_case(after)
    if not same or models[0].n_deals > _MOST:
        return Fallen((), None)
    deals = Enumeration(models[0]).rows(np.arange(models[0].n_deals))
    accepted = [model.accepts(deals) for model in models]
    stood, stands = (m.stands(a) for m, a in zip(models, accepted, strict=True))
    lost, won = np.flatnonzero(stood & ~stands), np.flatnonzero(stands & ~stood)
    if not lost.size and not won.size:
        return Fallen((), None)
    words_old, words_new = Words(before, old), Words(after, new)
    told, rows = [], []
    if lost.size:
        against = _against(models[1], accepted[1][lost], words_new)
        told.append(
            f"{number_of(int(lost.size), 'package')} that stood no longer "
            f"{'does' if lost.size == 1 else 'do'}: {against}."
        )
        for row in lost[:_SHOWN]:
            why = _against(models[1], accepted[1][[row]], words_new)
            cells: tuple[Cell, ...] = (words_old.deal(deals[row].tolist()), "yes", "no", why)
            rows.append(cells)
    if won.size:
        against = _against(models[0], accepted[0][won], words_old)
        told.append(
            f"{number_of(int(won.size), 'package')} newly "
            f"{'stands' if won.size == 1 else 'stand'}; before: {against}."
        )
        for row in won[:_SHOWN]:
            why = _against(models[0], accepted[0][[row]], words_old)
            rows.append((words_new.deal(deals[row].tolist()), "no", "yes", f"before: {why}"))
    table = Table(
        "packages",
        "Packages that stand in one case only",
        ("package", "stood", "stands", "refused by"),
        tuple(rows),
        left_out=max(0, lost.size - _SHOWN) + max(0, won.size - _SHOWN),
    )
    return Fallen(tuple(told), table)


def _against(model: PackageModel, accepted: np.ndarray, words: Words) -> str:
    """Who refuses some deals, with how many of them each does, most first."""
    counts = [(int((~accepted[:, p]).sum()), p) for p in model.counted.tolist()]
    refusing = sorted((-count, party) for count, party in counts if count)
    if not refusing:
        return "too few accept"
    if len(accepted) == 1:
        return listed([words.names[party] for _, party in refusing])
    return "refused by " + listed(
        [f"{words.names[party]} ({-count:,})" for count, party in refusing]
    )
