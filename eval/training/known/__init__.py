"""Lists of common words, made of texts of others."""
