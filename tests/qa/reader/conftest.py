"""A tokenizer of a few words, as a file of one is."""

from __future__ import annotations

import json
from typing import Any

import pytest

WORDS = "[PAD] [UNK] [CLS] [SEP] the a in it opens at nine five museum ticket costs euro ##s when what . ? 14".split()


def write_tokenizer() -> bytes:
    record: dict[str, Any] = {
        "version": "1.0",
        "truncation": {"max_length": 4, "strategy": "LongestFirst", "stride": 0, "direction": "Right"},
        "padding": None,
        "added_tokens": [],
        "normalizer": {
            "type": "BertNormalizer",
            "clean_text": True,
            "handle_chinese_chars": True,
            "strip_accents": None,
            "lowercase": True,
        },
        "pre_tokenizer": {"type": "BertPreTokenizer"},
        "post_processor": None,
        "decoder": None,
        "model": {
            "type": "WordPiece",
            "unk_token": "[UNK]",
            "continuing_subword_prefix": "##",
            "max_input_chars_per_word": 100,
            "vocab": {word: number for number, word in enumerate(WORDS)},
        },
    }
    return json.dumps(record).encode()


@pytest.fixture
def tokenizer() -> bytes:
    return write_tokenizer()
