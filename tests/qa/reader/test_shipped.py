from __future__ import annotations

import subprocess
import sys

import pytest

import qa
from qa.reader import shipped


def test_the_library_imports_nothing_of_the_reader_until_it_is_asked_for() -> None:
    code = (
        "import sys, qa, qa.reader; qa.Library().ask('Who?'); qa.reader.is_there(); "
        "print([name for name in ('onnxruntime', 'tokenizers') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_without_its_packages_it_says_how_to_get_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shipped, "PACKAGES", ("no_such_package",))
    shipped.load_reader.cache_clear()
    assert not shipped.is_there()
    with pytest.raises(qa.MissingExtra, match=r"pip install 'quoth\[reader\]'"):
        shipped.load_reader()


def test_without_its_files_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shipped, "PACKAGES", ())
    monkeypatch.setattr(shipped, "NETWORK", "no-such-file.onnx")
    shipped.load_reader.cache_clear()
    assert not shipped.is_there()
    with pytest.raises(qa.LibraryError, match="Install it again"):
        shipped.load_reader()


@pytest.mark.skipif(not shipped.is_there(), reason="the extra reader is not installed")
def test_the_shipped_reader_finds_what_answers_and_what_does_not() -> None:
    shipped.load_reader.cache_clear()
    reader = shipped.load_reader()
    assert shipped.load_reader() is reader
    text = "The lighthouse on Skerry Head was built in 1884 by Alan Stevenson. It is 38 metres high."
    who = reader.read("Who built the lighthouse?", text, "Skerry Head")
    assert "Stevenson" in text[who.start : who.end]
    tall = reader.read("How high is the lighthouse?", text, "Skerry Head")
    assert "38" in text[tall.start : tall.end]
    other = reader.read("What is the price of a ferry ticket?", text, "Skerry Head")
    assert other.odds < min(who.odds, tall.odds)
    assert reader.read("Who built the lighthouse?", text, "Skerry Head") == who


def test_it_is_asked_where_it_is_there_and_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shipped, "PACKAGES", ())
    monkeypatch.setattr(shipped, "is_there", lambda: True)
    assert shipped.choose_reader("off") is None
    assert shipped.choose_reader("auto") == shipped.choose_reader("on") == shipped.ShippedReader()
    monkeypatch.setattr(shipped, "is_there", lambda: False)
    assert shipped.choose_reader("auto") is None
    assert shipped.choose_reader("on") is not None


def test_a_choice_that_is_none_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(qa.InvalidOption, match=r"'yes'.*auto, on or off"):
        qa.Library(reader="yes")  # type: ignore[arg-type]
    monkeypatch.setattr(shipped, "PACKAGES", ("no_such_package",))
    with pytest.raises(qa.MissingExtra, match=r"quoth\[reader\]"):
        qa.Library(reader="on")
