"""What a report looks like, a file for each form."""
