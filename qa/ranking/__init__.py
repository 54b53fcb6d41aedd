"""What terms weigh, and the estimator that ranks passages for a question."""
