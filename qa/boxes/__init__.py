"""Where the words of a text stand on the pages of its file, so that a quote can be marked on the page itself."""
