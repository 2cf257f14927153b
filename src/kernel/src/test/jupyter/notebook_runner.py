"""Holds what the kernel's own runner stores against what Jupyter's nbclient and nbformat make of the same notebook.

Needs nbclient and nbformat, the kernel installed (./faultslip kernel install), and the kit built.
"""
import os
import pathlib
import subprocess
import tempfile
import unittest

import nbformat
from nbclient import NotebookClient

HERE = pathlib.Path(__file__).resolve().parent
HOME = HERE.parents[4]
SAMPLE = HERE.parent / "resources/faultslip/kernel/sample.ipynb"


def by_runner(notebook, kernel):
    jar, = (HOME / "target").glob("faultslip-kit-*.jar")
    class_path = f"{jar}{os.pathsep}{(HOME / 'target/classpath.txt').read_text().strip()}"
    subprocess.run(["java", "-cp", class_path, "faultslip.kernel.KernelProgram", "run", "--name=faultslip", "--display-name=Java (faultslip)",
                    f"--kernel-folder={kernel}", notebook], check=True, timeout=300)
    return nbformat.read(notebook, as_version=nbformat.NO_CONVERT)


def by_nbclient(notebook):
    read = nbformat.read(notebook, as_version=4)
    NotebookClient(read, kernel_name="faultslip", timeout=120, resources={"metadata": {"path": str(notebook.parent)}}).execute()
    return read


def coalesced(outputs):
    """Streams of one name in a row as one, as newer versions of nbclient store them."""
    joined = []
    for output in outputs:
        if joined and output.output_type == "stream" and joined[-1].get("name") == output.name:
            joined[-1].text += output.text
        else:
            joined.append(output)
    return joined


class RunnerAndNbclient(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        folder = pathlib.Path(cls.scratch.name)
        # In folders of the same name, for a cell tells where it runs.
        copies = [folder / whose / "notebooks" / "sample.ipynb" for whose in ("ours", "theirs")]
        for copy in copies:
            copy.parent.mkdir(parents=True)
            copy.write_bytes(SAMPLE.read_bytes())
        cls.result, other = copies
        cls.ours = by_runner(cls.result, folder / "kernel")
        cls.theirs = by_nbclient(other)

    @classmethod
    def tearDownClass(cls):
        cls.scratch.cleanup()

    def test_same_cells(self):
        self.assertEqual(len(self.theirs.cells), len(self.ours.cells))
        for theirs, ours in zip(self.theirs.cells, self.ours.cells):
            with self.subTest(ours.id):
                self.assertEqual((theirs.id, theirs.cell_type, theirs.source), (ours.id, ours.cell_type, ours.source))
                # Here nbclient stores every step of the progress, which the runner resolves as a terminal does.
                if ours.cell_type == "code" and ours.id != "progress":
                    self.assertEqual(coalesced(theirs.outputs), ours.outputs)
                    self.assertEqual(theirs.execution_count, ours.execution_count)

    def test_progress_leaves_nothing(self):
        progress, = (cell for cell in self.ours.cells if cell.id == "progress")
        self.assertEqual([("stdout", "begun\nended\n")], [(output.name, output.text) for output in progress.outputs])

    def test_same_metadata_but_for_the_version_of_the_jdk(self):
        theirs = dict(self.theirs.metadata.language_info)
        theirs.pop("version")
        self.assertEqual(theirs, self.ours.metadata.language_info)
        # What nbclient leaves to the one who saves.
        self.assertEqual({"display_name": "Java (faultslip)", "language": "java", "name": "faultslip"},
                         self.ours.metadata.kernelspec)

    def test_opening_and_saving_changes_nothing(self):
        nbformat.validate(self.ours)
        saved = self.result.with_name("saved.ipynb")
        nbformat.write(self.ours, saved)
        self.assertEqual(self.result.read_bytes(), saved.read_bytes())

    def test_the_bytes_that_the_unit_tests_hold_are_those_of_nbformat(self):
        stored = SAMPLE.with_name("as-nbformat-writes.ipynb")
        for name in (stored, SAMPLE.with_name("written-otherwise.ipynb"), SAMPLE):
            saved = self.result.with_name(name.name)
            nbformat.write(nbformat.read(name, as_version=nbformat.NO_CONVERT), saved)
            self.assertEqual((SAMPLE if name == SAMPLE else stored).read_bytes(), saved.read_bytes())


if __name__ == "__main__":
    unittest.main(verbosity=2)
