"""`python -m mouschema` is the command `mouschema`."""

from mouschema.cli import main

if __name__ == "__main__":
    main()
