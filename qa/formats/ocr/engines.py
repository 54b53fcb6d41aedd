"""The engines that recognise text: which of them is installed, and what one sees in a picture.

RapidOCR (the extra `ocr`) carries its models in its package and runs them by ONNX Runtime; Tesseract is used where it
is installed and RapidOCR is not. Neither is asked for anything from a network: of RapidOCR only models are loaded that
lie in its own folder.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

__all__ = ["ENGINES", "RecognisedLine", "find_engine"]

Picture = npt.NDArray[np.uint8]  # height × width, of greys

_MODELS = {"Det": "*_det_*.onnx", "Cls": "*_cls_*.onnx", "Rec": "*_rec_*.onnx"}
_MIN_SCORE = 0.5  # of a line, for it to be text
_SECONDS = 240.0  # for one picture


@dataclass(frozen=True, slots=True)
class RecognisedLine:
    """A run of words and where it stands in the picture, in pixels from its top left."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


def find_engine() -> str:
    """Return the name of the engine that is installed, of ENGINES; empty when there is none."""
    if find_spec("rapidocr") and find_spec("onnxruntime"):
        return "rapidocr"
    return "tesseract" if shutil.which("tesseract") else ""


@cache
def _load_rapidocr() -> Any:
    """Return RapidOCR with the models of its own folder. Raises FileNotFoundError when one is not there."""
    import rapidocr  # noqa: PLC0415  # an extra

    folder = Path(rapidocr.__file__).parent / "models"
    models: dict[str, object] = {}
    for stage, pattern in _MODELS.items():
        path = min(folder.glob(pattern), default=None)
        if path is None:
            raise FileNotFoundError(f"RapidOCR's folder has no model {pattern}. Install quoth[ocr] again.")
        models[f"{stage}.model_path"] = str(path)
    return rapidocr.RapidOCR(params={"Global.log_level": "critical", "Global.use_cls": False, **models})


def _run_rapidocr(picture: Picture) -> list[RecognisedLine]:
    colours = np.repeat(picture[:, :, None], 3, axis=2)
    result = _load_rapidocr()(colours)
    if result.boxes is None:
        return []
    lines = []
    for box, text, score in zip(result.boxes, result.txts, result.scores, strict=True):
        if score >= _MIN_SCORE and text.strip():
            (left, top), (right, bottom) = box.min(axis=0).tolist(), box.max(axis=0).tolist()
            lines.append(RecognisedLine(text.strip(), left, top, right, bottom))
    return lines


def _run_tesseract(picture: Picture) -> list[RecognisedLine]:
    height, width = picture.shape
    done = subprocess.run(  # noqa: S603  # no shell, and no argument from outside
        ["tesseract", "stdin", "stdout", "-l", _list_languages(), "tsv"],  # noqa: S607  # wherever it is installed
        input=b"P5 %d %d 255\n" % (width, height) + picture.tobytes(),
        capture_output=True,
        timeout=_SECONDS,
        check=True,
    )
    return parse_tesseract(done.stdout.decode("utf-8", "replace"))


@cache
def _list_languages() -> str:
    """Return the languages that Tesseract has data for, as it wants them; English first."""
    done = subprocess.run(["tesseract", "--list-langs"], capture_output=True, timeout=_SECONDS, check=True)  # noqa: S607
    names = [name for name in done.stdout.decode().split("\n")[1:] if name.strip() and name.strip() != "osd"]
    return "+".join(sorted(map(str.strip, names), key=lambda name: (name != "eng", name))) or "eng"


def parse_tesseract(table: str) -> list[RecognisedLine]:
    """Return the lines of a table of words as Tesseract writes it (TSV), each with its words joined.

    >>> row = "5\\t1\\t1\\t1\\t1\\t{}\\t{}\\t20\\t40\\t10\\t96\\t{}"
    >>> parse_tesseract("\\n".join(["level\\t…", row.format(1, 10, "Low"), row.format(2, 60, "tide")]))
    [RecognisedLine(text='Low tide', left=10.0, top=20.0, right=100.0, bottom=30.0)]
    """
    lines: dict[tuple[str, ...], list[tuple[str, float, float, float, float]]] = {}
    for row in table.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) < 12 or cells[0] != "5" or not cells[11].strip() or float(cells[10]) < 100 * _MIN_SCORE:
            continue
        left, top, width, height = map(float, cells[6:10])
        lines.setdefault(tuple(cells[1:5]), []).append((cells[11].strip(), left, top, left + width, top + height))
    return [
        RecognisedLine(
            " ".join(word[0] for word in words),
            min(word[1] for word in words),
            min(word[2] for word in words),
            max(word[3] for word in words),
            max(word[4] for word in words),
        )
        for words in lines.values()
    ]


ENGINES: dict[str, Callable[[Picture], list[RecognisedLine]]] = {
    "rapidocr": _run_rapidocr,
    "tesseract": _run_tesseract,
}
