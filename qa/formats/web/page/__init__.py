"""A web page from its source to blocks of text: within bounds, what is shown, what is main, and each element."""
