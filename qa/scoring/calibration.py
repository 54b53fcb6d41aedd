"""A library's own correction of the shipped probability, and when to stay silent.

It is fitted on its owner's questions, and corrects the log-odds by a straight line (Platt 1999).
"""

from __future__ import annotations

import json
import math
from dataclasses import asdict, dataclass
from typing import Self

from qa.errors import InvalidOption, LibraryError

__all__ = ["DEFAULT_THRESHOLD", "Calibration"]

DEFAULT_THRESHOLD = (
    0.33  # a wrong quote is shown with its source and confidence: it costs half of what a right one gains
)


@dataclass(frozen=True, slots=True)
class Calibration:
    """A correction of the shipped probability, p' = logistic(slope * log-odds(p) + intercept), and the threshold.

    slope: above 0. threshold: in [0, 1]; below it nothing is quoted. By default nothing is corrected.
    Raises InvalidOption for other values.
    """

    slope: float = 1.0
    intercept: float = 0.0
    threshold: float = DEFAULT_THRESHOLD

    def __post_init__(self) -> None:
        if not (math.isfinite(self.slope) and self.slope > 0 and math.isfinite(self.intercept)):
            raise InvalidOption(f"The calibration has slope {self.slope} and intercept {self.intercept}: fit it again.")
        if not 0.0 <= self.threshold <= 1.0:
            raise InvalidOption(f"The threshold is {self.threshold}: it must be in [0, 1].")

    def corrected(self, log_odds: float) -> float:
        """Return the probability in [0, 1] for log-odds of the shipped model. It never falls as they rise."""
        return 0.5 * (1.0 + math.tanh(0.5 * (self.slope * log_odds + self.intercept)))

    def as_text(self) -> str:
        """Return it as JSON; `of_text` gives back the very same numbers."""
        return json.dumps(asdict(self))

    @classmethod
    def of_text(cls, text: str) -> Self:
        """Return the calibration that `as_text` wrote. Raises LibraryError for any other text."""
        try:
            return cls(**json.loads(text))
        except (ValueError, TypeError, OverflowError) as exc:
            raise LibraryError(
                f"The calibration that is kept with the library cannot be used: {text[:100]!r} ({exc}). Go back to "
                "the shipped one with `quoth eval --reset --library DIR`."
            ) from exc
