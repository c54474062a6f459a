"""`python -m cost`; the processes that measure load this file too, and nothing more than they need."""

if __name__ == "__main__":
    from cost.run import main

    main()
