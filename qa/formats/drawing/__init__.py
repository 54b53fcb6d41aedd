"""Pages of a PDF as pictures."""
