"""What is known of states, organisations, offices and outlets, by date, each row with its source."""
