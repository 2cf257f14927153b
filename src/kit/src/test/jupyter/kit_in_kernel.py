"""What the kit adds to the kernel, asked over Jupyter's own protocol: tables, figures, Javadoc, the notebooks' first cell.

Needs jupyter_client, nbclient and nbformat, and the kernel installed (./faultslip kernel install).
"""
import pathlib
import sys
import unittest

import nbformat
from nbclient import NotebookClient

HOME = pathlib.Path(__file__).resolve().parents[5]
sys.path.insert(0, str(HOME / "src/kernel/src/test/jupyter"))
from kernel_protocol import KERNEL, Kernel  # noqa: E402

FIGURE = """
var clock = new Clock(3825, 0.1);
var values = new double[500];
for (int i = 0; i < values.length; i++) {
  values[i] = Math.sin(i / 10.0);
}
var series = new Series("friction coefficient", "", clock, values);
ScalogramFigure.of(series, ScalogramSettings.ricker(64).transform(series.length(), 0.1).forward(series))
"""


class KitInKernel(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.kernel = Kernel()

    @classmethod
    def tearDownClass(cls):
        cls.kernel.close()

    def test_tables(self):
        table = self.kernel.value(
            'import tech.tablesaw.api.*;\nTable.create("t", StringColumn.create("n<m", "a&b"), DoubleColumn.create("v", 1.5))')
        self.assertIn("<td style=\"text-align:left\">a&amp;b</td>", table["text/html"])
        self.assertIn("n&lt;m", table["text/html"])

    def test_javadoc(self):
        figure = self.kernel.inspect("faultslip.figure.Figure.of(", 27)["data"]["text/plain"]
        self.assertIn("subtitle", figure)
        self.assertIn("printed width, in millimetres", figure)
        # Of another module.
        self.assertIn("regularly sampled", self.kernel.inspect("faultslip.series.Series", 20)["data"]["text/plain"])

    def test_notebook(self):
        first = (HOME / "src/kit/src/main/resources/faultslip/notebook/first-cell.txt").read_text(encoding="utf-8")
        cells = [first, "import org.nd4j.linalg.factory.Nd4j;\nNd4j.ones(2, 2).sumNumber()", FIGURE]
        notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
        # From a folder below the kit's, as notebooks/ is.
        NotebookClient(notebook, kernel_name=KERNEL, timeout=120,
                       resources={"metadata": {"path": str(HOME / "src")}}).execute()
        said, sum_of_ones, figure = [cell.outputs for cell in notebook.cells]
        self.assertEqual(1, len("".join(output["text"] for output in said).splitlines()))
        self.assertEqual("4.0", sum_of_ones[0]["data"]["text/plain"])
        self.assertTrue(figure[0]["data"]["image/png"].startswith("iVBOR"))


if __name__ == "__main__":
    unittest.main(verbosity=2)
