"""The ends of pages and columns: what stands there again and again, footnotes, and what runs on past them."""
