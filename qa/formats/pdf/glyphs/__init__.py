"""What PDFium says of the single characters of a page."""
