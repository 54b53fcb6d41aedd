from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

torch = pytest.importorskip("torch")
pytest.importorskip("onnx")
pytest.importorskip("onnxruntime")
pytest.importorskip("tokenizers")


@given(st.lists(st.lists(st.floats(-1e3, 1e3, width=32), min_size=3, max_size=3), min_size=1, max_size=9))
def test_weights_stay_within_what_is_asked_for(rows: list[list[float]]) -> None:
    from eval.training.reader.graph import MOST_WEIGHT, quantise

    matrix = np.array(rows, np.float32)
    whole, scale = quantise(matrix, MOST_WEIGHT, axis=0)
    assert np.abs(whole.astype(int)).max() <= MOST_WEIGHT == 64
    assert scale.shape == (3,)
    assert np.allclose(whole * scale, matrix, atol=float(np.abs(matrix).max()) / 127 + 1e-6)


def test_the_file_reads_as_the_network_does_and_comes_out_the_same() -> None:
    from eval.training.reader.graph import build_graph
    from eval.training.reader.model import HEADS, ReaderNetwork
    from eval.training.reader.torch_reader import TorchReader
    from qa.reader import Encoder, OnnxReader
    from tests.qa.reader.conftest import write_tokenizer

    torch.manual_seed(3)
    network = ReaderNetwork().eval()
    torch.nn.init.normal_(network.ends.weight, std=0.2)
    state = {name: values.numpy() for name, values in network.state_dict().items()}
    content = build_graph(state, HEADS).SerializeToString(deterministic=True)
    assert content == build_graph(state, HEADS).SerializeToString(deterministic=True)
    assert len(content) < 24e6
    encoder = Encoder.read(write_tokenizer())
    small, whole = OnnxReader(content, encoder), TorchReader(network, encoder)
    for text in (
        "The museum opens at nine.",
        "It costs 14 euros at the museum. What opens? A ticket costs five.",
    ):
        ours, theirs = small.read("What costs it?", text), whole.read("What costs it?", text)
        assert ours == small.read("What costs it?", text)
        assert ours.score == pytest.approx(theirs.score, abs=0.5)
        assert ours.none == pytest.approx(theirs.none, abs=0.5)


def test_levelled_columns_change_nothing_but_the_rounding() -> None:
    from eval.training.reader.graph import build_graph
    from eval.training.reader.model import HEADS, ReaderNetwork
    from qa.reader import Encoder, OnnxReader
    from tests.qa.reader.conftest import write_tokenizer

    torch.manual_seed(4)
    state = {name: values.numpy() for name, values in ReaderNetwork().state_dict().items()}
    encoder = Encoder.read(write_tokenizer())
    factors = {"blocks.2.narrowed": np.linspace(0.5, 4, 1_536, dtype=np.float32)}
    plain, levelled = (
        OnnxReader(build_graph(state, HEADS, given).SerializeToString(), encoder).read("What costs it?", "Nine euros.")
        for given in (None, factors)
    )
    assert levelled != plain
    assert levelled.none == pytest.approx(plain.none, abs=0.1)
