"""What training needs of the library and nothing else does: the match of a question, its features, the model's parts.

Used by the `train` modules of `eval`. Everything else goes through the public names of `qa`.
"""

from __future__ import annotations

from qa.focus import N_FOCUS_WEIGHTS, FocusCandidates, FocusChoice, FocusModel, find_focus_candidates
from qa.models.known_words import make_bits
from qa.models.load import FORMAT
from qa.models.regression import Regression
from qa.question.query import PROPERTIES
from qa.quoting.companions import list_companions
from qa.reader import (
    Encoded,
    Encoder,
    OnnxReader,
    ReadSpan,
    WindowReader,
    choose_reader,
    consult,
    cut_windows,
    load_reader,
    read_ends,
)
from qa.reader.shipped import NETWORK as READER_NETWORK
from qa.reader.shipped import WORDS as READER_WORDS
from qa.scoring.confidence import CONFIDENCE_FEATURES, compute_confidence_features
from qa.scoring.evidence import EvidenceModel, load_evidence_model, select
from qa.scoring.features import FEATURES, GROUPS, compute_features
from qa.scoring.matching.match import Match
from qa.scoring.second import (
    MOST_WINDOWS,
    READ_CONFIDENCE_FEATURES,
    READ_FEATURES,
    SecondModel,
    compute_read_confidence,
    compute_read_features,
)
from qa.scoring.term_weights import BLOCKS, TermWeights
from qa.scoring.topic import TOPIC_FEATURES
from qa.scoring.trees import Trees, probability
from qa.text.detect import detect
from qa.text.stems import fold
from qa.text.words import words

__all__ = [
    "BLOCKS",
    "CONFIDENCE_FEATURES",
    "FEATURES",
    "FORMAT",
    "GROUPS",
    "MOST_WINDOWS",
    "N_FOCUS_WEIGHTS",
    "PROPERTIES",
    "READER_NETWORK",
    "READER_WORDS",
    "READ_CONFIDENCE_FEATURES",
    "READ_FEATURES",
    "TOPIC_FEATURES",
    "Encoded",
    "Encoder",
    "EvidenceModel",
    "FocusCandidates",
    "FocusChoice",
    "FocusModel",
    "Match",
    "OnnxReader",
    "ReadSpan",
    "Regression",
    "SecondModel",
    "TermWeights",
    "Trees",
    "WindowReader",
    "choose_reader",
    "compute_confidence_features",
    "compute_features",
    "compute_read_confidence",
    "compute_read_features",
    "consult",
    "cut_windows",
    "detect",
    "find_focus_candidates",
    "fold",
    "list_companions",
    "load_evidence_model",
    "load_reader",
    "make_bits",
    "probability",
    "read_ends",
    "select",
    "words",
]
