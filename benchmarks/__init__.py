"""How fast mouschema reads, checks and writes, beside other ways to do the same: `python -m benchmarks`."""
