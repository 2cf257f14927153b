"""Seconds from opening a notebook in JupyterLab to its first figure, as a reader waits for it, in a running Jupyter.

first_figure.py --server ADDRESS --token TOKEN NOTEBOOK [ROUNDS]; NOTEBOOK is a path there, without outputs. What the
reader's hands need is not counted: the first three cells of code, of which the last shows the figure, are run as soon as
the kernel is idle. The start of the browser, some two seconds, is.
"""
import argparse
import tempfile
import time

from jupyter_page import JupyterPage, wait

FIRST_CELLS = 3


def seconds(server, token, notebook):
    with tempfile.TemporaryDirectory() as profile:
        start = time.monotonic()
        page = JupyterPage(server, token, notebook, profile)
        ready = time.monotonic()
        try:
            assert not page.images(), "the notebook holds figures already"
            wait("cells", lambda: page.select(page.code_cells()[0]) or True)
            page.run(page.code_cells()[0], FIRST_CELLS)
            wait("a figure", page.images, 600)
            return ready - start, time.monotonic() - start
        finally:
            page.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--server", required=True)
    parser.add_argument("--token", required=True)
    parser.add_argument("notebook")
    parser.add_argument("rounds", nargs="?", type=int, default=3)
    asked = parser.parse_args()
    for _ in range(asked.rounds):
        ready, figure = seconds(asked.server, asked.token, asked.notebook)
        print(f"kernel ready after {ready:.1f} s, first figure after {figure:.1f} s", flush=True)


if __name__ == "__main__":
    main()
