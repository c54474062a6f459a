"""The schema's verdict on a JSON value; where it refuses one, why, and what would be right."""
