"""What a question does not wait for: nothing is imported, opened or read in it once a library is warm."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import qa

# Notes what a process of its own imports and opens while it asks for the first time.
FIRST_QUESTION = """
import json, sys
import qa

noted = []
asking = False

def note(event, arguments):
    if asking and event in {"import", "open", "os.listdir", "compile"}:
        noted.append([event, str(arguments[0])])

sys.addaudithook(note)
folder, question, warm = sys.argv[1:]
library = qa.Library(folder, create=False)
if warm == "warm":
    library.warm()
asking = True
answer = library.ask(question, history=[qa.Turn("Who founded the tower?")], min_confidence=0.0)
asking = False
print(json.dumps({"noted": noted, "text": answer.text, "modules": sorted(sys.modules)}))
"""


def first_question(folder: Path, question: str, warm: str) -> dict[str, list[str]]:
    """Ask in a process of its own; return what was noted."""
    command = [sys.executable, "-c", FIRST_QUESTION, str(folder), question, warm]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, list[str]] = json.loads(done.stdout)
    return found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("warm") / "library"
    with qa.Library(path) as library:
        library.add(
            qa.Document(id="en", text="The tower was built in 1801 by Ole Berg. It is 40 metres high."),
            qa.Document(id="de", text="Der Turm wurde 1801 von Ole Berg gebaut. Er ist 40 Meter hoch."),
            qa.Document(id="ru", text="Башня была построена в 1801 году. Её высота 40 метров."),
        )
    return path


@pytest.mark.parametrize("question", ["When was it built?", "How high is the tower?", "Wie hoch ist der Turm?"])
def test_nothing_is_opened_or_imported_in_the_first_question(folder: Path, question: str) -> None:
    found = first_question(folder, question, "warm")
    assert found["noted"] == []
    assert "40" in found["text"] or "1801" in found["text"]


def test_what_is_noted_would_be_noted(folder: Path) -> None:
    assert first_question(folder, "How high is the tower?", "cold")["noted"] != []


def test_a_folder_needs_no_scikit_learn(folder: Path) -> None:
    modules = set(first_question(folder, "How high is the tower?", "cold")["modules"])
    assert "numpy" in modules
    assert not modules & {"sklearn", "scipy", "lxml", "pypdfium2", "pydantic"}
    assert "sklearn" not in first_question(folder, "How high is the tower?", "warm")["modules"]


def test_warming_changes_no_answer(folder: Path) -> None:
    with qa.Library(folder, create=False) as library:
        before = library.ask("How high is the tower?", min_confidence=0.0)
        library.warm()
        library.warm()
        assert library.ask("How high is the tower?", min_confidence=0.0) == before
    with qa.Library() as empty:
        empty.warm()
        assert empty.ask("How high is the tower?").reason == "empty_library"


def test_the_estimator_is_public_all_the_same() -> None:
    assert qa.TfidfRetriever().k1 == 0.9
    with pytest.raises(AttributeError, match="no attribute 'Retriever'"):
        qa.Retriever  # noqa: B018  # type: ignore[attr-defined]
