"""What a check says: findings and the report that holds them, what each code means, and the words, by language."""
