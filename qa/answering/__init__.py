"""From what was found for a question to its answer, or to the reason why there is none."""
