"""Mail: messages with what is in them, as text."""
