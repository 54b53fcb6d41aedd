"""The network of the reader as an ONNX graph, written operator by operator with weights of eight bits.

Each column of a matrix has a scale of its own, and its weights are whole numbers within ±64: two products with numbers
of eight bits then fit in sixteen, so that processors which add them up in sixteen bits lose nothing, and all give the
same sums. What is multiplied with them is scaled by its own range at run time, where `levelling` says so once its
columns have been levelled. The vectors of words have a scale each.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
from onnx import ModelProto, TensorProto, checker, helper, numpy_helper

__all__ = ["MOST_WEIGHT", "build_graph", "quantise"]

MOST_WEIGHT = 64
_OPSET, _IR = 20, 9
_EPS = 1e-12

Array = npt.NDArray[np.float32]


def quantise(matrix: Array, most: int, axis: int) -> tuple[npt.NDArray[np.int8], Array]:
    """Return whole numbers within ±`most`, and the scales that they are to be multiplied with, along an axis.

    axis: the one that is scaled together, 0 for a scale a column.
    """
    peak = np.maximum(np.abs(matrix).max(axis=axis, keepdims=True), 1e-8)
    scale = (peak / most).astype(np.float32)
    return np.clip(np.rint(matrix / scale), -most, most).astype(np.int8), scale.squeeze(axis)


class _Writer:
    """Collects the nodes and numbers of a graph."""

    def __init__(self) -> None:
        self.nodes: list[Any] = []
        self.numbers: list[Any] = []
        self._known: set[str] = set()

    def keep(self, name: str, values: npt.NDArray[Any]) -> str:
        if name not in self._known:
            self._known.add(name)
            self.numbers.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def add(self, kind: str, inputs: list[str], output: str, **options: Any) -> str:
        self.nodes.append(helper.make_node(kind, inputs, [output], name=output, **options))
        return output

    def multiply(self, x: str, name: str, weight: Array, bias: Array) -> str:
        """Write `x @ weight.T + bias` over numbers of eight bits."""
        whole, scale = quantise(weight.T, MOST_WEIGHT, axis=0)
        outputs = [f"{name}.{part}" for part in ("eight", "scale", "zero")]
        self.nodes.append(helper.make_node("DynamicQuantizeLinear", [x], outputs, name=f"{name}.scaled"))
        eight, own, zero = outputs
        nought = self.keep(f"{name}.nought", np.zeros(len(scale), np.int8))
        sums = self.add("MatMulInteger", [eight, self.keep(f"{name}.weight", whole), zero, nought], f"{name}.sums")
        real = self.add("Cast", [sums], f"{name}.real", to=TensorProto.FLOAT)
        scales = self.add("Mul", [own, self.keep(f"{name}.scales", scale)], f"{name}.both")
        product = self.add("Mul", [real, scales], f"{name}.product")
        return self.add("Add", [product, self.keep(f"{name}.bias", bias)], f"{name}.out")

    def look_up(self, at: str, name: str, table: Array) -> str:
        """Write the rows of a table at some numbers, kept in eight bits with a scale a row."""
        whole, scale = quantise(table, 127, axis=1)
        rows = self.add("Gather", [self.keep(f"{name}.rows", whole), at], f"{name}.eight")
        real = self.add("Cast", [rows], f"{name}.real", to=TensorProto.FLOAT)
        scales = self.add("Gather", [self.keep(f"{name}.scales", scale[:, None]), at], f"{name}.scale")
        return self.add("Mul", [real, scales], f"{name}.out")

    def norm(self, x: str, name: str, state: Mapping[str, Array]) -> str:
        given = [self.keep(f"{name}.{part}", state[f"{name}.{part}"]) for part in ("weight", "bias")]
        return self.add("LayerNormalization", [x, *given], f"{name}.out", axis=-1, epsilon=_EPS)


def build_graph(state: Mapping[str, Array], heads: int, factors: Mapping[str, Array] | None = None) -> ModelProto:
    """Return the graph of a network's weights. Inputs `tokens` and `sides`, (n, length); output `ends`.

    factors: what the columns that go into a product are divided by, by its name.
    """
    writer = _Writer()
    words = writer.look_up("tokens", "words", state["words.weight"])
    sides = writer.add("Gather", [writer.keep("sides.rows", state["sides.weight"]), "sides"], "sides.out")
    shape = writer.add("Shape", ["tokens"], "length", start=1, end=2)
    first, step = writer.keep("first", np.array([0], np.int64)), writer.keep("axis", np.array([0], np.int64))
    rows = writer.add("Slice", [writer.keep("places.rows", state["places.weight"]), first, shape, step], "places.out")
    both = writer.add("Add", [words, sides], "words.sides")
    x = writer.norm(writer.add("Add", [both, rows], "embedded"), "norm", state)
    n_blocks = len({name.split(".")[1] for name in state if name.startswith("blocks.")})
    for number in range(n_blocks):
        x = _write_block(writer, x, f"blocks.{number}", {**state, **_name_factors(factors or {})}, heads)
    ends = writer.keep("ends.weight", state["ends.weight"].T)
    product = writer.add("MatMul", [x, ends], "ends.product")
    writer.add("Add", [product, writer.keep("ends.bias", state["ends.bias"])], "ends")
    graph = helper.make_graph(
        writer.nodes,
        "reader",
        [helper.make_tensor_value_info(name, TensorProto.INT64, ["n", "length"]) for name in ("tokens", "sides")],
        [helper.make_tensor_value_info("ends", TensorProto.FLOAT, ["n", "length", 2])],
        writer.numbers,
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", _OPSET)], ir_version=_IR)
    model.producer_name = "quoth"
    checker.check_model(model)
    return model


def _name_factors(factors: Mapping[str, Array]) -> dict[str, Array]:
    return {f"{name}.factor": values for name, values in factors.items()}


def _write_block(writer: _Writer, x: str, name: str, state: Mapping[str, Array], heads: int) -> str:
    """Write one layer, as `model.ReaderNetwork` computes it."""
    width = state["norm.weight"].shape[0]

    def linear(given: str, part: str, factor: Array | None = None) -> str:
        weight, bias = state[f"{name}.{part}.weight"], state[f"{name}.{part}.bias"]
        if factor is not None:
            weight, bias = weight * factor[:, None], bias * factor
        level = state.get(f"{name}.{part}.factor")
        if level is not None:
            fraction = writer.keep(f"{name}.{part}.fraction", 1 / level)
            given, weight = writer.add("Mul", [given, fraction], f"{name}.{part}.level"), weight * level
        return writer.multiply(given, f"{name}.{part}", weight, bias)

    size = width // heads
    # The root of the heads' size, which scores are divided by, is in the weights of the query already.
    factor = np.concatenate([np.full(width, size**-0.5, np.float32), np.ones(2 * width, np.float32)])
    looking = linear(x, "looking", factor)
    split = writer.keep("split", np.array([width] * 3, np.int64))
    parts = [f"{name}.{part}" for part in ("query", "key", "value")]
    writer.nodes.append(helper.make_node("Split", [looking, split], parts, name=f"{name}.parts", axis=-1))
    headed = writer.keep("headed", np.array([0, 0, heads, size], np.int64))
    turned = {}
    for part, order in zip(parts, ([0, 2, 1, 3], [0, 2, 3, 1], [0, 2, 1, 3]), strict=True):
        apart = writer.add("Reshape", [part, headed], f"{part}.apart")
        turned[part] = writer.add("Transpose", [apart], f"{part}.turned", perm=order)
    scores = writer.add("MatMul", [turned[parts[0]], turned[parts[1]]], f"{name}.scores")
    shares = writer.add("Softmax", [scores], f"{name}.shares", axis=-1)
    seen = writer.add("MatMul", [shares, turned[parts[2]]], f"{name}.seen")
    back = writer.add("Transpose", [seen], f"{name}.back", perm=[0, 2, 1, 3])
    joined = writer.add("Reshape", [back, writer.keep("joined", np.array([0, 0, width], np.int64))], f"{name}.joined")
    looked = linear(joined, "looked")
    x = writer.norm(writer.add("Add", [x, looked], f"{name}.first"), f"{name}.norm_looked", state)
    bent = writer.add("Gelu", [linear(x, "widened")], f"{name}.bent")
    narrowed = linear(bent, "narrowed")
    return writer.norm(writer.add("Add", [x, narrowed], f"{name}.second"), f"{name}.norm_narrowed", state)
