"""A notebook in a real browser: what a reader sees, and that nothing is asked of any other machine.

browser_check.py NOTEBOOK PICTURES starts the Jupyter of this machine, or with --server ADDRESS --token TOKEN uses one
that runs already, where NOTEBOOK is a path. Needs Selenium, Chromium and its driver (environment/install --browser).
"""
import argparse
import contextlib
import json
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from jupyter_page import LONGEST_WAIT_S, JupyterPage, wait

LEAST_WIDTH = 100
TYPED = "List.of(1).s"
OFFERED = "stream"
PLOT = ".js-plotly-plot"
BOX = ".faultslip-figure"
# Where the first trace that has labels is drawn, and the middle one of its points, in pixels from the middle of that.
A_POINT = """
  const plot = arguments[0], layout = plot._fullLayout;
  const trace = plot.calcdata.find(points => points[0].trace.hoverinfo !== 'skip');
  const point = trace[Math.floor(trace.length / 2)], {xaxis, yaxis} = trace[0].trace;
  const [x, y] = [layout[xaxis.replace('x', 'xaxis')], layout[yaxis.replace('y', 'yaxis')]];
  return [plot.querySelector(`.nsewdrag[data-subplot="${xaxis + yaxis}"]`),
      Math.round(x.c2p(point.x) - x._length / 2), Math.round(y.c2p(point.y) - y._length / 2)];
"""


def said(text):
    print(f"  {text}", flush=True)


def kernel_is_that_of_the_notebook(server, path):
    wanted = server.contents(path)["metadata"]["kernelspec"]["name"]

    def started():
        return [kernel for kernel in server.kernels(path) if kernel["execution_state"] == "idle"]
    names = [kernel["name"] for kernel in wait("idle kernel", started)]
    assert names == [wanted], f"the notebook asks for the kernel {wanted}; it was opened with {', '.join(names)}"


def every_cell_runs(page, server, path, longest_wait):
    def coded(cells):
        return [place for place, cell in enumerate(cells) if cell["cell_type"] == "code" and "".join(cell["source"]).strip()]
    places = coded(server.contents(path)["cells"])
    assert places, "the notebook has no code"

    def written():
        cells = [cell for cell in page.code_cells() if cell.find_element(By.CSS_SELECTOR, page.place.editor).text.strip()]
        return cells if len(cells) == len(places) else None
    # A page fills slowly.
    cells = wait(f"{len(places)} cells with code", written)
    page.run(cells[0], places[-1] - places[0] + 1)

    def rested():
        prompts = [page.prompt(cell) for cell in cells]
        return any(prompts) and "*" not in prompts
    for _ in range(2):  # between two cells there may be a moment of rest
        wait("end of the cells", rested, longest_wait)
        time.sleep(2)
    page.save()

    def saved():
        stored = server.contents(path)["cells"]
        return [stored[place] for place in coded(stored)] if any(cell.get("execution_count") for cell in stored) else None
    for cell in wait("saved notebook", saved):
        errors = [output for output in cell["outputs"] if output["output_type"] == "error"]
        assert not errors, f"a cell failed: {errors[0]['ename']}: {errors[0]['evalue']}\n{''.join(cell['source'])}"
        assert cell["execution_count"], f"a cell did not run:\n{''.join(cell['source'])}"
    shown = wait("text output", lambda: [text for cell in cells for text in page.outputs(cell) if text.strip()])
    said(f"{len(cells)} cells ran; the first says: {shown[0].splitlines()[0]}")


def both_kinds_of_figure_appear(page):
    wait("picture in the outputs", page.images)
    wait("interactive figure in the outputs", lambda: page.all(BOX))


def pictures_are_drawn(page):
    wait(f"pictures at least {LEAST_WIDTH} pixels wide, each", lambda: all(
        min(width, natural) >= LEAST_WIDTH for width, natural in page.images()))
    for width, natural in page.images():
        said(f"a figure {width} pixels wide, of {natural} dots")


def plots_are_drawn(page):
    boxes = page.all(BOX)
    wait("drawing in each box of an interactive figure", lambda: len(page.all(PLOT)) == len(boxes))
    for plot in page.all(PLOT):
        width = wait("room for the interactive figure", lambda: (
            size if (size := plot.find_element(By.CSS_SELECTOR, "svg.main-svg").size["width"]) >= LEAST_WIDTH else None))
        lines = wait("lines in the interactive figure", lambda: page.script(
            "return [...arguments[0].querySelectorAll('.cartesianlayer .plot path')]"
            ".filter(path => path.getTotalLength() > 50).length", plot))
        said(f"an interactive figure {round(width)} pixels wide, {lines} lines")
    if boxes:
        plots_react(page)


def plots_react(page):
    plot = page.all(PLOT)[0]
    surface, right, down = wait("point to point at", lambda: page.script(A_POINT, plot))
    page.script("arguments[0].scrollIntoView({block: 'center'})", surface)

    def label():
        # Plotly listens to moves alone.
        for step in (3, 0):
            ActionChains(page.driver).move_to_element_with_offset(surface, right + step, down).perform()
        return page.script("return [...arguments[0].querySelectorAll('.hoverlayer text')].map(t => t.textContent).join(', ')", plot)
    said(f"pointing at it shows: {wait('label under the pointer', label)}")
    extent = "return arguments[0]._fullLayout.xaxis.range.map(x => arguments[0]._fullLayout.xaxis.d2l(x))"
    before = page.script(extent, plot)
    aside = surface.size["width"] // 5
    (ActionChains(page.driver).move_to_element_with_offset(surface, -aside, 0).click_and_hold()
     .move_by_offset(aside, 0).move_by_offset(aside, 0).release().perform())

    def zoomed():
        after = page.script(extent, plot)
        return after if after[1] - after[0] < 0.9 * (before[1] - before[0]) else None
    after = wait("zoom by dragging", zoomed)
    said(f"dragging zooms from {before} to {after}")


def tab_completes(page):
    last = page.new_cell()
    page.type(TYPED)
    # A machine under load may answer when a completer has been closed again by the focus: Tab is then pressed anew.
    for _ in range(5):
        page.type(Keys.TAB)
        with contextlib.suppress(AssertionError):
            offered = wait("completion", lambda: completed(page, last), 30)
            said(f"Tab after '{TYPED}' gives: {offered}")
            return
    raise AssertionError(f"no completion of '{TYPED}'")


def completed(page, cell):
    """Offered in a list, or written at once where there is only one."""
    offered = [item for item in page.completions() if OFFERED in item]
    text = cell.find_element(By.CSS_SELECTOR, page.place.editor).text
    return ", ".join(offered) or (text.strip().splitlines()[-1] if OFFERED in text else "")


def nothing_leaves(page):
    strangers = sorted({address for address in page.addresses() if not is_local(address)})
    assert not strangers, "asked of other machines:\n" + "\n".join(strangers)
    said(f"{len(page.addresses())} addresses asked for, all of this machine")


def is_local(address):
    parts = urllib.parse.urlsplit(address)
    return parts.scheme in ("data", "blob", "about", "chrome", "devtools") or parts.hostname in ("127.0.0.1", "localhost")


@contextlib.contextmanager
def own_server(notebook, folder):
    """The Jupyter that people open here: JupyterLab where it is there, else the Notebook. Its log is shown on failure."""
    command = shutil.which("jupyter-lab") or shutil.which("jupyter-notebook")
    assert command, "no Jupyter here: environment/install --jupyter brings it"
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    token = os.urandom(16).hex()
    log = folder / "server.log"
    environment = dict(os.environ, JUPYTER_TOKEN=token)
    for name in ("CONFIG_DIR", "RUNTIME_DIR"):
        environment[f"JUPYTER_{name}"] = tempfile.mkdtemp(dir=folder)
    for name in ("SETTINGS_DIR", "WORKSPACES_DIR"):
        environment[f"JUPYTERLAB_{name}"] = tempfile.mkdtemp(dir=folder)
    with open(log, "wb") as written:
        server = subprocess.Popen(
            [command, "--no-browser", "--allow-root", "--ip=127.0.0.1", f"--port={port}"],
            cwd=notebook.parent, env=environment, stdout=written, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL)
    try:
        yield f"http://127.0.0.1:{port}", token
    except BaseException:
        print(f"The server's log, {log}:\n{log.read_text(errors='replace')[-6000:]}")
        raise
    finally:
        # Asked to end, it ends its kernels too.
        server.terminate()
        try:
            server.wait(30)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


class Server:
    """What Jupyter itself knows, by its REST interface."""

    def __init__(self, address, token):
        self.address, self.token = address, token

    def get(self, what):
        request = urllib.request.Request(f"{self.address}/api{what}", headers={"Authorization": f"token {self.token}"})
        with urllib.request.urlopen(request, timeout=LONGEST_WAIT_S) as reply:
            return json.load(reply)

    def contents(self, path):
        return self.get(f"/contents/{urllib.parse.quote(path)}")["content"]

    def kernels(self, path):
        return [session["kernel"] for session in self.get("/sessions") if session["path"] == path]


def check(address, token, notebook, given, folder):
    server = Server(address, token)
    wait(f"Jupyter at {address}", lambda: server.get(""))
    page = JupyterPage(address, token, notebook, folder / "profile")
    try:
        said(f"{page.place.__doc__.split(' in ')[-1].rstrip('.')}, {page.driver.capabilities['browserVersion']}, {notebook}")
        kernel_is_that_of_the_notebook(server, notebook)
        every_cell_runs(page, server, notebook, given.longest_wait)
        if given.figures:
            both_kinds_of_figure_appear(page)
        for step in (pictures_are_drawn, plots_are_drawn, tab_completes, nothing_leaves):
            step(page)
        page.picture(given.pictures / f"{page.place.__name__.lower()}.png")
    except BaseException:
        page.picture(given.pictures / "failed.png")
        print(f"The page as it was: {given.pictures / 'failed.png'}; its console:", *page.console()[-40:], sep="\n")
        raise
    finally:
        page.close()


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("notebook", type=pathlib.Path)
    arguments.add_argument("pictures", type=pathlib.Path)
    arguments.add_argument("--server")
    arguments.add_argument("--token", default="")
    arguments.add_argument("--figures", action="store_true", help="a static and an interactive figure must be among the outputs")
    arguments.add_argument("--longest-wait", type=float, default=LONGEST_WAIT_S, help="seconds that the cells may take together")
    given = arguments.parse_args()
    given.pictures.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
        folder = pathlib.Path(scratch)
        if given.server:
            check(given.server, given.token, str(given.notebook), given, folder)
        else:
            with own_server(given.notebook.absolute(), folder) as (address, token):
                check(address, token, given.notebook.name, given, folder)


if __name__ == "__main__":
    try:
        main()
    except AssertionError as failure:
        sys.exit(f"Failed: {failure}")
