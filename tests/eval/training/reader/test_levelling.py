from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

import qa
from eval.records import QuestionSet, SetQuestion

torch = pytest.importorskip("torch")
pytest.importorskip("tokenizers")


def test_what_is_large_is_divided_by_more() -> None:
    from eval.training.reader.levelling import compute_factors

    peaks = {"x": torch.tensor([1.0, 100.0, 1.0])}
    factors = compute_factors(peaks, {"x.weight": np.ones((2, 3), np.float32)})
    assert factors["x"].tolist() == pytest.approx([1.0, 100**0.75, 1.0])


def test_peaks_are_of_the_numbers_that_go_in(tmp_path: Path) -> None:
    from eval.training.reader.levelling import encode_windows, find_peaks
    from eval.training.reader.model import ReaderNetwork
    from qa.reader import Encoder
    from tests.qa.reader.conftest import write_tokenizer

    document = qa.Document(text="It opens at nine. A ticket costs five euros.", id="d")
    questions = [SetQuestion(str(n), "What costs it?", "fact", (qa.Span("d", 18, 43),)) for n in range(21)]
    windows = [*encode_windows(QuestionSet("set", (document,), tuple(questions)), Encoder.read(write_tokenizer()))]
    assert len(windows) == 2
    network = ReaderNetwork()
    peaks = find_peaks(network, windows)
    assert {name.rpartition(".")[2] for name in peaks} == {"widened", "narrowed"}
    assert len(peaks) == 12
    assert all((values > 0).all() for values in peaks.values())
    again = find_peaks(network, windows)
    assert all(torch.equal(peaks[name], again[name]) for name in peaks)
