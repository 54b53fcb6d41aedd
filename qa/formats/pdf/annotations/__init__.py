"""What a PDF shows beside the text of its pages, filled fields and comments, and what it holds that is not read."""
