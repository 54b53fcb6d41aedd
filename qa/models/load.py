"""The trained models that are shipped: NumPy archives, read without pickle, once, when they are first needed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources

import numpy as np
import numpy.typing as npt

from qa.errors import LibraryError

__all__ = ["load_arrays"]

FORMAT = 1


@cache
def load_arrays(name: str) -> Mapping[str, npt.NDArray[np.float64]]:
    """Return the arrays of a shipped model by name. Raises LibraryError when the file is damaged or of another format.

    Numbers that stand alone have shape (). Lists of names are arrays of strings.
    """
    file = resources.files("qa") / "models" / f"{name}.npz"
    try:
        with file.open("rb") as stream, np.load(stream, allow_pickle=False) as archive:
            arrays = {key: archive[key] for key in archive.files}
    except Exception as exc:  # damage shows itself as nearly any error of zipfile, zlib and NumPy
        raise LibraryError(
            f"The model {name}.npz that belongs to Quoth cannot be read: {exc}. Install it again."
        ) from exc
    found = arrays.get("format", np.array(None)).tolist()
    if found != FORMAT:
        raise LibraryError(f"The model {name}.npz has format {found}; this version reads {FORMAT}. Install it again.")
    return arrays
