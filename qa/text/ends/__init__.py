"""Where sentences end within a line or a paragraph."""
