"""Writing a text: what a format finds, block by block, with its headings and pages."""
