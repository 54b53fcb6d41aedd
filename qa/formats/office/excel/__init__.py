"""Excel: sheets as pages, each row a sentence."""
