"""What the reader is shown: the sets, what is kept aside, and the windows, wordings and near misses made of them."""
