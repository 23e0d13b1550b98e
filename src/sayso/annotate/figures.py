"""Text to figures: quantities with value, bounds, unit, and what is counted."""
