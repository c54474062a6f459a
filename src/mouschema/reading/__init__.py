"""Bytes to one JSON value within bounds, and where each part of it stands in the text."""
