"""Pages of the web and what is made of such: HTML, Markdown and e-books."""
