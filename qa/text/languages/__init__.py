"""Languages beyond those whose grammar is known: their function words, and a model that tells them apart."""
