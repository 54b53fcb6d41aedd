"""The server as a process: started, warmed, multiplied, watching folders."""
