"""Jupyter as its user sees it, driven through Selenium: JupyterLab (and Notebook 7), or the classic Notebook."""
import json
import time
import urllib.parse

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

# Tall, for JupyterLab takes cells out of the page that are far from the window.
WIDTH, HEIGHT = 1400, 6000
LONGEST_WAIT_S = 180


def wait(what, condition, longest_wait=LONGEST_WAIT_S):
    """The first true value of the condition; AssertionError if there is none in time."""
    end = time.monotonic() + longest_wait
    while True:
        try:
            found = condition()
        except Exception as failure:  # the page is still changing
            if time.monotonic() > end:
                raise AssertionError(f"no {what} after {longest_wait} s: {failure}") from failure
            found = None
        if found:
            return found
        if time.monotonic() > end:
            raise AssertionError(f"no {what} after {longest_wait} s")
        time.sleep(0.2)


class Lab:
    """Where things are in JupyterLab 4."""

    notebook = ".jp-Notebook"
    ready = "return !!document.querySelector(\".jp-Notebook-ExecutionIndicator[data-status='idle']\")"
    code_cell = ".jp-Notebook .jp-CodeCell"
    editor = ".cm-content"
    prompt = ".jp-InputPrompt"
    output = ".jp-OutputArea-output"
    image = ".jp-OutputArea-output img"
    completion = ".jp-Completer-item"


class Classic:
    """Where things are in the classic Notebook 6."""

    notebook = "#notebook-container"
    ready = ("return !!(window.Jupyter && Jupyter.notebook && Jupyter.notebook._fully_loaded && Jupyter.notebook.kernel"
             " && Jupyter.notebook.kernel.is_connected() && Jupyter.notebook.kernel.info_reply.protocol_version)")
    code_cell = "#notebook-container .code_cell"
    editor = ".CodeMirror-code"
    prompt = ".input_prompt"
    output = ".output_subarea"
    image = ".output_subarea img"
    completion = "#complete option, .completions option"


class JupyterPage:
    """A notebook opened in Chromium without a screen."""

    def __init__(self, server, token, notebook, profile, height=HEIGHT):
        options = webdriver.ChromeOptions()
        options.binary_location = "/usr/bin/chromium"
        for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--no-first-run",
                         "--disable-background-networking", "--disable-component-update", "--disable-sync",
                         f"--window-size={WIDTH},{height}", f"--user-data-dir={profile}",
                         # Other machines are unknown to it.
                         "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"):
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
        self.driver.set_page_load_timeout(LONGEST_WAIT_S)
        self.driver.set_script_timeout(LONGEST_WAIT_S)
        self.requested = []
        path = urllib.parse.quote(notebook)
        self.asked_for = time.monotonic()
        # The older one redirects from the newer one's address to its own, if it knows it at all.
        self.driver.get(f"{server}/lab/tree/{path}?token={token}")
        if not self.driver.find_elements(By.ID, "jupyter-config-data"):
            self.driver.get(f"{server}/notebooks/{path}?token={token}")
        self.place = wait("a notebook in the page", lambda: next(
            (place for place in (Lab, Classic) if self.all(place.notebook)), None))
        wait("a kernel that is idle", lambda: self.script(self.place.ready))

    def close(self):
        self.driver.quit()

    def script(self, text, *arguments):
        return self.driver.execute_script(text, *arguments)

    def all(self, selector):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def code_cells(self):
        return self.all(self.place.code_cell)

    def select(self, cell):
        prompt = cell.find_element(By.CSS_SELECTOR, self.place.prompt)
        self.script("arguments[0].scrollIntoView({block: 'center'})", prompt)
        prompt.click()

    def type(self, *keys):
        ActionChains(self.driver).send_keys(*keys).perform()

    def run(self, first, count):
        """As a reader runs cells: Shift-Enter in the first, and again for each that follows, code or text."""
        self.select(first)
        for _ in range(count):
            ActionChains(self.driver).key_down(Keys.SHIFT).send_keys(Keys.ENTER).key_up(Keys.SHIFT).perform()
            time.sleep(0.3)

    def new_cell(self):
        """Below the last one, by the keys B and Enter; the cursor is in it."""
        cells = self.code_cells()
        self.select(cells[-1])
        self.type(Keys.ESCAPE, "b", Keys.ENTER)
        return wait("new cell", lambda: self.code_cells()[len(cells):])[0]

    def save(self):
        self.type(Keys.ESCAPE)
        ActionChains(self.driver).key_down(Keys.CONTROL).send_keys("s").key_up(Keys.CONTROL).perform()

    def prompt(self, cell):
        """The number of its run; "*" while it waits or runs, "" if it has not run."""
        return cell.find_element(By.CSS_SELECTOR, self.place.prompt).text.strip("[]: In\u00a0")

    def outputs(self, cell):
        return [part.text for part in cell.find_elements(By.CSS_SELECTOR, self.place.output)]

    def images(self):
        """Drawn width and the file's own width of each picture, in pixels."""
        return [(image.size["width"], self.script("return arguments[0].naturalWidth", image))
                for image in self.all(self.place.image)]

    def completions(self):
        """What is offered now; a completer that is still hidden offers nothing."""
        return [item.text for item in self.all(self.place.completion) if item.is_displayed()]

    def picture(self, file):
        """The page down to its last cell."""
        bottom = self.script("return Math.max(0, ...[...document.querySelectorAll(arguments[0])]"
                             ".map(cell => cell.getBoundingClientRect().bottom))", self.place.code_cell)
        if bottom:
            self.driver.set_window_size(WIDTH, int(bottom) + 300)
            time.sleep(2)
        self.driver.save_screenshot(str(file))

    def console(self):
        return [f"{entry['level']}: {entry['message'][:500]}" for entry in self.driver.get_log("browser")]

    def addresses(self):
        """Every address asked for until now, by pages, scripts, pictures, fonts and sockets."""
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                self.requested.append(message["params"]["request"]["url"])
            elif message["method"] == "Network.webSocketCreated":
                self.requested.append(message["params"]["url"])
        return self.requested
