"""Rich text files (.rtf): words of control among plain text, read to paragraphs and tables."""
