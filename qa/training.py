"""What training needs of the library and nothing else does: the match of a question, its features, the model's parts.

Used by `python -m eval.train`. Everything else goes through the public names of `qa`.
"""

from __future__ import annotations

from qa.confidence import CONFIDENCE_FEATURES, Calibration, ConfidenceModel, confidence_features
from qa.evidence import EvidenceModel, select
from qa.features import FEATURES, GROUPS, PLAIN_WEIGHTS, Match, feature_matrix
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
    "PLAIN_WEIGHTS",
    "PROPERTIES",
    "Calibration",
    "ConfidenceModel",
    "EvidenceModel",
    "Match",
    "TermWeights",
    "Trees",
    "confidence_features",
    "feature_matrix",
    "probability",
    "select",
]
