"""What trains the focus, the words in a sentence that answer: `python -m eval.training.train_focus FOLDER`."""
