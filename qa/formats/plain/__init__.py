"""Plain text: which characters its bytes are, and tables written in it."""
