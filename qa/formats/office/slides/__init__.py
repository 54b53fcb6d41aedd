"""PowerPoint files, slide by slide, to a text."""
