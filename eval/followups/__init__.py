"""How follow-up questions are understood, measured on conversations: `python -m eval.followups FOLDER`."""
