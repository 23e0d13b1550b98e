"""One module a page: its address and query to a question, the answer to what is shown and to rows."""
