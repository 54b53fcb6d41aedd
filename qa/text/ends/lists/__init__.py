"""Abbreviations by language, a file a family of languages; what the kinds mean says `ends.abbreviations`."""
