"""What is measured: Quoth and the systems beside it, and what asks them."""
