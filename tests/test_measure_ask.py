"""What `make measure-ask` watches is there to be watched, and is as it was afterwards."""

from __future__ import annotations

import qa
from qa.scoring.trees import Trees
from tests.measure_ask import STAGES, Stopwatch, watched


def test_every_stage_of_an_answer_is_charged() -> None:
    watch, known = Stopwatch(), Trees.decision
    with qa.Library() as library:
        library.add(
            qa.Document(id="en", text="The tower was built in 1801 by Ole Berg. It is 40 metres high.\n\nIt is old.")
        )
        library.add(qa.Document(id="de", text="Der Turm wurde 1801 von Ole Berg gebaut."))
        before = library.ask("When was the tower built?", min_confidence=0.0)
        with watched(watch), watch.on("other"):
            answer = library.ask("When was the tower built?", [qa.Turn("What is a tower?")], min_confidence=0.0)
    assert answer == before
    assert set(watch.spent) >= {*STAGES} - {"agreement"}
    assert all(seconds >= 0.0 for seconds in watch.spent.values())
    assert Trees.decision is known
