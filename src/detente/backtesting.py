"""The chain of ``detente backtest``: a table of resolved issues, every method, a leaderboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from detente.backtest.evaluate import evaluate, method_names
from detente.backtest.leaderboard import as_json, as_text
from detente.backtest.page import as_html
from detente.backtest.resolved import read_resolved
from detente.backtest.scored import Backtest

__all__ = ["as_html", "as_json", "as_text", "backtest", "method_names"]


def backtest(
    path: Path,
    methods: Sequence[str] | None = None,
    *,
    seed: int = 0,
    progress: Callable[[int, int], None] | None = None,
) -> Backtest:
    """Score methods on the resolved issues of a file.

    Parameters
    ----------
    path : Path
        A DEU table, or a CSV table as the how-to describes it.
    methods : sequence of str, optional
        Of :func:`method_names`; all but the slow ones if left out.
    seed : int
        For folds and bootstrap; 0 or more.
    progress : callable, optional
        Called with steps done and steps in all.

    Raises
    ------
    InputError
        If the file is no such table, or no method has one of the names.
    """
    return evaluate(read_resolved(path), methods, seed=seed, progress=progress)
