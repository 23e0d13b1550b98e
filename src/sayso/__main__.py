"""`python -m sayso` is `sayso`."""

from sayso.faces.cli import main

if __name__ == "__main__":
    main()
