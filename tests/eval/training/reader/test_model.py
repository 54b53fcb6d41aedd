from __future__ import annotations

import json
import struct
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch")


def test_a_window_is_read_alike_alone_and_filled_up() -> None:
    from eval.training.reader.model import ReaderNetwork

    torch.manual_seed(1)
    network = ReaderNetwork().eval()
    tokens = torch.randint(5, 900, (2, 12))
    sides = torch.zeros_like(tokens)
    present = torch.ones(2, 12, dtype=torch.bool)
    present[1, 7:] = False
    with torch.inference_mode():
        together = network(tokens, sides, present)
        alone = network(tokens[1:, :7], sides[1:, :7])
    assert together.shape == (2, 12, 2)
    assert torch.allclose(together[1, :7], alone[0], atol=1e-4)


def test_weights_of_another_network_are_refused(tmp_path: Path) -> None:
    from eval.training.reader.model import ReaderNetwork, read_weights

    header = json.dumps({"x": {"dtype": "F32", "shape": [1], "data_offsets": [0, 4]}}).encode()
    path = tmp_path / "model.safetensors"
    path.write_bytes(struct.pack("<Q", len(header)) + header + np.zeros(1, "<f4").tobytes())
    with pytest.raises(KeyError):
        read_weights(path, ReaderNetwork())
