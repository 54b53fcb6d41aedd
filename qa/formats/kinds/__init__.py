"""What a file is by its content, where nothing here reads it: its true name and a way out."""
