"""Names of array types."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

__all__ = ["Bools", "Floats"]

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
