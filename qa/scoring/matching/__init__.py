"""The words of a question beside those of the sentences that may answer it, and of what stands above them."""
