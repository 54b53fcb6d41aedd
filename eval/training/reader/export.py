"""Write the reader's file of what was trained: `python -m eval.training.reader.export RUN/averaged.pt --start WEIGHTS`.

Writes `reader.onnx`, with weights of eight bits, and `reader_words.json`, the tokenizer without what only its origin
needs. Two runs write the same bytes.
"""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path

import click
import torch

from eval.training.reader.graph import build_graph
from eval.training.reader.levelling import compute_factors, encode_windows, find_peaks
from eval.training.reader.model import HEADS, ReaderNetwork
from eval.training.scoring_sets import read_everyday
from qa.training import READER_NETWORK, READER_WORDS, Encoder

__all__ = ["main", "write_words"]


def write_words(tokenizer: Path) -> bytes:
    """Return the tokenizer of a file without padding and truncation, which are for batches."""
    record = json.loads(tokenizer.read_text(encoding="utf-8"))
    record |= {"padding": None, "truncation": None}
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


@click.command()
@click.argument("weights", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--start", required=True, type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--output", type=click.Path(file_okay=False, path_type=Path), help="By default where it is shipped.")
def main(weights: Path, start: Path, output: Path | None) -> None:
    """Write the reader of the weights in a file."""
    torch.set_num_threads(1)
    saved = torch.load(weights, weights_only=True)
    state = {name: values.float().numpy() for name, values in saved.get("network", saved).items()}
    target = output or Path(str(resources.files("qa").joinpath("models")))
    target.mkdir(parents=True, exist_ok=True)
    windows = [*encode_windows(read_everyday("english"), Encoder.read(start / "tokenizer.json"))]
    trained = ReaderNetwork()
    trained.load_state_dict({name: torch.from_numpy(values) for name, values in state.items()})
    factors = compute_factors(find_peaks(trained, windows), state)
    network = build_graph(state, HEADS, factors).SerializeToString(deterministic=True)
    (target / READER_NETWORK).write_bytes(network)
    (target / READER_WORDS).write_bytes(write_words(start / "tokenizer.json"))
    click.echo(f"Wrote {target}: {READER_NETWORK} ({len(network) / 1e6:.1f} MB), {READER_WORDS}.")


if __name__ == "__main__":
    main()
