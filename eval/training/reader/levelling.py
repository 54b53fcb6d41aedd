"""Level what goes into a product: the few numbers that are far larger than the others would cost those their accuracy.

All numbers that go into a product at run time share one scale of 256 steps. Each column is divided by a factor of its
own first, and the weights that it meets are multiplied by it, which changes no product but its rounding. The factors
come from the largest number of each column over windows of everyday documents.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

from eval.records import QuestionSet
from eval.training.reader.model import ReaderNetwork
from qa.training import Encoded, Encoder

__all__ = ["compute_factors", "encode_windows", "find_peaks"]

LEVELLED = ("widened", "narrowed")  # products that gain by it
_SHARE = 0.75  # of the levelling that numbers bear; weights bear the rest
_AROUND = 250  # characters on either side of an answer
_EVERY = 20  # so many questions one window

Array = npt.NDArray[np.float32]


def encode_windows(questions: QuestionSet, encoder: Encoder) -> Iterator[Encoded]:
    """Yield windows of everyday documents around answers, with their questions, as tokens."""
    documents = {document.id: document for document in questions.documents}
    for question in questions.questions[::_EVERY]:
        if question.gold:
            place = question.gold[0]
            document = documents[place.document_id]
            text = document.text[max(place.start - _AROUND, 0) : place.end + _AROUND]
            yield encoder.encode(question.text, text, document.title)


def find_peaks(network: ReaderNetwork, windows: Sequence[Encoded]) -> dict[str, Tensor]:
    """Return the largest number of each column that goes into the products, by the name of the product."""
    peaks: dict[str, Tensor] = {}

    def note(name: str, given: Tensor) -> None:
        largest = given.abs().amax((0, 1))
        peaks[name] = torch.maximum(peaks[name], largest) if name in peaks else largest

    hooks = [
        module.register_forward_pre_hook(lambda _, given, name=name: note(name, given[0]))
        for name, module in network.named_modules()
        if isinstance(module, nn.Linear) and name.endswith(LEVELLED)
    ]
    network.eval()
    with torch.inference_mode():
        for window in windows:
            network(torch.tensor([window.tokens]), torch.tensor([window.sides]))
    for hook in hooks:
        hook.remove()
    return peaks


def compute_factors(peaks: Mapping[str, Tensor], state: Mapping[str, Array]) -> dict[str, Array]:
    """Return what each column that goes into a product is divided by; the median factor is 1."""
    factors = {}
    for name, peak in peaks.items():
        weights = np.abs(state[f"{name}.weight"]).max(axis=0).clip(min=1e-4)
        raw = peak.numpy().clip(min=1e-3) ** _SHARE / weights ** (1 - _SHARE)
        factors[name] = (raw / np.median(raw)).astype(np.float32)
    return factors
