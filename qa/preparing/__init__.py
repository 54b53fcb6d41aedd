"""From a document to what an index keeps of it: passages, sentences, terms."""
