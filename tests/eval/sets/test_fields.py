"""Files and values from outside that cannot be used."""

from __future__ import annotations

from pathlib import Path

import pytest

from eval.records import EvalError
from eval.sets import fields


def test_files_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(EvalError, match="cannot be read"):
        fields.read_text(tmp_path / "none.json")
    path = tmp_path / "latin.json"
    path.write_bytes(b'"caf\xe9"')
    with pytest.raises(EvalError, match="byte 4"):
        fields.read_text(path)
    monkeypatch.setattr(fields, "MAX_BYTES", 3)
    with pytest.raises(EvalError, match="6 bytes, over the limit of 3"):
        fields.read_text(path)
