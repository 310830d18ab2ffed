"""The tagger as PyTorch trains it; detente.evidence.tagging runs the same without PyTorch."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from detente.evidence.tagging.safetensors import load_arrays
from detente.evidence.tagging.windows import KINDS
from tools.marks import KINDS as MARKED

WIDTH = 384
_LAYERS, _HEADS = 6, 12
_PARTS = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "out": "attention.output.dense",
    "up": "intermediate.dense",
    "down": "output.dense",
}


class LowRank(nn.Module):
    """A frozen layer with a product of two small matrices added (LoRA, Hu et al. 2021)."""

    def __init__(self, weight: Tensor, bias: Tensor, rank: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(weight, requires_grad=False)
        self.bias = nn.Parameter(bias, requires_grad=False)
        self.low = nn.Parameter(torch.randn(rank, weight.shape[1]) / weight.shape[1] ** 0.5)
        self.high = nn.Parameter(torch.zeros(weight.shape[0], rank))

    def forward(self, x: Tensor) -> Tensor:
        """The layer's outputs."""
        return functional.linear(x, self.weight, self.bias) + functional.linear(
            functional.linear(x, self.low), self.high
        )


class Layer(nn.Module):
    """One layer of the encoder."""

    def __init__(self, arrays: Mapping[str, Tensor], at: str, rank: int) -> None:
        super().__init__()
        for part, name in _PARTS.items():
            weight, bias = arrays[f"{at}{name}.weight"], arrays[f"{at}{name}.bias"]
            self.add_module(part, LowRank(weight, bias, rank))
        self.after_attention = _norm(arrays, f"{at}attention.output.LayerNorm")
        self.after_feed = _norm(arrays, f"{at}output.LayerNorm")
        self.drop = nn.Dropout(0.1)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """The layer's outputs; ``mask`` is True where there is a piece."""
        many, length, width = x.shape

        def heads(y: Tensor) -> Tensor:
            return y.view(many, length, _HEADS, width // _HEADS).transpose(1, 2)

        met = functional.scaled_dot_product_attention(
            heads(self.query(x)), heads(self.key(x)), heads(self.value(x)), attn_mask=mask
        )
        met = met.transpose(1, 2).reshape(many, length, width)
        x = self.after_attention(x + self.drop(self.out(met)))
        return self.after_feed(x + self.drop(self.down(functional.gelu(self.up(x)))))


def _norm(arrays: Mapping[str, Tensor], name: str) -> nn.LayerNorm:
    norm = nn.LayerNorm(WIDTH, eps=1e-12)
    norm.weight.data, norm.bias.data = arrays[f"{name}.weight"], arrays[f"{name}.bias"]
    return norm.requires_grad_(False)


class Pair(nn.Module):
    """Classes for pairs of spans, as :class:`detente.evidence.tagging.heads.PairHead`."""

    def __init__(self, classes: int, hidden: int = 96, features: int = 64) -> None:
        super().__init__()
        self.l, self.r = nn.Linear(WIDTH, hidden), nn.Linear(WIDTH, hidden)
        self.u, self.v = nn.Linear(WIDTH, hidden), nn.Linear(WIDTH, hidden)
        self.tok, self.ctx = nn.Linear(WIDTH, features), nn.Linear(features, hidden)
        self.dist, self.out = nn.Embedding(48, hidden), nn.Linear(hidden, classes)
        self.drop = nn.Dropout(0.2)
        nn.init.normal_(self.dist.weight, std=0.05)
        nn.init.normal_(self.u.weight, std=0.01)
        nn.init.normal_(self.v.weight, std=0.01)
        with torch.no_grad():
            self.out.bias[0] += 2.0  # most pairs are nothing

    def forward(
        self,
        vectors: Tensor,
        rows: Sequence[tuple[int, int]],
        columns: Sequence[tuple[int, int]],
        far: np.ndarray,
    ) -> Tensor:
        """Scores, shape (rows, columns, classes)."""
        a, b = means(vectors, rows), means(vectors, columns)
        features = torch.relu(self.tok(vectors))
        first = np.array([c[0] for c in columns])
        last = np.array([c[1] for c in columns])
        own = torch.stack([features[c[0] : c[1]].max(0).values for c in columns])
        between = []
        for start, end in rows:
            onward = torch.cummax(features[start:], 0)[0]
            back = torch.cummax(features[:end].flip(0), 0)[0]
            after = torch.from_numpy(np.maximum(np.maximum(last, end) - 1 - start, 0))
            before = torch.from_numpy(np.clip(end - 1 - first, 0, end - 1))
            follows = torch.from_numpy(first >= start)[:, None]
            between.append(torch.where(follows, onward[after], torch.maximum(back[before], own)))
        hidden = self.l(a)[:, None] + self.r(b)[None] + self.u(a)[:, None] * self.v(b)[None]
        hidden = hidden + self.dist(torch.from_numpy(far)) + self.ctx(torch.stack(between))
        return self.out(self.drop(functional.gelu(hidden)))


def means(vectors: Tensor, spans: Sequence[tuple[int, int]]) -> Tensor:
    """The mean vector of each span."""
    share = np.zeros((len(spans), len(vectors)), np.float32)
    for n, (first, last) in enumerate(spans):
        share[n, first:last] = 1 / (last - first)
    return torch.from_numpy(share) @ vectors


class Network(nn.Module):
    """Encoder and heads. Only small parts of it are trained."""

    def __init__(self, folder: Path, rank: int = 8) -> None:
        super().__init__()
        arrays = {
            name: torch.from_numpy(np.array(value, np.float32))
            for name, value in load_arrays(folder / "model.safetensors").items()
            if value.dtype != np.int64
        }
        self.words = nn.Embedding.from_pretrained(arrays["embeddings.word_embeddings.weight"])
        places = arrays["embeddings.position_embeddings.weight"]
        sort = arrays["embeddings.token_type_embeddings.weight"][0]
        self.places = nn.Parameter(places + sort, requires_grad=False)
        self.norm = _norm(arrays, "embeddings.LayerNorm")
        self.kinds = nn.Embedding(len(KINDS), WIDTH)
        self.kinds.weight.data.zero_()
        self.layers = nn.ModuleList(
            Layer(arrays, f"encoder.layer.{n}.", rank) for n in range(_LAYERS)
        )
        self.drop = nn.Dropout(0.1)
        self.bio, self.sbio = nn.Linear(WIDTH, 3), nn.Linear(WIDTH, 3)
        self.trig = nn.Linear(WIDTH, 2)
        self.tkind = nn.Linear(WIDTH, len(MARKED["T"]))
        self.ekind = nn.Linear(WIDTH, len(MARKED["E"]))
        self.stance = nn.Linear(WIDTH, 1 + len(MARKED["S"]))
        self.rel, self.role, self.part = Pair(1 + len(MARKED["R"])), Pair(3), Pair(4)

    def forward(self, ids: Tensor, kinds: Tensor, mask: Tensor) -> Tensor:
        """The vectors of the pieces, shape (windows, pieces, 384)."""
        x = self.words(ids) + self.places[: ids.shape[1]] + self.kinds(kinds)
        x = self.drop(self.norm(x))
        for layer in self.layers:
            x = layer(x, mask[:, None, None, :])
        return x

    def learned(self) -> dict[str, np.ndarray]:
        """What was trained, under the names that detente.evidence.tagging looks for."""
        out = {}
        for name, value in self.named_parameters():
            if value.requires_grad:
                out[_name(name)] = value.detach().numpy().astype(np.float16)
        return out


def _name(name: str) -> str:
    layer = re.fullmatch(r"layers\.(\d+)\.(\w+)\.(low|high)", name)
    if layer is not None:
        return f"encoder.layer.{layer[1]}.{_PARTS[layer[2]]}.{layer[3]}"
    return "kinds" if name == "kinds.weight" else name
