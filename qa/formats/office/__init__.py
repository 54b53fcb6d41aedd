"""Word, PowerPoint and Excel files, which are XML within a zip archive."""
