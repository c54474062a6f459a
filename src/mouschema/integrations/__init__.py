"""Records in other people's frameworks, a file for each."""
