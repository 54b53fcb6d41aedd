"""Worker processes with limits of time and memory; what runs in them is given by module name."""
