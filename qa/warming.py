"""What the first question of a process would wait for, done ahead: all that it imports, compiles and reads."""

from __future__ import annotations

from contextlib import closing
from functools import cache

from qa.adding import Adder
from qa.asking import answer, examine, load_models
from qa.index import EmbeddedIndex, Index, open_index
from qa.models.known_words import is_known
from qa.preparing.parallel import Preparer
from qa.preparing.passages import DEFAULT_PASSAGE_SIZE
from qa.reader import ShippedReader
from qa.scoring.calibration import Calibration
from qa.text.detect import DEFAULT_LANGUAGE
from qa.text.lazy_regex import compile_all
from qa.text.stems import function_terms
from qa.types import Document, Turn

__all__ = ["warm"]

_TEXT = "The museum was founded by Ada Smith in the nineteenth century. It has 14 rooms.\n\nIt is free.\n"
_HISTORY = (Turn("Who was Ada Smith?"),)
_QUESTIONS = ("When was the museum founded by Ada Smith in 1931?", "How many?", "Wo war das?")


def warm(index: Index, *, reader: bool, in_memory: bool) -> None:
    """Load what questions about an index need, and open what it is kept in.

    reader: whether the small reader is asked. in_memory: whether the index is one in memory, which scikit-learn ranks;
    no other needs that.
    """
    index.warm()
    compile_all()
    _rehearse(reader=reader, in_memory=in_memory)
    with index.view() as view:
        for language in view.languages:
            function_terms(language)
            is_known("a", language)
        view.search("What?", 1)


@cache
def _rehearse(*, reader: bool, in_memory: bool) -> None:
    """Ask once whatever there is to ask, so that all that a question needs is there; once in a process."""
    models = load_models(ShippedReader() if reader else None)
    with closing(open_index() if in_memory else EmbeddedIndex()) as index:
        documents = [Document(id=code, text=_TEXT, language=code) for code in (DEFAULT_LANGUAGE, "de")]
        Adder(index, Preparer(DEFAULT_PASSAGE_SIZE)).put(documents)
        for question in _QUESTIONS:
            with index.view() as view:
                examination = examine(question, _HISTORY, 10, None, view, models, Calibration())
            answer(examination, max_quotes=3, min_confidence=0.0)
