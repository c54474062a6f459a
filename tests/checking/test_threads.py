"""Threads: whatever is done first, in eight threads at once, is done as if it were alone."""

from threads import USES, crashes


def test_first_uses_in_many_threads() -> None:
    """In fresh processes every thread does something else first, in every order, and gets what it would get alone."""
    assert crashes(len(USES), start=len(USES)) == []
