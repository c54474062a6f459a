"""Mutation testing: change the package in one place, run the tests that matter, see them fail.

`docs/how-to/mutation-testing.md` has the commands.
"""
