"""How a server is reached: its location, connections to it, what is sent, and its errors in our words."""
