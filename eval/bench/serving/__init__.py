"""What answers cost over HTTP and in a browser: `quoth serve` is run as a process of its own, and asked.

`server` runs it and looks at its processes; `endpoint`, `load` and `chat` are the commands that measure.
"""
