"""What was typed, told from its words alone: chit-chat, a request, a topic, or two questions in one."""
