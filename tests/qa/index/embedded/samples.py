"""What a library in several index files holds, and how its files are damaged."""

from __future__ import annotations

from pathlib import Path

from tests.qa.index.segments.samples import doc


def files(folder: Path) -> list[Path]:
    return sorted((folder / "segments").iterdir())


HELD = {document.id: document for document in map(doc, range(12)) if document.id != "d010"}


def flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[data.index(b"museum")] ^= 0xFF
    path.write_bytes(data)
