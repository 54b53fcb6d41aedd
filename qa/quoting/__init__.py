"""From scored sentences to quotes: which are chosen, which agree, how they are cited."""
