"""The files of trained models: read whole, or refused with a way out."""

from __future__ import annotations

import contextlib
import io
import json
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from qa.errors import LibraryError
from qa.models.load import FORMAT, load_arrays, load_card

SHIPPED = Path(str(resources.files("qa").joinpath("models")))


@pytest.fixture
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder from which models are read."""
    monkeypatch.setattr("qa.models.load.resources.files", lambda package: tmp_path)
    (tmp_path / "models").mkdir()
    return tmp_path / "models"


def read(name: str) -> dict[str, np.ndarray]:
    return dict(load_arrays.__wrapped__(name))


def packed(**arrays: Any) -> bytes:
    stream = io.BytesIO()
    np.savez_compressed(stream, **arrays)
    return stream.getvalue()


@pytest.mark.parametrize("name", ["evidence", "confidence"])
def test_each_model_has_a_card_and_is_small(name: str) -> None:
    card = json.loads((SHIPPED / f"{name}.json").read_text(encoding="utf-8"))
    assert card["seed"]
    assert all(about["licence"] and about["questions"] for about in card["sets"].values())
    assert (SHIPPED / f"{name}.npz").stat().st_size < 500_000
    assert load_arrays(name) is load_arrays(name)


def test_what_is_written_is_read(models: Path) -> None:
    (models / "m.npz").write_bytes(packed(format=FORMAT, value=[1.5, 2.5], features=["a", "b"]))
    arrays = read("m")
    assert arrays["value"].tolist() == [1.5, 2.5]
    assert arrays["features"].tolist() == ["a", "b"]


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: b"not an archive",
        lambda data: data[: len(data) // 2],
        lambda data: data[:-10],
        lambda data: data[:60] + bytes(40) + data[100:],
        lambda data: packed(format=FORMAT)[:3],
    ],
    ids=["empty", "text", "half", "no end", "zeros inside", "signature"],
)
def test_a_damaged_file_says_what_to_do(models: Path, damage) -> None:
    (models / "m.npz").write_bytes(damage(packed(format=FORMAT, value=np.random.default_rng(0).normal(size=500))))
    with pytest.raises(LibraryError, match=r"The model m\.npz .* cannot be read: .*Install it again\."):
        read("m")


def test_any_changed_byte_is_refused_or_harmless(models: Path) -> None:
    whole = packed(format=FORMAT, value=np.arange(20.0))
    (models / "m.npz").write_bytes(whole)
    expected = read("m")["value"].tolist()
    for at in range(0, len(whole), 3):
        changed = bytearray(whole)
        changed[at] ^= 0xFF
        (models / "m.npz").write_bytes(changed)
        with contextlib.suppress(LibraryError):
            assert read("m")["value"].tolist() == expected


def test_a_missing_file_says_what_to_do(models: Path) -> None:
    with pytest.raises(LibraryError, match=r"m\.npz .* cannot be read: .*Install it again\."):
        read("m")


@pytest.mark.parametrize("arrays", [{"format": FORMAT + 1}, {"value": [1.0]}, {"format": [1, 2]}, {"format": "one"}])
def test_another_format_is_refused(models: Path, arrays: dict[str, object]) -> None:
    (models / "m.npz").write_bytes(packed(**arrays))
    with pytest.raises(LibraryError, match=rf"m\.npz has format .*this version reads {FORMAT}\. Install it again\."):
        read("m")


@pytest.mark.parametrize("name", ["choice", "evidence", "confidence", "focus"])
def test_a_card_says_what_a_model_was_fitted_on(name: str) -> None:
    card = load_card(name)
    assert card.get("sets") or card.get("on")
    assert load_card(name) is card


@pytest.mark.parametrize("damage", ["", "{", "[1, 2]", "\udcff"])
def test_a_damaged_card_says_what_to_do(models: Path, damage: str) -> None:
    (models / "m.json").write_bytes(damage.encode("utf-8", "surrogateescape"))
    with pytest.raises(LibraryError, match=r"The model m\.json .* cannot be read: .*Install it again\."):
        load_card.__wrapped__("m")


class Trap:
    """Tells that it was brought to life."""

    sprung = False

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        return setattr, (Trap, "sprung", True)


def test_reading_runs_nothing(models: Path) -> None:
    (models / "m.npz").write_bytes(packed(format=FORMAT, value=np.array([Trap()], dtype=object)))
    with pytest.raises(LibraryError, match="cannot be read"):
        read("m")
    assert not Trap.sprung
