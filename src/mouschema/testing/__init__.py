"""For the tests of other projects: Hypothesis strategies that make records as they may really come."""
