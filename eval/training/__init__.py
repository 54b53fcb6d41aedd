"""What fits the shipped models and a library's calibration."""
