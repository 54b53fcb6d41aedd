"""Text recognition: pages that are pictures of text, read by an engine that is installed beside Quoth."""
