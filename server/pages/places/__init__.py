"""Places of documents as the chat cites them."""
