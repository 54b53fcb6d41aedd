"""Markdown: its blocks as HTML that knows the lines of the file, read as a web page is."""
