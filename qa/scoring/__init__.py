"""How well a sentence answers a question: features, evidence, confidence."""
