"""What kind of answer a question asks for, and which words of a sentence are of that kind."""
