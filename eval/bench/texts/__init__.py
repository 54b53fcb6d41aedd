"""What a benchmark indexes and asks: generated passages, public sets, questions."""
