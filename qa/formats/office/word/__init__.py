"""Word files, part by part, to a text."""
