"""Train the tagger: ``python -m tools.train_tagger`` (needs PyTorch and the encoder).

Writes src/detente/evidence/tagging/learned.npz. Texts named with ``--hold`` are left out of
training, for measuring on them. The same seed on the same machine gives the same numbers;
another machine's may differ in the last bits, and so may what is learned.
"""

from __future__ import annotations

import argparse
import itertools
import json
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from benchmarks.scoring import SHARED
from detente.evidence.model import load_model
from detente.evidence.tagging.heads import distances
from detente.evidence.tagging.tagged_relations import TYPES
from detente.evidence.tagging.tagger import available_tagger
from detente.evidence.tagging.windows import Candidate, Window
from detente.evidence.tagging.wordpiece import Piece
from tools.tagger_data import ROOT, Example, Item, examples, vocab
from tools.tagger_network import Network, means

# The least shares that count, chosen on held-out texts (docs/explanation/tagger.md).
LIMITS = {
    "term": 0.9,
    "stance_run": 0.5,
    "stance": 0.6,
    "relation": 0.75,
    "event": 0.8,
    "role": 0.4,
    "part": 0.5,
}
_IGNORED = -100
_MUTUAL = {TYPES.index(t) for t in ("alliance", "alignment")}
# What may stand for what when names are exchanged.
_EXCHANGED = frozenset({"person", "state", "body"})
_LONGEST_NAME = 4
_LONGEST = 240


@dataclass
class Names:
    """Names seen, by kind, to put in place of one another: so that no name is learned."""

    pieces: dict[str, list[tuple[int, ...]]]
    chance: random.Random

    @classmethod
    def of(cls, found: Sequence[Example], seed: int) -> Names:
        """The names of all candidates."""
        seen: dict[str, set[tuple[int, ...]]] = {}
        for e in found:
            for c in e.window.candidates[1:]:
                if c.kind in _EXCHANGED and c.last - c.first <= _LONGEST_NAME:
                    ids = tuple(p.id for p in e.window.pieces[c.first : c.last])
                    seen.setdefault(c.kind, set()).add(ids)
        return cls({k: sorted(v) for k, v in seen.items()}, random.Random(seed))

    def exchanged(self, example: Example) -> Example:
        """The window with some of its actors under other names, each under one."""
        if self.chance.random() < 0.4:
            return example
        share = self.chance.choice([0.3, 0.7])
        window = example.window
        new: dict[tuple[str, tuple[int, ...]], tuple[int, ...]] = {}
        pieces: list[Piece] = []
        moved = [0] * (len(window.pieces) + 1)
        candidates = [window.candidates[0]]
        at = 0
        for c in window.candidates[1:]:
            for k in range(at, c.first):
                moved[k] = len(pieces)
                pieces.append(window.pieces[k])
            ids = tuple(p.id for p in window.pieces[c.first : c.last])
            if c.kind in _EXCHANGED and c.actor is not None:
                key = (c.actor, ids)
                if key not in new:
                    other = self.chance.random() < share
                    new[key] = self.chance.choice(self.pieces[c.kind]) if other else ids
                ids = new[key]
            first = len(pieces)
            for k in range(c.first, c.last):
                moved[k] = first + min(k - c.first, len(ids) - 1)
            start, end = window.pieces[c.first].start, window.pieces[c.last - 1].end
            pieces += [Piece(i, start, end) for i in ids]
            candidates.append(replace(c, first=first, last=len(pieces)))
            at = c.last
        for k in range(at, len(window.pieces)):
            moved[k] = len(pieces)
            pieces.append(window.pieces[k])
        if len(pieces) > _LONGEST:
            return example
        items = [
            replace(i, first=moved[i.first], last=max(moved[i.first], moved[i.last - 1]) + 1)
            for i in example.items
        ]
        made = Window(window.start, window.end, pieces, window.sentences, candidates)
        return replace(example, window=made, items=items)


def batch(windows: Sequence[Window], pieces: dict[str, int]) -> tuple[Tensor, Tensor, Tensor]:
    """Numbers of pieces, kinds and mask of several windows, filled up to the longest."""
    length = max(len(w.pieces) for w in windows) + 2
    ids = torch.zeros(len(windows), length, dtype=torch.long)
    kinds, mask = torch.zeros_like(ids), torch.zeros(len(windows), length, dtype=torch.bool)
    for n, w in enumerate(windows):
        row = [pieces["[CLS]"], *(p.id for p in w.pieces), pieces["[SEP]"]]
        ids[n, : len(row)], mask[n, : len(row)] = torch.tensor(row), True
        kinds[n, 0] = w.candidates[0].number
        for c in w.candidates[1:]:
            kinds[n, c.first + 1 : c.last + 1] = c.number
    return ids, kinds, mask


class Targets:
    """The losses of one window."""

    def __init__(self, network: Network, vectors: Tensor, example: Example) -> None:
        self.network, self.example = network, example
        window = example.window
        self.length = len(window.pieces)
        self.vectors = vectors[: self.length + 1]
        self.who = [(0, 1) if c.kind == "voice" else _at(c) for c in window.candidates]
        self.sentences = [window.sentence_of(c.first) for c in window.candidates]

    def loss(self) -> Tensor:
        """The sum of all losses of the window."""
        parts = [self._relations()]
        if not self.example.relations_only:
            parts += [self._runs("T", 0.3), self._runs("S", 0.2), self._words(), self._stances()]
            parts += [self._spans("T"), self._spans("E")]
        return torch.stack([p for p in parts if p is not None]).sum()

    def _items(self, letter: str) -> list[Item]:
        return [i for i in self.example.items if i.letter == letter]

    def _runs(self, letter: str, weight: float) -> Tensor:
        wanted = torch.zeros(self.length, dtype=torch.long)
        for i in self._items(letter):
            wanted[i.first : i.last] = 2
        for i in self._items(letter):
            wanted[i.first] = 1
        head = self.network.bio if letter == "T" else self.network.sbio
        return weight * functional.cross_entropy(head(self.vectors[1:]), wanted, reduction="sum")

    def _words(self) -> Tensor:
        wanted = torch.zeros(self.length, dtype=torch.long)
        for i in self._items("E"):
            wanted[i.first : i.last] = 1
        found = self.network.trig(self.vectors[1:])
        return 0.5 * functional.cross_entropy(found, wanted, reduction="sum")

    def _stances(self) -> Tensor:
        wanted = torch.zeros(len(self.who), dtype=torch.long)
        for i in self._items("S"):
            for k in i.one:
                wanted[k] = i.kind + 1
        held = {self._party(k) for k in range(1, len(wanted)) if wanted[k] > 0}
        for k in range(1, len(wanted)):
            if wanted[k] == 0 and self._party(k) in held:
                wanted[k] = _IGNORED  # another mention of a holder in the same sentence
        people = self.network.drop(means(self.vectors, self.who))
        return functional.cross_entropy(self.network.stance(people), wanted, reduction="sum")

    def _party(self, k: int) -> tuple[str | int, int]:
        return (self.example.parties[k] or k, self.sentences[k])

    def _relations(self) -> Tensor | None:
        count = len(self.who)
        if count < 2:
            return None
        far = distances(self.who, self.who, self.sentences, self.sentences)
        found = self.network.rel(self.vectors, self.who, self.who, far)
        weight = torch.full((found.shape[-1],), 2.0)
        weight[0] = 1.0
        return functional.cross_entropy(
            found.reshape(count * count, -1),
            self._bound().reshape(-1),
            weight=weight,
            reduction="sum",
        )

    def _bound(self) -> Tensor:
        """The relation of each pair; names do not change it, so it is worked out once."""
        known = self.example.memo.get("relations")
        if known is not None:
            return known
        count = len(self.who)
        wanted = torch.zeros(count, count, dtype=torch.long)
        told = set()
        for i in self._items("R"):
            for s, t in itertools.product(i.one, i.two):
                if not s or not t:
                    wanted[s, t] = _IGNORED  # an end that no words of the window name
                    continue
                for x, y in ((s, t), (t, s)) if i.kind in _MUTUAL else ((s, t),):
                    wanted[x, y] = i.kind + 1
                    told.add((self._party(x)[0], *self._party(y)))
        for x, y in itertools.permutations(range(count), 2):
            named = self.example.parties[x] is not None and self.example.parties[y] is not None
            if wanted[x, y] == 0 and named and (self._party(x)[0], *self._party(y)) in told:
                wanted[x, y] = _IGNORED  # other mentions of the same two in the sentence
        self.example.memo["relations"] = wanted
        return wanted

    def _spans(self, letter: str) -> Tensor | None:
        """What kind each term or event is, and what each candidate is to it."""
        items = self._items(letter)
        if not items:
            return None
        spans = [(i.first + 1, i.last + 1) for i in items]
        kinds, head = (
            (self.network.tkind, self.network.role)
            if letter == "T"
            else (self.network.ekind, self.network.part)
        )
        found = kinds(self.network.drop(means(self.vectors, spans)))
        loss = functional.cross_entropy(
            found, torch.tensor([i.kind for i in items]), reduction="sum"
        )
        wanted = torch.zeros(len(items), len(self.who), dtype=torch.long)
        for n, i in enumerate(items):
            sides = ((2, i.two), (1, i.one)) if letter == "T" else ((1, i.one), (2, i.two))
            for role, people in (*sides, (3, i.times)):
                wanted[n, list(people)] = role
            meant = {self.example.parties[k] for k in (*i.one, *i.two)} - {None}
            for k in range(1, len(self.who)):
                if wanted[n, k] == 0 and self.example.parties[k] in meant:
                    wanted[n, k] = _IGNORED
        at = [self.example.window.sentence_of(i.first) for i in items]
        far = distances(spans, self.who, at, self.sentences)
        roles = head(self.vectors, spans, self.who, far)
        flat = roles.reshape(-1, roles.shape[-1])
        weight = 0.5 if letter == "T" else 1.0
        return loss + weight * functional.cross_entropy(flat, wanted.reshape(-1), reduction="sum")


def _at(candidate: Candidate) -> tuple[int, int]:
    return candidate.first + 1, candidate.last + 1


def train(given: argparse.Namespace) -> None:
    """Train on all windows but those held out."""
    torch.manual_seed(given.seed)
    chance = random.Random(given.seed)
    folder = available_tagger()
    assert folder is not None
    pieces = vocab()
    held = tuple(h for h in given.hold.split(",") if h)
    found = [
        e
        for e in examples(load_model(tagger=False), given.shared)
        if not (held and e.text.startswith(held))
    ]
    names = Names.of(found, given.seed)
    network = Network(folder)
    wanted = [p for p in network.parameters() if p.requires_grad]
    print(
        f"{len(found):,} windows, {sum(len(e.window.pieces) for e in found):,} pieces, "
        f"{sum(p.numel() for p in wanted):,} numbers to learn"
    )
    steps = given.epochs * -(-len(found) // given.batch)
    optimiser = torch.optim.AdamW(wanted, lr=given.rate, weight_decay=0.01)
    pace = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, given.rate, total_steps=steps, pct_start=0.1
    )
    began = time.monotonic()
    for epoch in range(given.epochs):
        network.train()
        found.sort(key=lambda e: len(e.window.pieces) + chance.random() * 40)
        groups = [found[i : i + given.batch] for i in range(0, len(found), given.batch)]
        chance.shuffle(groups)
        total = 0.0
        for group in groups:
            changed = [names.exchanged(e) for e in group]
            vectors = network(*batch([e.window for e in changed], pieces))
            losses = [Targets(network, v, e).loss() for v, e in zip(vectors, changed, strict=True)]
            loss = torch.stack(losses).mean()
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(wanted, 5.0)
            optimiser.step()
            pace.step()
            total += float(loss.detach()) * len(group)
        spent = time.monotonic() - began
        print(f"epoch {epoch + 1}: loss {total / len(found):.2f}, {spent:.0f} s", flush=True)
        # After each epoch, so that a run that is stopped leaves what it has.
        limits = np.array(json.dumps(LIMITS))
        np.savez_compressed(given.output, limits=limits, **network.learned())


def main() -> None:
    """Train and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=SHARED)
    parser.add_argument("--hold", default="", help="beginnings of names of texts to leave out")
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--batch", type=int, default=8)
    parser.add_argument("--rate", type=float, default=1e-3)
    parser.add_argument("--seed", type=int, default=0)
    place = ROOT / "src/detente/evidence/tagging/learned.npz"
    parser.add_argument("-o", "--output", type=Path, default=place)
    given = parser.parse_args()
    train(given)
    print(f"{given.output}: {given.output.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
