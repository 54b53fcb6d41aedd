"""What a question asks for: its words, its type of answer, and what it takes from earlier turns."""
