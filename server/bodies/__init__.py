"""The JSON that goes in and out of the HTTP endpoint."""
