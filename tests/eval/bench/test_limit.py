"""What the machine allows."""

from __future__ import annotations

import numpy as np
import pytest

from eval.bench.limit import bandwidth, postings_bytes, touched
from eval.bench.texts.texts import Text, TextQuestion


def test_the_postings_that_a_question_touches_are_counted() -> None:
    few, many = postings_bytes(np.array([4.0]), 65_536), postings_bytes(np.array([60_000.0]), 65_536)
    assert (few, many) == (2 * 4 + 4 + 1, 9 * 1_024 + 15_000)
    assert postings_bytes(np.array([4.0, 60_000.0]), 65_536) == few + many
    sample = [Text("The museum opens.", "en"), Text("A museum closes.", "en"), Text("Nothing else.", "en")]
    asked = [TextQuestion("Which museums close?", (1,)), TextQuestion("Unknown zebra?", (1,))]
    found = touched(sample, 300, asked)
    assert found["touched_bytes"] == pytest.approx(
        (postings_bytes(np.array([200.0]), 300) + postings_bytes(np.array([100.0]), 300)) / 2
    )
    assert found["postings"] == pytest.approx([300.0, 0.0])


def test_the_bandwidth_is_that_of_a_memory() -> None:
    assert 0 < bandwidth() < 1e13
