"""What a request must pass: bounds, headers, admission."""
