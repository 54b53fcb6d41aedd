"""The one loader of all trained numbers that are shipped: NumPy archives, read without pickle, and cards in JSON.

Each is read once, when it is first needed. What the numbers mean is for the modules that use them to say.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import IO, Any

import numpy as np
import numpy.typing as npt

from qa.errors import LibraryError

__all__ = ["load_arrays", "load_card", "open_model", "read_arrays"]

FORMAT = 1


@cache
def load_arrays(name: str) -> Mapping[str, npt.NDArray[np.float64]]:
    """Return the arrays of a shipped model by name. Raises LibraryError when the file is damaged or of another format.

    Numbers that stand alone have shape (). Lists of names are arrays of strings.
    """
    try:
        with open_model(f"{name}.npz") as file:
            arrays = read_arrays(file)
    except Exception as exc:  # damage shows itself as nearly any error of zipfile, zlib and NumPy
        raise LibraryError(
            f"The model {name}.npz that belongs to Quoth cannot be read: {exc}. Install it again."
        ) from exc
    written = arrays.get("format", np.array(None)).tolist()
    if written != FORMAT:
        raise LibraryError(f"The model {name}.npz has format {written}; this version reads {FORMAT}. Install it again.")
    return arrays


@cache
def load_card(name: str) -> Mapping[str, Any]:
    """Return the card of a shipped model, which says what it was fitted on. Raises LibraryError when it is damaged."""
    try:
        with open_model(f"{name}.json") as file:
            return dict(json.load(file))
    except (OSError, ValueError, TypeError) as exc:
        raise LibraryError(
            f"The model {name}.json that belongs to Quoth cannot be read: {exc}. Install it again."
        ) from exc


def open_model(file_name: str) -> IO[bytes]:
    """Return the opened file of a shipped model. Raises OSError when it is not there."""
    return (resources.files("qa") / "models" / file_name).open("rb")


def read_arrays(file: IO[bytes]) -> dict[str, npt.NDArray[Any]]:
    """Return the arrays of a NumPy archive; nothing in it is run. Raises nearly anything when it is damaged."""
    with np.load(file, allow_pickle=False) as archive:
        return {key: archive[key] for key in archive.files}
