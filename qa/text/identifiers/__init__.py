"""Words that name one thing by their exact letters and figures: a code, a setting, a version; and their spellings."""
