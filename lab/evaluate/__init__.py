"""What is measured, on which corpus, and the floors that the gate does not lower."""
