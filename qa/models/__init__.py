"""The trained numbers that are shipped, their cards, and what loads them."""
