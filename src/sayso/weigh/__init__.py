"""Entries to what can be compared: frames, their slots side by side, and each signal with what it rests on."""
