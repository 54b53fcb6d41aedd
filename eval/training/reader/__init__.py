"""The training of the small reader: `python -m eval.training.train_reader FOLDER`."""
