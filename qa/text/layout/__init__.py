"""How a text lies on its lines."""
