"""How far a run is: one source for the command line, screens and logs."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

# A screen is drawn again at most so often.
_SECONDS_BETWEEN_REPORTS = 0.2
# Points of time that the rate is judged by; when there are more, every second one is dropped.
_POINTS = 64


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is.

    Parameters
    ----------
    done : int
        Draws answered, those of an earlier part of a resumed run included.
    total : int
        Draws in all.
    draws_per_second : float or None
        Since this part of the run began; unknown before the first answer.
    seconds_left_low, seconds_left_high : float or None
        Between the fastest and the slowest rate seen over the whole, the last half and the last
        quarter of the time; unknown before the second answer.
    failed : int
        Draws that ended with an error; they are not in ``done``.
    """

    done: int
    total: int
    draws_per_second: float | None
    seconds_left_low: float | None
    seconds_left_high: float | None
    failed: int


class Meter:
    """Counts draws and reports at a bounded rate.

    Parameters
    ----------
    total : int
        Draws in all.
    report : callable
        Gets a :class:`Progress` at most five times a second, at the start and at the end.
    clock : callable, optional
        Seconds that never run backwards.
    """

    def __init__(
        self,
        total: int,
        report: Callable[[Progress], None],
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._total = total
        self._report = report
        self._clock = clock
        self._done = 0
        self._failed = 0
        self._here = 0
        self._answers = 0
        self._start = clock()
        self._points = [(self._start, 0)]
        self._last: float | None = None

    def there_already(self, draws: int) -> None:
        """Count draws that an earlier part of the run has answered."""
        self._done += draws
        self._tell()

    def answered(self, draws: int, *, failed: int = 0) -> None:
        """Count draws of a chunk that has just ended: those answered and those that failed."""
        self._done += draws
        self._failed += failed
        self._here += draws + failed
        self._answers += 1
        self._points.append((self._clock(), self._here))
        if len(self._points) > _POINTS:
            self._points = [*self._points[:-1:2], self._points[-1]]
        self._tell()

    def finish(self) -> None:
        """Report the end, whenever the last report was."""
        self._last = None
        self._tell()

    def _tell(self) -> None:
        now = self._clock()
        if self._last is None or now - self._last >= _SECONDS_BETWEEN_REPORTS:
            self._last = now
            self._report(self.progress())

    def progress(self) -> Progress:
        """Return how far the run is now."""
        rates = self._rates()
        low = high = None
        left = self._total - self._done - self._failed
        if left == 0:
            low = high = 0.0
        elif self._answers > 1 and rates:
            low, high = left / max(rates), left / min(rates)
        return Progress(
            self._done, self._total, rates[0] if rates else None, low, high, self._failed
        )

    def _rates(self) -> list[float]:
        """Draws a second over all the time, the last half and the last quarter of it."""
        end, here = self._points[-1]
        rates = []
        for part in (1.0, 0.5, 0.25):
            since = end - part * (end - self._start)
            time_then, here_then = max(p for p in self._points if p[0] <= since)
            if end > time_then and here > here_then:
                rates.append((here - here_then) / (end - time_then))
        return rates
