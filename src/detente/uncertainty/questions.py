"""The questions that can be asked of draws."""

from __future__ import annotations

from typing import get_args

from detente.errors import InputError
from detente.uncertainty.ensemble import Asked
from detente.uncertainty.parameters import Question


def question_named(name: str) -> Asked:
    """How a question is asked of draws.

    Raises
    ------
    InputError
        If it is none of them.
    """
    # Each brings its solvers along: only the one that is asked is loaded.
    if name == "pressure":
        from detente.uncertainty.pressure import PRESSURE

        return PRESSURE
    if name == "packages":
        from detente.uncertainty.packages import PACKAGES

        return PACKAGES
    if name == "blocks":
        from detente.uncertainty.blocks import BLOCKS

        return BLOCKS
    if name == "levers":
        from detente.uncertainty.levers import LEVERS

        return LEVERS
    if name == "stability":
        from detente.uncertainty.stability import STABILITY

        return STABILITY
    raise InputError(
        f"{name!r} cannot be asked of draws; one can ask {', '.join(get_args(Question))}"
    )
