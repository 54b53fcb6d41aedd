from __future__ import annotations

from pathlib import Path

import pytest

from eval.training.reader.plan import TrainingPlan, TrainingProgress

torch = pytest.importorskip("torch")
pytest.importorskip("tokenizers")


def test_the_rate_rises_holds_and_falls(tmp_path: Path) -> None:
    progress = TrainingProgress(TrainingPlan(rate=1.0, minutes=100), 1_000, tmp_path)
    assert [round(progress.rate(done), 2) for done in (0, 0.025, 0.05, 0.5, 0.6, 0.8, 1.0)] == [0, 0.5, 1, 1, 1, 0.5, 0]
    assert progress.at(100, 5) == 0.1
    assert progress.at(100, 50) == 0.5, "time is further than steps"
    (tmp_path / "decay").touch()
    assert progress.at(100, 10) == pytest.approx(0.6)
    assert progress.at(200, 20) == pytest.approx(0.7)
    assert progress.at(5_000, 20) == 1.0


def test_a_training_is_resumed_and_ends_with_a_mean(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from eval.training.reader.batches import show
    from eval.training.reader.checkpoints import list_checkpoints, load_checkpoint
    from eval.training.reader.fit import Training
    from eval.training.reader.model import ReaderNetwork
    from eval.training.reader.samples.records import Sample
    from qa.reader import Encoder
    from tests.qa.reader.conftest import write_tokenizer

    torch.manual_seed(1)
    encoder = Encoder.read(write_tokenizer())
    samples = [Sample("When opens it?", f"It opens at {word}.", (12, 16), "", "x") for word in ("nine", "five")]
    shown = [each for each in (show(sample, encoder) for sample in samples) if each]
    network = ReaderNetwork()
    first = Training(network, shown, tmp_path, TrainingPlan(steps=2, half=False, warm=0.5, rate=1e-3))
    first.run(lambda: "measured")
    again = Training(ReaderNetwork(), shown, tmp_path, TrainingPlan(steps=3, half=False, warm=0.5, rate=1e-3))
    again.resume()
    again.run(lambda: "measured")
    said = capsys.readouterr().out
    assert "Ended at step 2. measured" in said
    assert "Goes on from step 2" in said
    assert [path.name for path in list_checkpoints(tmp_path)] == ["step-000002.pt", "step-000003.pt"]
    last = [load_checkpoint(path)["network"]["ends.weight"] for path in list_checkpoints(tmp_path)]
    mean = torch.load(tmp_path / "averaged.pt", weights_only=True)["ends.weight"]
    assert torch.allclose(mean, (last[0] + last[1]) / 2)
    assert not [*tmp_path.glob("*.partial")]
