"""What training needs of the library and nothing else does: the match of a question, its features, the model's parts.

Used by the `train` modules of `eval`. Everything else goes through the public names of `qa`.
"""

from __future__ import annotations

from qa.choice import companions
from qa.confidence import CONFIDENCE_FEATURES, confidence_features
from qa.evidence import EvidenceModel, select
from qa.features import FEATURES, GROUPS, Match, feature_matrix
from qa.focus import N_FOCUS_WEIGHTS, FocusCandidates, FocusChoice, FocusModel, focus_candidates
from qa.model_files import FORMAT
from qa.query import PROPERTIES
from qa.term_weights import BLOCKS, TermWeights
from qa.trees import Trees, probability

__all__ = [
    "BLOCKS",
    "CONFIDENCE_FEATURES",
    "FEATURES",
    "FORMAT",
    "GROUPS",
    "N_FOCUS_WEIGHTS",
    "PROPERTIES",
    "EvidenceModel",
    "FocusCandidates",
    "FocusChoice",
    "FocusModel",
    "Match",
    "TermWeights",
    "Trees",
    "companions",
    "confidence_features",
    "feature_matrix",
    "focus_candidates",
    "probability",
    "select",
]
