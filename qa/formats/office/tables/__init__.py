"""Tables of documents and slides to rows with names."""
