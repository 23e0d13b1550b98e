"""Numbers to spans: siblings that do not know one another, syntax excepted."""
