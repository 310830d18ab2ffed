"""HiGHS without a word on standard output, where answers are written."""

from __future__ import annotations

from functools import cache
from typing import Any


@cache
def _silent_class() -> Any:
    import highspy

    class SilentHighs(highspy.Highs):
        """Says nothing from the start: the constructor's first call would print a banner."""

        def enableCallbacks(self) -> None:  # noqa: N802
            """Turn the output off before anything is done."""
            self.setOptionValue("output_flag", False)
            super().enableCallbacks()  # type: ignore[no-untyped-call]

    return SilentHighs


def silent_highs() -> Any:
    """A new solver that prints nothing."""
    made = _silent_class()()
    made.setOptionValue("output_flag", False)
    return made
