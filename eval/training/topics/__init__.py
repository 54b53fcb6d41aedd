"""How sure Quoth is that a sentence is about a topic: `python -m eval.training.topics.train` fits it."""
