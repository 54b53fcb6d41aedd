"""The words inside a quoted sentence that answer: a date, a number, a name or a phrase; none when that is not sure."""

from __future__ import annotations

from qa.focus.features import N_FOCUS_WEIGHTS, FocusCandidates, find_focus_candidates
from qa.focus.model import FocusChoice, FocusModel, find_focus

__all__ = ["N_FOCUS_WEIGHTS", "FocusCandidates", "FocusChoice", "FocusModel", "find_focus", "find_focus_candidates"]
