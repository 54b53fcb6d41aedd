"""Seeded prose, tables and names for the files that reading is measured on: words of English, sentences of nobody."""

from __future__ import annotations

import random

__all__ = ["Prose"]

_WORDS = (
    "the a of to and in for is was by on with from that it at as be are this which have not or an had but were their "
    "harbour ferry council budget lease tenant deposit school river bridge library museum garden market station road "
    "water power price report member board meeting vote election company worker contract insurance claim policy season "
    "winter summer spring visitor ticket hall concert engine boat keeper light tower island village town region north "
    "south east west early late long short large small public private annual monthly weekly new old open paid due"
).split()
_HALLS = "North South East West Upper Lower Old New".split()


class Prose:
    """Makes texts; the same seed makes the same ones in the same order."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311  # no secret

    def sentence(self) -> str:
        """Return a sentence of 6 to 24 words."""
        words = self._random.choices(_WORDS, k=self._random.randint(6, 24))
        return f"{' '.join(words).capitalize()}."

    def paragraph(self) -> str:
        """Return 3 to 7 sentences."""
        return " ".join(self.sentence() for _ in range(self._random.randint(3, 7)))

    def title(self) -> str:
        """Return 2 to 5 words, as a heading has them."""
        return " ".join(self._random.choices(_WORDS[20:], k=self._random.randint(2, 5))).capitalize()

    def table(self, n_rows: int, n_columns: int) -> list[list[str]]:
        """Return a table with a row of names; a few cells are empty."""
        names = ["Hall", *(f"Year {2015 + column}" for column in range(n_columns - 1))]
        rows = [
            [
                f"{self._random.choice(_HALLS)} hall {number}",
                *(f"{self._random.randint(1, 99_999):,}" if self._random.random() > 0.1 else "" for _ in names[1:]),
            ]
            for number in range(1, n_rows + 1)
        ]
        return [names, *rows]
