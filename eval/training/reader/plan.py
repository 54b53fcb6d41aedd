"""How a training goes: for how long, and how its rate rises, holds and falls to nothing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

__all__ = ["TrainingPlan", "TrainingProgress"]


@dataclass(frozen=True, slots=True)
class TrainingPlan:
    """How a training goes.

    epochs: how often all samples are shown. minutes: when it ends at the latest; None for no end. steps: how many in
    place of epochs. rate: the highest. warm, fall: shares of it in which the rate rises, and falls. half: whether it
    computes in bfloat16, three times as fast on processors that know it and ten times slower on others. keep: minutes
    between checkpoints. seed: of the order.
    """

    epochs: float = 2.0
    minutes: float | None = None
    steps: int | None = None
    rate: float = 1e-4
    warm: float = 0.05
    fall: float = 0.4
    half: bool = True
    keep: float = 10.0
    seed: int = 2018


class TrainingProgress:
    """How far a training is, from 0 to 1, and the rate that goes with it.

    It counts in steps or in minutes, whichever is further: so one on a busy machine ends in time, its rate having
    fallen to nothing. A file `decay` in its folder starts the fall at once. shift: how much was skipped by that.
    """

    def __init__(self, plan: TrainingPlan, n_steps: int, folder: Path, shift: float = 0.0) -> None:
        self._plan, self._folder = plan, folder
        self.n_steps, self.shift = n_steps, shift

    def at(self, step: int, minutes: float) -> float:
        """Return how far it is after so many steps and minutes."""
        in_time = minutes / self._plan.minutes if self._plan.minutes else 0.0
        done = max(step / self.n_steps, in_time) + self.shift
        falls_from = 1.0 - self._plan.fall
        if done < falls_from and (self._folder / "decay").exists():
            self.shift += falls_from - done
            done = falls_from
        return min(done, 1.0)

    def rate(self, done: float) -> float:
        """Return the rate at this point."""
        plan = self._plan
        return plan.rate * min(done / plan.warm, 1.0, max(1.0 - done, 0.0) / plan.fall)

    def pause(self, done: float) -> float:
        """Return the minutes until the next checkpoint: at the very end they come faster, as they are averaged."""
        return self._plan.keep / 5 if done > 1.0 - self._plan.fall / 8 else self._plan.keep
