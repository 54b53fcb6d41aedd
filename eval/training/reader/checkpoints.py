"""Save a training and go on with it later: network, optimiser and where it is, written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

__all__ = ["average", "list_checkpoints", "load_checkpoint", "save_checkpoint"]

_KEPT = 8  # the newest; older ones are deleted


def save_checkpoint(folder: Path, step: int, state: dict[str, Any]) -> Path:
    """Write a checkpoint and return its path."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"step-{step:06d}.pt"
    partial = path.with_suffix(".partial")
    with partial.open("wb") as file:
        torch.save({"step": step, **state}, file)
        file.flush()
        os.fsync(file.fileno())
    partial.replace(path)
    for old in list_checkpoints(folder)[:-_KEPT]:
        old.unlink()
    return path


def list_checkpoints(folder: Path) -> list[Path]:
    """Return the checkpoints in a folder, the oldest first."""
    return sorted(folder.glob("step-*.pt"))


def load_checkpoint(path: Path) -> dict[str, Any]:
    """Return what was saved. Only numbers are read: nothing in the file is run."""
    saved: dict[str, Any] = torch.load(path, weights_only=True)
    return saved


def average(states: Sequence[dict[str, Tensor]]) -> dict[str, Tensor]:
    """Return the mean of the weights of several checkpoints."""
    return {name: torch.stack([state[name].float() for state in states]).mean(0) for name in states[0]}
