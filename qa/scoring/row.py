"""A row of an array whose columns have names, such as the features of a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

import numpy as np

from qa.arrays import Floats

__all__ = ["Row", "values_of"]


class Row(Mapping[str, float]):
    """A row of numbers by their names, without a copy."""

    __slots__ = ("array", "names")

    def __init__(self, names: tuple[str, ...], array: Floats) -> None:
        self.names, self.array = names, array

    def __getitem__(self, name: str) -> float:
        return float(self.array[_places(self.names)[name]])

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    def __len__(self) -> int:
        return len(self.names)

    def __repr__(self) -> str:
        return repr(dict(self))


@cache
def _places(names: tuple[str, ...]) -> Mapping[str, int]:
    """Return the place of each name; there are a few lists of them."""
    return {name: place for place, name in enumerate(names)}


def values_of(features: Mapping[str, float], names: tuple[str, ...]) -> Floats:
    """Return the named features in this order: (len(names),)."""
    if isinstance(features, Row) and features.names is names:
        return features.array
    return np.array([features[name] for name in names])
