"""Misspelt words of a question, mended to what the documents hold."""
