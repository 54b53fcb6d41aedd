from __future__ import annotations

import pytest

from eval.training.reader.batches import BATCH, make_batches, pad, show
from eval.training.reader.samples.records import Sample
from qa.reader import Encoder
from tests.qa.reader.conftest import write_tokenizer

pytest.importorskip("tokenizers")

TEXT = "The museum opens at nine."


def test_an_answer_is_found_among_the_tokens() -> None:
    encoder = Encoder.read(write_tokenizer())
    shown = show(Sample("When?", TEXT, (17, 24), "", "x"), encoder)
    assert shown is not None
    places = shown.encoded.places
    assert (places[shown.start], places[shown.end]) == ((17, 19), (20, 24))
    none = show(Sample("When?", TEXT, None, "", "x"), encoder)
    assert none is not None
    assert (none.start, none.end) == (0, 0)


def test_an_answer_that_is_left_out_is_not_shown() -> None:
    sample = Sample("When?", "nine " * 300 + "five", (1_500, 1_504), "", "x")
    assert show(sample, Encoder.read(write_tokenizer())) is None


def test_batches_hold_every_sample_once_and_are_filled_up() -> None:
    encoder = Encoder.read(write_tokenizer())
    shown = [show(Sample("When?", "nine " * (1 + n % 7), (0, 4), "", "x"), encoder) for n in range(5 * BATCH + 6)]
    kept = [each for each in shown if each]
    batches = make_batches(kept, seed=3)
    assert batches == make_batches(kept, seed=3)
    assert sorted(id(each) for batch in batches for each in batch) == sorted(map(id, kept))
    assert sorted(map(len, batches)) == [6, *[BATCH] * 5]
    batch = pad(kept[:7])
    assert batch.tokens.shape == batch.present.shape == (7, 12)
    assert batch.present.sum(1).tolist() == [6 + n for n in range(7)]
    assert batch.inside[0].tolist() == [True, False, False, False, True, *[False] * 7]
