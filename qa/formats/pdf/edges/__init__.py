"""The ends of pages and columns: what stands there again and again, and what runs on past them."""
