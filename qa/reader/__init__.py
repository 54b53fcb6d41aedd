"""The small reader: a question and a window of a passage in; the span that answers best and the odds of none out.

It is an extra (`quoth[reader]`): nothing outside this folder imports its packages, nor do its modules until it is used.
"""

from __future__ import annotations

from qa.reader.consult import WindowReader, consult
from qa.reader.encoding import Encoded, Encoder
from qa.reader.onnx_reader import OnnxReader
from qa.reader.shipped import ReaderChoice, ShippedReader, choose_reader, is_there, load_reader
from qa.reader.spans import ReadSpan, read_ends
from qa.reader.windows import Window, cut_windows

__all__ = [
    "Encoded",
    "Encoder",
    "OnnxReader",
    "ReadSpan",
    "ReaderChoice",
    "ShippedReader",
    "Window",
    "WindowReader",
    "choose_reader",
    "consult",
    "cut_windows",
    "is_there",
    "load_reader",
    "read_ends",
]
