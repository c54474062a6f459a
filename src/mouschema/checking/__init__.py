"""The whole way from bytes to a report, for one document, a file, and many; and the choices of a project."""
