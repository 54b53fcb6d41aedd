"""The chat, the documents and the feedback form, as pages."""
