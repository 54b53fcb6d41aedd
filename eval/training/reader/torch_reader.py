"""Read with the network as it is trained, before it is exported."""

from __future__ import annotations

import torch

from eval.training.reader.model import ReaderNetwork
from qa.training import Encoder, ReadSpan, read_ends

__all__ = ["TorchReader"]


class TorchReader:
    """Reads windows one by one."""

    def __init__(self, network: ReaderNetwork, encoder: Encoder) -> None:
        self._network, self._encoder = network, encoder

    @torch.inference_mode()
    def read(self, question: str, text: str, head: str = "") -> ReadSpan:
        """Return the best span of a window."""
        self._network.eval()
        encoded = self._encoder.encode(question, text, head)
        ends = self._network(torch.tensor([encoded.tokens]), torch.tensor([encoded.sides]))
        return read_ends(ends[0].numpy(), encoded.places)
