"""The network of the reader, in torch: a small transformer with two outputs a token, start and end of an answer.

It has the shape of the encoder whose weights it starts from: six layers, 384 wide, 12 heads. Its first token stands for
"no answer here". Nothing is dropped at random in training: samples are shown twice or so, and half the time is saved.
"""

from __future__ import annotations

import json
import struct
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.functional import gelu, scaled_dot_product_attention

__all__ = ["HEADS", "LAYERS", "WIDTH", "ReaderNetwork", "read_weights"]

LAYERS, WIDTH, HEADS, INNER, TOKENS, POSITIONS = 6, 384, 12, 1_536, 30_522, 512
NORM_EPS = 1e-12


class _Block(nn.Module):
    """One layer: each token looks at the others, then at itself."""

    def __init__(self) -> None:
        super().__init__()
        self.looking = nn.Linear(WIDTH, 3 * WIDTH)  # query, key, value
        self.looked = nn.Linear(WIDTH, WIDTH)
        self.norm_looked = nn.LayerNorm(WIDTH, eps=NORM_EPS)
        self.widened = nn.Linear(WIDTH, INNER)
        self.narrowed = nn.Linear(INNER, WIDTH)
        self.norm_narrowed = nn.LayerNorm(WIDTH, eps=NORM_EPS)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        n, length, _ = x.shape
        query, key, value = self.looking(x).view(n, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        seen = scaled_dot_product_attention(query, key, value, attn_mask=mask)
        x = self.norm_looked(x + self.looked(seen.transpose(1, 2).reshape(n, length, WIDTH)))
        return self.norm_narrowed(x + self.narrowed(gelu(self.widened(x))))


class ReaderNetwork(nn.Module):
    """Tokens in; two numbers a token out, one for the start and one for the end of the answer."""

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(TOKENS, WIDTH)
        self.places = nn.Embedding(POSITIONS, WIDTH)
        self.sides = nn.Embedding(2, WIDTH)  # question, passage
        self.norm = nn.LayerNorm(WIDTH, eps=NORM_EPS)
        self.blocks = nn.ModuleList(_Block() for _ in range(LAYERS))
        self.ends = nn.Linear(WIDTH, 2)
        nn.init.normal_(self.ends.weight, std=0.02)
        nn.init.zeros_(self.ends.bias)

    def forward(self, tokens: Tensor, sides: Tensor, mask: Tensor | None = None) -> Tensor:
        """Return (n, length, 2). mask: (n, length), which tokens there are; None where all are."""
        places = torch.arange(tokens.shape[1], device=tokens.device)
        x = self.norm(self.words(tokens) + self.places(places) + self.sides(sides))
        seen = None if mask is None else mask[:, None, None, :]
        for block in self.blocks:
            x = block(x, seen)
        ends: Tensor = self.ends(x)
        return ends


def read_weights(path: Path, network: ReaderNetwork) -> None:
    """Read the weights of the encoder in a file of tensors (safetensors) into the network; its two outputs stay."""
    held = _read_tensors(path)
    embeddings = {"words": "word", "places": "position", "sides": "token_type"}
    state = {f"{name}.weight": held[f"embeddings.{theirs}_embeddings.weight"] for name, theirs in embeddings.items()}
    parts = {"norm": "embeddings.LayerNorm"}
    for n in range(LAYERS):
        theirs = f"encoder.layer.{n}"
        parts |= {
            f"blocks.{n}.looked": f"{theirs}.attention.output.dense",
            f"blocks.{n}.norm_looked": f"{theirs}.attention.output.LayerNorm",
            f"blocks.{n}.widened": f"{theirs}.intermediate.dense",
            f"blocks.{n}.narrowed": f"{theirs}.output.dense",
            f"blocks.{n}.norm_narrowed": f"{theirs}.output.LayerNorm",
        }
        for kind in ("weight", "bias"):
            three = [held[f"{theirs}.attention.self.{name}.{kind}"] for name in ("query", "key", "value")]
            state[f"blocks.{n}.looking.{kind}"] = torch.cat(three)
    state |= {
        f"{ours}.{kind}": held[f"{theirs}.{kind}"] for ours, theirs in parts.items() for kind in ("weight", "bias")
    }
    missing = network.load_state_dict(state, strict=False)
    if missing.unexpected_keys or {*missing.missing_keys} != {"ends.weight", "ends.bias"}:
        raise ValueError(
            f"{path} has other tensors than the encoder's: {missing}. Give the weights of MiniLM, 6 layers."
        )


def _read_tensors(path: Path) -> dict[str, Tensor]:
    data = path.read_bytes()
    (size,) = struct.unpack("<Q", data[:8])
    header = json.loads(data[8 : 8 + size])
    tensors = {}
    for name, about in header.items():
        if name == "__metadata__" or about["dtype"] != "F32":
            continue
        start, end = about["data_offsets"]
        values = np.frombuffer(data[8 + size + start : 8 + size + end], "<f4").reshape(about["shape"])
        tensors[name] = torch.from_numpy(values.copy())
    return tensors
