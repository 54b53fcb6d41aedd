"""Run the reader's network: one window at a time, on one thread, so that the same window always reads the same.

Windows read together would share the scale of their numbers, and so change each other's scores; threads would only
change who does the work. Nothing of ONNX Runtime is imported before a reader is made.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from qa.errors import LibraryError, MissingExtra
from qa.reader.encoding import Encoded, Encoder
from qa.reader.spans import ReadSpan, read_ends

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

__all__ = ["OnnxReader"]

_QUIET = 3  # errors only


class OnnxReader:
    """A network with its encoder. Safe under threads: a read keeps nothing."""

    def __init__(self, network: bytes, encoder: Encoder) -> None:
        """Raises MissingExtra without `onnxruntime`, and LibraryError for what is no network of a reader."""
        self._encoder = encoder
        self._session = _open(network)

    def read(self, question: str, text: str, head: str = "") -> ReadSpan:
        """Return the best span of a window, in offsets of `text`. head: title and headings that stand above it."""
        encoded, ends = self._run(question, text, head)
        return read_ends(ends, encoded.places)

    def read_each(
        self, question: str, text: str, head: str, sentences: Sequence[tuple[int, int]]
    ) -> tuple[ReadSpan, ...]:
        """Return the best span of each sentence of a window, which is read once. sentences: their places in `text`."""
        encoded, ends = self._run(question, text, head)
        return tuple(read_ends(ends, encoded.places, sentence) for sentence in sentences)

    def _run(self, question: str, text: str, head: str) -> tuple[Encoded, npt.NDArray[np.float32]]:
        """Return the tokens, and what the network says of each as start and end."""
        encoded = self._encoder.encode(question, text, head)
        fed = {
            "tokens": np.array([encoded.tokens], dtype=np.int64),
            "sides": np.array([encoded.sides], dtype=np.int64),
        }
        (ends,) = self._session.run(["ends"], fed)
        return encoded, np.asarray(ends)[0]


def _open(network: bytes) -> InferenceSession:
    try:
        import onnxruntime  # noqa: PLC0415
    except ImportError:
        raise MissingExtra("The package onnxruntime is missing. Get it with: pip install 'quoth[reader]'") from None
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.execution_mode = onnxruntime.ExecutionMode.ORT_SEQUENTIAL
    options.use_deterministic_compute = True
    options.enable_cpu_mem_arena = False  # windows are small; what is freed goes back
    options.log_severity_level = _QUIET
    try:
        session = onnxruntime.InferenceSession(network, options, providers=["CPUExecutionProvider"])
    except Exception as exc:  # the errors of ONNX Runtime have no common kind
        raise LibraryError(f"The network of the reader cannot be opened: {exc}. Install Quoth again.") from exc
    if [each.name for each in session.get_inputs()] != ["tokens", "sides"]:
        raise LibraryError("The network of the reader has other inputs than tokens and sides. Install Quoth again.")
    return session
