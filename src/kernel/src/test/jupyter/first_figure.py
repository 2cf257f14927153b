"""Seconds from opening a notebook in JupyterLab to its first figure, as a reader waits for it, in a running Jupyter.

first_figure.py --server ADDRESS --token TOKEN NOTEBOOK [ROUNDS]; NOTEBOOK is a path there, without outputs. It counts
from the moment at which a running browser is given the address, in a window as high as a screen; in the first round that
browser is new to the server, later it keeps what it has read there. Each round has a kernel of its own. The first three
cells of code, of which the last shows the figure, are run as soon as that is idle.
"""
import argparse
import json
import tempfile
import time
import urllib.request

from jupyter_page import JupyterPage, wait

FIRST_CELLS = 3
SCREEN = 1000


def seconds(server, token, notebook, profile):
    page = JupyterPage(server, token, notebook, profile, SCREEN)
    ready = time.monotonic()
    try:
        assert not page.images(), "the notebook holds figures already"
        wait("cells", lambda: page.select(page.code_cells()[0]) or True)
        page.run(page.code_cells()[0], FIRST_CELLS)
        wait("a figure", page.images, 600)
        return ready - page.asked_for, time.monotonic() - page.asked_for
    finally:
        page.close()


def stop_kernels(server, token):
    """Else the next page would find the notebook's kernel at work."""
    def ask(path, method="GET"):
        request = urllib.request.Request(f"{server}/api/{path}", method=method, headers={"Authorization": f"token {token}"})
        with urllib.request.urlopen(request) as answer:
            return answer.read()

    for session in json.loads(ask("sessions")):
        ask(f"sessions/{session['id']}", "DELETE")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--server", required=True)
    parser.add_argument("--token", required=True)
    parser.add_argument("notebook")
    parser.add_argument("rounds", nargs="?", type=int, default=3)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as profile:
        for _ in range(asked.rounds):
            stop_kernels(asked.server, asked.token)
            ready, figure = seconds(asked.server, asked.token, asked.notebook, profile)
            print(f"kernel ready after {ready:.1f} s, first figure after {figure:.1f} s", flush=True)


if __name__ == "__main__":
    main()
