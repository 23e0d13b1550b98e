"""Every way in: parse, call, print; no decisions."""
