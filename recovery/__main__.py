"""`python -m recovery`: the command line."""

from recovery.cli.main import main

if __name__ == "__main__":
    raise SystemExit(main())
