"""The explorer: a record in the browser, and the same answers as JSON and CSV; parse, call, render, no decisions."""
