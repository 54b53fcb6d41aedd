"""What the measure of the stages watches is there to be watched, and is as it was afterwards."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

import qa
from eval.bench.stages import STAGES, Stopwatch, main, watch_stages
from qa.scoring.trees import Trees


def test_every_stage_of_an_answer_is_charged() -> None:
    watch, known = Stopwatch(), Trees.decision
    with qa.Library() as library:
        library.add(
            qa.Document(id="en", text="The tower was built in 1801 by Ole Berg. It is 40 metres high.\n\nIt is old.")
        )
        library.add(qa.Document(id="de", text="Der Turm wurde 1801 von Ole Berg gebaut."))
        before = library.ask("When was the tower built?", min_confidence=0.0)
        with watch_stages(watch), watch.on("other"):
            answer = library.ask("When was the tower built?", [qa.Turn("What is a tower?")], min_confidence=0.0)
    assert answer == before
    assert set(watch.spent) >= {*STAGES} - {"agreement", "mending", "topic"}
    assert all(seconds >= 0.0 for seconds in watch.spent.values())
    assert Trees.decision is known


def test_the_command_tells_of_every_stage_and_writes_it_into_a_page(tmp_path: Path) -> None:
    (tmp_path / "museum.txt").write_text("The museum opens at nine. A ticket costs 14 euros.", encoding="utf-8")
    with qa.Library(tmp_path / "library") as library:
        library.add_files(tmp_path / "museum.txt")
    questions = tmp_path / "questions.jsonl"
    questions.write_text('{"question": "What does a ticket cost?"}\n' * 2, encoding="utf-8")
    page = tmp_path / "page.md"
    page.write_text("<!-- stages: made by a command -->\n<!-- end of stages -->\n", encoding="utf-8")
    arguments = ["--library", tmp_path / "library", "--questions", questions, "--record", page]
    done = CliRunner().invoke(main, list(map(str, arguments)))
    assert done.exit_code == 0, done.output
    assert "2 questions" in done.output
    assert {"| retrieve |", "| trees |", "| all |"} <= {
        f"{line[: line.find(' |') + 2]}" for line in done.output.splitlines()
    }
    assert done.output.strip() in page.read_text(encoding="utf-8")
    assert "python -m eval.bench.stages" in page.read_text(encoding="utf-8")


def test_a_library_that_is_not_there_is_told(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["--library", str(tmp_path / "nowhere")])
    assert done.exit_code == 1
    assert "nowhere" in done.output
