"""The lexicon of negotiation topics: what is negotiated, in which words one speaks of it.

``topics.csv`` was compiled from general knowledge of the field. ``low`` and ``high`` say what 0
and 100 mean on the topic's usual scale, without a word on who wants which; ``towards_high``
and ``towards_low`` are cues that ask for one end. ``faint`` cues speak of the topic only
in passing and make no issue by themselves; a hit that meets an ``excluded`` one is none.
``options.csv`` has outcomes that are usual on a topic, with the place they usually have.
"""

from __future__ import annotations

import bisect
import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from detente.case.draft.cues import CueBook, Hit, words_of

Direction = Literal["high", "low"]


@dataclass(frozen=True, slots=True)
class UsualOption:
    """An outcome that is usual on a topic, the place it has there, and its cues."""

    id: str
    name: str
    at: float
    cues: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """One row of the lexicon."""

    key: str
    name: str
    low: str
    high: str
    cues: tuple[str, ...]
    faint: tuple[str, ...]
    towards_high: tuple[str, ...]
    towards_low: tuple[str, ...]
    excluded: tuple[str, ...]
    options: tuple[UsualOption, ...]


@dataclass(frozen=True, slots=True)
class TopicHit:
    """Words that speak of a topic; ``direction`` is the end of the scale they ask for."""

    topic: str
    start: int
    end: int
    faint: bool = False
    direction: Direction | None = None


@cache
def topics() -> dict[str, Topic]:
    """All topics by key, in the order of the table."""
    options: dict[str, list[UsualOption]] = {}
    for row in _rows("options.csv"):
        option = UsualOption(row["option"], row["name"], float(row["at"]), _cues(row["cues"]))
        options.setdefault(row["topic"], []).append(option)
    return {
        row["topic"]: Topic(
            key=row["topic"],
            name=row["name"],
            low=row["low"],
            high=row["high"],
            cues=_cues(row["cues"]),
            faint=_cues(row["faint"]),
            towards_high=_cues(row["towards_high"]),
            towards_low=_cues(row["towards_low"]),
            excluded=_cues(row["excluded"]),
            options=tuple(options.get(row["topic"], ())),
        )
        for row in _rows("topics.csv")
    }


def _rows(name: str) -> Iterator[dict[str, str]]:
    yield from csv.DictReader(Path(__file__).with_name(name).read_text("utf-8").splitlines())


def _cues(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


@cache
def _book() -> CueBook:
    cues: dict[str, tuple[str, ...]] = {}
    for topic in topics().values():
        for kind in ("cues", "faint", "towards_high", "towards_low", "excluded"):
            cues[f"{kind}:{topic.key}"] = getattr(topic, kind)
        for option in topic.options:
            cues[f"option={option.id}:{topic.key}"] = option.cues
    return CueBook(cues)


class TopicsOfText:
    """Where a text speaks of which topic, found once for the whole text."""

    def __init__(self, text: str) -> None:
        found = _book().find(words_of(text))
        by_topic: dict[str, list[Hit]] = {}
        for hit in found:
            kind, _, topic = hit.key.partition(":")
            if kind == "excluded":
                by_topic.setdefault(topic, []).append(hit)
        self._hits: list[TopicHit] = []
        self._options: list[tuple[TopicHit, str]] = []
        for hit in found:
            kind, _, topic = hit.key.partition(":")
            if kind == "excluded" or _is_excluded(hit, by_topic.get(topic, ())):
                continue
            if kind.startswith("option="):
                made = TopicHit(topic, hit.start, hit.end)
                self._options.append((made, kind.removeprefix("option=")))
            else:
                directions: dict[str, Direction] = {"towards_high": "high", "towards_low": "low"}
                self._hits.append(
                    TopicHit(topic, hit.start, hit.end, kind == "faint", directions.get(kind))
                )
        self._starts = [h.start for h in self._hits]

    def within(self, start: int, end: int) -> list[TopicHit]:
        """The hits that lie wholly in ``start:end``."""
        low = bisect.bisect_left(self._starts, start)
        high = bisect.bisect_left(self._starts, end)
        return [h for h in self._hits[low:high] if h.end <= end]

    def options_within(self, start: int, end: int) -> list[tuple[TopicHit, str]]:
        """Usual options whose cues stand in ``start:end``, with their ids."""
        return [(h, o) for h, o in self._options if start <= h.start and h.end <= end]

    @property
    def options(self) -> list[tuple[TopicHit, str]]:
        """Usual options whose cues stand anywhere in the text."""
        return list(self._options)


def _is_excluded(hit: Hit, excluded: Sequence[Hit]) -> bool:
    low = bisect.bisect_left(excluded, hit.start - 200, key=lambda h: h.start)
    for other in excluded[low:]:
        if other.start >= hit.end:
            return False
        if other.end > hit.start:
            return True
    return False
