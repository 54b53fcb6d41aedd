"""The list of known words: common ones of texts, without slips of far more common ones."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from eval.training.known import __main__ as known


def test_common_words_are_listed_without_rare_ones_and_slips(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(known, "LEAST_WORDS", 5)
    common = "The museum was opened by the mayor of the town, and it is there that the letters can be received"
    texts = [f"{common} on day {n} of the year." for n in range(160)]
    texts += [
        f"In the year {n} they did not recieved any of the letters that had been sent to them there." for n in range(4)
    ]
    texts += ["A harpsichord was heard in the town, and it was there that they had been for the whole of the day."] * 9
    rows = [{"context": text, "question": "misspelt " * 20} for text in texts]
    half = len(rows) // 2
    with gzip.open(tmp_path / "one.jsonl.gz", "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows[:half])
    (tmp_path / "two.json").write_text(json.dumps({"data": [{"paragraphs": rows[half:]}]}), encoding="utf-8")
    (listed,) = known.list_words(tmp_path).values()
    assert {"museum", "received", "letters", "sent"} <= {*listed}
    assert {"recieved", "harpsichord", "misspelt"}.isdisjoint(listed)
    assert listed == sorted(listed)
