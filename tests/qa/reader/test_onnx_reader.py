from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

import qa
from qa.reader import Encoder, OnnxReader

pytest.importorskip("tokenizers")
pytest.importorskip("onnxruntime")
helper = pytest.importorskip("onnx").helper


def make_network(names: tuple[str, ...] = ("tokens", "sides")) -> bytes:
    """Return a network that finds the words nine (10) and, as a second choice, 14 (21); none scores 1."""
    from onnx import TensorProto, numpy_helper

    table = np.zeros((40, 2), np.float32)
    table[2] = 0.5
    table[10], table[21] = 3.0, 2.0
    graph = helper.make_graph(
        [helper.make_node("Gather", ["table", names[0]], ["ends"])],
        "finds",
        [helper.make_tensor_value_info(name, TensorProto.INT64, ["n", "length"]) for name in names],
        [helper.make_tensor_value_info("ends", TensorProto.FLOAT, ["n", "length", 2])],
        [numpy_helper.from_array(table, "table")],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 20)], ir_version=9)
    content: bytes = model.SerializeToString()
    return content


def test_it_finds_the_span_in_the_text_of_the_window(tokenizer: bytes) -> None:
    reader = OnnxReader(make_network(), Encoder.read(tokenizer))
    text = "The museum opens at nine."
    read = reader.read("When opens it?", text, "nine museums")
    assert text[read.start : read.end] == "nine", "and not the word in its head"
    assert (read.score, read.none) == (6.0, 1.0)


def test_each_sentence_has_a_span_of_its_own(tokenizer: bytes) -> None:
    reader = OnnxReader(make_network(), Encoder.read(tokenizer))
    text = "It costs 14 euros. It opens at nine."
    first, second, empty = reader.read_each("What costs it?", text, "", [(0, 18), (19, 36), (36, 36)])
    assert (text[first.start : first.end], first.score) == ("14", 4.0)
    assert (text[second.start : second.end], second.score) == ("nine", 6.0)
    assert empty.start == empty.end == 36
    assert second == reader.read("What costs it?", text)


def test_every_run_and_thread_reads_the_same(tokenizer: bytes) -> None:
    reader = OnnxReader(make_network(), Encoder.read(tokenizer))
    windows = ["It costs 14 euros at nine.", "It costs 14 euros.", ""]
    alone = [reader.read("what costs it", window) for window in windows]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda window: reader.read("what costs it", window), windows * 8))
    assert together == alone * 8


@pytest.mark.parametrize("content", [b"", b"no network", make_network(("other", "inputs"))])
def test_what_is_no_network_of_a_reader_is_refused(content: bytes, tokenizer: bytes) -> None:
    with pytest.raises(qa.LibraryError, match="Install Quoth again"):
        OnnxReader(content, Encoder.read(tokenizer))
