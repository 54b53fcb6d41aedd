"""The HTTP endpoint under /api, and the routes of operation."""
