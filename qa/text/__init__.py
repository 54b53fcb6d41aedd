"""Words, terms and sentences of a text, and what is known of its language; nothing here knows of documents."""
