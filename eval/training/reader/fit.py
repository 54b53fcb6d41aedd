"""Train the network: show it batches, say how it goes, save every few minutes, stop in time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from time import perf_counter

import click
import torch
from torch.nn.functional import cross_entropy

from eval.training.reader.batches import BATCH, Shown, TokenBatch, make_batches, pad
from eval.training.reader.checkpoints import average, list_checkpoints, load_checkpoint, save_checkpoint
from eval.training.reader.model import ReaderNetwork
from eval.training.reader.plan import TrainingPlan, TrainingProgress

__all__ = ["Training", "lose"]

_EVERY = 20  # steps between lines of progress
_AVERAGED = 3  # checkpoints that the last weights are the mean of
_SHUT = -1e4  # of tokens that no answer begins or ends at


def lose(network: ReaderNetwork, batch: TokenBatch, *, half: bool) -> torch.Tensor:
    """Return the loss on a batch: how unlikely the network finds the right start and the right end."""
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=half):
        ends = network(*(torch.from_numpy(array) for array in (batch.tokens, batch.sides, batch.present)))
    ends = ends.float().masked_fill(~torch.from_numpy(batch.inside)[:, :, None], _SHUT)
    right = (torch.from_numpy(batch.starts), torch.from_numpy(batch.ends))
    losses = [cross_entropy(ends[:, :, side], places) for side, places in enumerate(right)]
    return (losses[0] + losses[1]) / 2


class Training:
    """A training of a network on samples, in a folder of checkpoints."""

    def __init__(self, network: ReaderNetwork, shown: Sequence[Shown], folder: Path, plan: TrainingPlan) -> None:
        self._network, self._shown, self._folder, self._plan = network, shown, folder, plan
        network.words.weight.requires_grad_(False)  # a third of all weights; what a word is like is known
        self._learnt = [weights for weights in network.parameters() if weights.requires_grad]
        self._optimiser = torch.optim.AdamW(
            self._learnt, lr=plan.rate, weight_decay=0.01, betas=(0.9, 0.98), fused=True
        )
        self._per_epoch = -(-len(shown) // BATCH)
        self._progress = TrainingProgress(plan, plan.steps or max(round(self._per_epoch * plan.epochs), 1), folder)
        self._step, self._spent = 0, 0.0  # steps and minutes of earlier sittings

    def resume(self) -> None:
        """Go on from the last checkpoint, where there is one."""
        if not list_checkpoints(self._folder):
            return
        saved = load_checkpoint(list_checkpoints(self._folder)[-1])
        self._network.load_state_dict(saved["network"])
        self._optimiser.load_state_dict(saved["optimiser"])
        self._step, self._spent, self._progress.shift = saved["step"], saved["minutes"], saved["shift"]
        click.echo(f"Goes on from step {self._step}, after {self._spent:.0f} minutes.")

    def run(self, measure: Callable[[], str]) -> None:
        """Train to the end, and write `last.pt` and `averaged.pt`. measure: says how good it is after an epoch."""
        first, started, kept = self._step, perf_counter() - 60 * self._spent, self._spent
        losses: list[float] = []
        epoch, batches = -1, []
        torch.manual_seed(self._plan.seed)
        while (done := self._progress.at(self._step, minutes := (perf_counter() - started) / 60)) < 1.0:
            if self._step // self._per_epoch != epoch:
                if epoch >= 0:
                    click.echo(f"Epoch {epoch + 1} done. {measure()}")
                epoch = self._step // self._per_epoch
                batches = make_batches(self._shown, self._plan.seed + epoch)
            losses = [*losses[-99:], self._learn(batches[self._step % self._per_epoch], self._progress.rate(done))]
            if self._step % _EVERY == 0:
                speed = BATCH * (self._step - first) / (60 * max(minutes - self._spent, 1e-6))
                click.echo(
                    f"step {self._step} of {self._progress.n_steps}, {done:.1%}: loss {sum(losses) / len(losses):.3f}, "
                    f"{speed:.1f} questions/s, {minutes * (1 - done) / max(done, 1e-6):.0f} minutes left, "
                    f"rate {self._progress.rate(done):.1e}"
                )
            if minutes - kept >= self._progress.pause(done):
                self._save(minutes)
                kept = minutes
        self._save((perf_counter() - started) / 60)
        last = [load_checkpoint(path)["network"] for path in list_checkpoints(self._folder)[-_AVERAGED:]]
        torch.save(average(last), self._folder / "averaged.pt")
        torch.save(self._network.state_dict(), self._folder / "last.pt")
        click.echo(f"Ended at step {self._step}. {measure()}")

    def _learn(self, samples: Sequence[Shown], rate: float) -> float:
        """Take a step, and return the loss before it."""
        self._network.train()
        for group in self._optimiser.param_groups:
            group["lr"] = rate
        loss = lose(self._network, pad(samples), half=self._plan.half)
        self._optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self._learnt, 1.0)
        self._optimiser.step()
        self._step += 1
        return float(loss.detach())

    def _save(self, minutes: float) -> None:
        state = {"network": self._network.state_dict(), "optimiser": self._optimiser.state_dict()}
        save_checkpoint(self._folder, self._step, {**state, "minutes": minutes, "shift": self._progress.shift})
