"""`python -m koreanews`: the command, where its own name is not on the path."""

from koreanews.cli import main

if __name__ == "__main__":
    main(prog_name="koreanews")
