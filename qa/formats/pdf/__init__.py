"""PDF: from the characters of a page to its lines, and from lines to paragraphs."""
