"""Who *I* is: the speaker of the quotation or of the turn in which the word stands."""

from __future__ import annotations

import bisect

from detente.evidence.affairs.rows import Row
from detente.evidence.affairs.slots import AUXILIARIES, RELATIVES, STOPS
from detente.evidence.reading import Reading

_ASIDES = frozenset({"also", "just", "recently", "personally", "have", "had", "’ve", "'ve", "both"})


_REACH = 9


class FirstPerson:
    """Looks up the speakers of one reading by place."""

    def __init__(self, reading: Reading) -> None:
        spoken = sorted(
            (q.span.start, q.span.end, q.speaker)
            for q in reading.quotations
            if q.speaker is not None
        )
        self._spoken = spoken
        self._starts = [start for start, _, _ in spoken]

    def subject(self, row: Row, i: int) -> str | None:
        """The actor that *I*, the subject of the verb at ``i``, stands for."""
        k = i - 1
        while k >= 0 and (
            row.low(k) in AUXILIARIES | _ASIDES or row.low(k).endswith("ly") or row[k].time
        ):
            k -= 1
        return self._at(row[k].start) if k >= 0 and row.low(k) == "i" else None

    def among(self, row: Row, i: int) -> str | None:
        """The actor who counts himself in: "**we** will meet", "**our** talks", of whoever speaks.

        For a noun at ``i`` the *we* is the subject of the verb that it hangs on.
        """
        for k in range(i - 1, max(-1, i - _REACH), -1):
            low = row.low(k)
            if low in {"we", "our"}:
                return self._at(row[k].start)
            if row[k].actor is not None or low in STOPS | RELATIVES or low == ",":
                return None
        return None

    def _at(self, offset: int) -> str | None:
        n = bisect.bisect_right(self._starts, offset) - 1
        if n < 0 or offset >= self._spoken[n][1]:
            return None
        return self._spoken[n][2]
