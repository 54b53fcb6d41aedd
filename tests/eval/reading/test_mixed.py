"""Files of ten formats that reading is measured on."""

from __future__ import annotations

from pathlib import Path

import qa
from eval.reading.mixed import MAKERS, write_files


def test_every_file_is_read_and_holds_its_prose_or_its_table(tmp_path: Path) -> None:
    for path in write_files(tmp_path, len(MAKERS)):
        text = qa.read_file(path).text
        assert len(text) > 1_000, path
        assert ("hall 15" in text) or (". " in text), path


def test_the_same_files_are_made_each_time(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    first, second = (write_files(tmp_path / name, 2 * len(MAKERS)) for name in "ab")
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]
