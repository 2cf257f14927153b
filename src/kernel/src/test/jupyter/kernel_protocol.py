"""What a user of the Java kernel expects, asked over Jupyter's own protocol.

Needs jupyter_client, and the kernel installed (./faultslip kernel install).
"""
import os
import tempfile
import time
import unittest
from queue import Empty

from jupyter_client.manager import KernelManager

KERNEL = "faultslip"


class Kernel:
    """A started kernel, asked one thing at a time."""

    def __init__(self, **connection):
        self.manager = KernelManager(kernel_name=KERNEL, **connection)
        self.manager.start_kernel()
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=60)

    def close(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)

    def run(self, code, **options):
        """The reply's content, and the messages published on the way."""
        published = []
        reply = self.client.execute_interactive(
            code, output_hook=published.append, timeout=60, allow_stdin=False, **options)
        return reply["content"], published

    def value(self, code):
        reply, published = self.run(code)
        if reply["status"] != "ok":
            raise AssertionError("\n".join(reply["traceback"]))
        found = [m["content"]["data"] for m in published if m["msg_type"] == "execute_result"]
        return found[0] if found else None

    def displayed(self, code):
        return [m["content"]["data"] for m in self.run(code)[1] if m["msg_type"] == "display_data"]

    def printed(self, code, name="stdout"):
        return [m["content"]["text"] for m in self.run(code)[1]
                if m["msg_type"] == "stream" and m["content"]["name"] == name]

    def error(self, code):
        reply, published = self.run(code)
        assert reply["status"] == "error", reply
        assert [m for m in published if m["msg_type"] == "error"]
        return reply["ename"], reply["evalue"], "\n".join(reply["traceback"])

    def reply_to(self, message_id):
        while True:
            reply = self.client.get_shell_msg(timeout=60)
            if reply["parent_header"]["msg_id"] == message_id:
                return reply["content"]

    def complete(self, code, cursor=None):
        return self.reply_to(self.client.complete(code, cursor))

    def inspect(self, code, cursor=None):
        return self.reply_to(self.client.inspect(code, cursor))

    def completeness(self, code):
        return self.reply_to(self.client.is_complete(code))["status"]

    def interrupted(self, code):
        """The reply, and how many seconds it came after the interrupt."""
        self.drain()
        message_id = self.client.execute(code)
        time.sleep(1.5)
        start = time.monotonic()
        self.manager.interrupt_kernel()
        reply = self.reply_to(message_id)
        self.drain()
        return reply, time.monotonic() - start

    def drain(self):
        try:
            while True:
                self.client.get_iopub_msg(timeout=0.2)
        except Empty:
            pass


class KernelProtocol(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.kernel = Kernel()

    @classmethod
    def tearDownClass(cls):
        cls.kernel.close()

    def test_kernel_info(self):
        info = self.kernel.reply_to(self.kernel.client.kernel_info())
        self.assertEqual("java", info["language_info"]["name"])
        self.assertEqual(".java", info["language_info"]["file_extension"])

    def test_last_expression_is_the_result(self):
        self.assertEqual("42", self.kernel.value("int a = 40;\na + 2")["text/plain"])
        self.assertIsNone(self.kernel.value("a + 2;"))
        self.assertIsNone(self.kernel.value("a + 2; // done"))
        self.assertIsNone(self.kernel.value("int b = 3;"))
        self.assertEqual("[4, 9]", self.kernel.value("List.of(2, 3).stream().map(x -> { return x * x; }).toList()")["text/plain"])

    def test_declarations_of_every_kind_and_in_any_order(self):
        self.assertEqual("P[x=3, y=4] 5.0", self.kernel.value(
            "import java.util.stream.*;\n"
            "double length(P p) { return Math.sqrt(square(p.x()) + square(p.y())); }\n"
            "record P(int x, int y) {}\n"
            "/** Its square. */\n"
            "int square(int x) { return x * x; }\n"
            "var p = new P(3, 4);\n"
            'for (int i = 0; i < 2; i++) {\n  p = new P(3, 4);\n}\n'
            'p + " " + length(p)')["text/plain"])

    def test_a_declaration_that_lacks_something_says_so(self):
        self.assertIn("yetUnknown", "".join(self.kernel.printed("int early() { return yetUnknown(); }", "stderr")))
        name, message, _ = self.kernel.error("early()")
        self.assertEqual("NotDeclared", name)
        self.assertIn("yetUnknown", message)

    def test_redefinition(self):
        self.kernel.run("int redefined() { return 1; }")
        self.kernel.run("int redefined() { return 2; }")
        self.assertEqual("2", self.kernel.value("redefined()")["text/plain"])

    def test_exceptions_name_the_lines_of_cells(self):
        reply, _ = self.kernel.run("\n// a comment\nint divide(int x) {\n  return x / 0;\n}\n")
        count = reply["execution_count"]
        name, message, traceback = self.kernel.error("int before = 1;\n\ndivide(3);")
        self.assertEqual(("ArithmeticException", "/ by zero"), (name, message))
        self.assertIn(f"cell {count}, line 4, in divide", traceback)
        self.assertIn(f"cell {count + 1}, line 3", traceback)
        for foreign in ("jdk.jshell", "faultslip.kernel", "jjava", "REPL"):
            self.assertNotIn(foreign, traceback)

    def test_causes_and_own_exceptions(self):
        self.kernel.run("class OwnException extends Exception { OwnException(Throwable t) { super(\"own\", t); } }")
        name, message, traceback = self.kernel.error("throw new OwnException(new java.io.IOException(\"disk\"));")
        self.assertEqual(("OwnException", "own"), (name, message))
        self.assertIn("IOException", traceback)
        self.assertIn("disk", traceback)

    def test_errors_of_the_machine_are_survived(self):
        self.assertEqual("StackOverflowError", self.kernel.error("int deep(int x) { return deep(x) + 1; }\ndeep(1)")[0])
        self.assertEqual("OutOfMemoryError", self.kernel.error("new long[Integer.MAX_VALUE]")[0])
        self.assertEqual("AssertionError", self.kernel.error("throw new AssertionError(\"no\");")[0])
        self.assertEqual("2", self.kernel.value("1 + 1")["text/plain"])

    def test_what_is_too_large_or_too_deep_is_survived(self):
        text = self.kernel.value('"x".repeat(200_000_000)')["text/plain"]
        self.assertLess(len(text), 2_000_000)
        self.assertIn("200,000,000 characters", text)
        for cell in ("String joined = " + " + ".join('"%d"' % i for i in range(3000)) + ";",
                     "new StringBuilder()" + ".append(1)" * 1000 + ".length()",
                     "int deep = " + "(" * 2000 + "1" + ")" * 2000 + ";",
                     "int abyss = " + "(" * 200_000 + "1" + ")" * 200_000 + ";"):
            with self.subTest(cell[:30]):
                reply, _ = self.kernel.run(cell)
                if reply["status"] == "error":
                    self.assertIn("nests too deep", reply["evalue"])
                self.assertEqual("ok", self.kernel.complete(cell + "\nMat")["status"])
                self.assertEqual("ok", self.kernel.inspect(cell + "\nMath", len(cell) + 4)["status"])
                self.assertEqual("2", self.kernel.value("1 + 1")["text/plain"])

    def test_threads_of_a_cell_are_heard(self):
        said = "".join(self.kernel.printed(
            'var thrower = new Thread(() -> { throw new IllegalStateException("alone"); });\n'
            "thrower.start(); thrower.join();", "stderr"))
        self.assertIn("IllegalStateException: alone", said)

    def test_characters_written_in_pieces(self):
        said = "".join(self.kernel.printed(
            'for (byte part : "äö€😀".getBytes("UTF-8")) { System.out.write(part); System.out.flush(); Thread.sleep(80); }'))
        self.assertEqual("äö€😀", said)

    def test_compile_error_has_line_and_caret(self):
        name, message, traceback = self.kernel.error("int fine = 1;\nString text = fine\n    + unknown;")
        self.assertEqual("CompileError", name)
        self.assertIn("unknown", message)
        self.assertIn("line 3", traceback)
        line, caret = traceback.splitlines()[-2:]
        plain = caret.replace("\x1b[1;31m", "").replace("\x1b[0m", "")
        self.assertEqual(line.index("unknown"), plain.index("^"))
        self.assertEqual("1", self.kernel.value("fine")["text/plain"])
        self.assertEqual("CompileError", self.kernel.error("int half =")[0])

    def test_what_fails_to_show_is_an_error(self):
        self.assertEqual("IllegalStateException", self.kernel.error(
            "new Object() { public String toString() { throw new IllegalStateException(\"mute\"); } }")[0])

    def test_progress_by_carriage_return(self):
        parts = self.kernel.printed('for (int i = 1; i < 4; i++) { System.out.print("\\r" + i); Thread.sleep(250); }')
        self.assertEqual(["\r1", "\r2", "\r3"], parts)

    def test_streams_keep_their_order(self):
        published = self.kernel.run('System.out.println("é 1"); System.err.println("2"); display("3"); System.out.println("4");')[1]
        shown = [m["content"].get("text", m["content"].get("data", {}).get("text/plain"))
                 for m in published if m["msg_type"] in ("stream", "display_data")]
        self.assertEqual(["é 1\n", "2\n", "3", "4\n"], shown)

    def test_much_output(self):
        text = "".join(self.kernel.printed("for (int i = 0; i < 200_000; i++) System.out.println(i);"))
        self.assertEqual(200_000, len(text.splitlines()))

    def test_display_render_and_update(self):
        html = self.kernel.displayed('display("<b>x</b>", "text/html");')[0]
        self.assertEqual({"text/html": "<b>x</b>"}, html)
        self.assertEqual("<i>y</i>", self.kernel.value('render("<i>y</i>", "text/html")')["text/html"])
        self.assertEqual("# z", self.kernel.value('render("# z", "text/markdown")')["text/markdown"])
        published = self.kernel.run('var id = display("a");\nupdateDisplay(id, "b");')[1]
        kinds = [m["msg_type"] for m in published]
        self.assertIn("update_display_data", kinds)
        self.assertEqual("41", self.kernel.value('int z = 1; eval("z + 40")')["text/plain"])

    def test_pictures(self):
        self.assertTrue(self.kernel.value("new java.awt.image.BufferedImage(3, 3, 1)")["image/png"].startswith("iVBOR"))
        png = self.kernel.value(
            "var bytes = new ByteArrayOutputStream();\n"
            'javax.imageio.ImageIO.write(new java.awt.image.BufferedImage(3, 3, 1), "png", bytes);\n'
            "bytes.toByteArray()")
        self.assertTrue(png["image/png"].startswith("iVBOR"))

    def test_arrays(self):
        self.assertEqual("[1, 2]", self.kernel.value("new int[] {1, 2}")["text/plain"])

    def test_completion(self):
        cell = "import java.util.stream.*;\nString text = \"a\";\ntext.substr"
        reply = self.kernel.complete(cell)
        self.assertIn("substring(", reply["matches"])
        self.assertEqual(cell.index("substr"), reply["cursor_start"])
        self.assertEqual(len(cell), reply["cursor_end"])
        self.kernel.run("var known = List.of(1);")
        self.assertIn("stream()", self.kernel.complete("known.str")["matches"])
        self.assertIn("known", self.kernel.complete("kno\n+ 1", 3)["matches"])
        self.assertEqual("ok", self.kernel.complete("}}")["status"])

    def test_inspection(self):
        found = self.kernel.inspect("Math.floorMod(7, 3)", 8)
        self.assertTrue(found["found"])
        self.assertIn("floorMod(int x, int y)", found["data"]["text/plain"])
        self.assertFalse(self.kernel.inspect("nothing_at_all", 3)["found"])

    def test_is_complete(self):
        self.assertEqual("complete", self.kernel.completeness("1 + 1"))
        self.assertEqual("complete", self.kernel.completeness("int a = 1;\na"))
        self.assertEqual("incomplete", self.kernel.completeness("for (int i = 0; i < 3; i++) {"))
        self.assertEqual("invalid", self.kernel.completeness("foo(1))"))

    def interrupt(self, code):
        reply, seconds = self.kernel.interrupted(code)
        self.assertLess(seconds, 5)
        return reply

    def test_interrupt_of_a_busy_loop_and_of_sleep(self):
        for code in ("while (true) {}",
                     "Thread.sleep(60_000);",
                     "long n = 0;\nwhile (true) {\n  n++;\n}",
                     # Library code that tells of its progress.
                     "new Random().ints().forEach(i -> System.out.print(\"\"+ (char) 13));",
                     "for (;;) { try { Thread.sleep(10); } catch (RuntimeException e) { } }"):
            with self.subTest(code):
                reply = self.interrupt(code)
                self.assertEqual(("error", "Interrupted"), (reply["status"], reply["ename"]))
                self.assertEqual("2", self.kernel.value("1 + 1")["text/plain"])

    def test_interrupt_while_nothing_runs(self):
        self.kernel.manager.interrupt_kernel()
        time.sleep(1.5)
        self.assertEqual("2", self.kernel.value("1 + 1")["text/plain"])

    def test_cells_after_an_error_are_not_run(self):
        ids = [self.kernel.client.execute(code) for code in (
            "Thread.sleep(500); throw new RuntimeException();", "int mustNotBe = 1;", "int norThis = 1;")]
        self.assertEqual(["error", "aborted", "aborted"], [self.kernel.reply_to(i)["status"] for i in ids])
        self.kernel.drain()
        self.assertEqual("CompileError", self.kernel.error("mustNotBe")[0])

    def test_silent_and_unnumbered_cells(self):
        before = self.kernel.run("1;")[0]["execution_count"]
        _, published = self.kernel.run("1 + 1", silent=True)
        self.assertEqual({"status"}, {m["msg_type"] for m in published})
        self.kernel.run("1 + 1", store_history=False)
        self.assertEqual(before + 1, self.kernel.run("1;")[0]["execution_count"])

    def test_expressions_beside_a_cell(self):
        reply, _ = self.kernel.run("int beside = 20;", user_expressions={
            "sum": "beside + 1", "nothing": "beside = 21;", "wrong": "unknown + 1", "thrown": "beside / 0"})
        self.assertEqual("ok", reply["status"])
        found = reply["user_expressions"]
        self.assertEqual(("ok", "21"), (found["sum"]["status"], found["sum"]["data"]["text/plain"]))
        self.assertEqual(("ok", {}), (found["nothing"]["status"], found["nothing"]["data"]))
        self.assertEqual(("error", "CompileError"), (found["wrong"]["status"], found["wrong"]["ename"]))
        self.assertEqual(("error", "/ by zero"), (found["thrown"]["status"], found["thrown"]["evalue"]))
        self.assertEqual({}, self.kernel.run("1 / 0", user_expressions={"a": "1"})[0].get("user_expressions", {}))

    def history(self, **asked):
        return [tuple(entry) for entry in
                self.kernel.reply_to(self.kernel.client.history(session=0, **asked))["history"]]

    def test_history(self):
        first = self.kernel.run("int looked = 3;")[0]["execution_count"]
        self.kernel.run("looked * 7")
        self.kernel.run("looked * 7")
        self.kernel.run("looked - ")
        self.kernel.run("looked", store_history=False)
        session = self.history(hist_access_type="tail", n=1)[0][0]
        self.assertEqual([(session, first + 2, "looked * 7"), (session, first + 3, "looked - ")],
                         self.history(hist_access_type="tail", n=2))
        self.assertEqual([(session, first, ("int looked = 3;", None)), (session, first + 1, ("looked * 7", "21"))],
                         [(s, n, tuple(texts)) for s, n, texts in self.history(
                             hist_access_type="range", start=first, stop=first + 2, output=True)])
        self.assertEqual([(session, first + 2, "looked * 7")],
                         self.history(hist_access_type="search", pattern="looked ? 7*", n=9, unique=True))
        self.assertEqual([], self.history(hist_access_type="search", pattern="looked", n=9))

    def test_input(self):
        self.kernel.drain()
        message_id = self.kernel.client.execute("var line = new Scanner(System.in).nextLine();\nline.length()", allow_stdin=True)
        self.kernel.client.get_stdin_msg(timeout=60)
        self.kernel.client.input("four")
        self.assertEqual("ok", self.kernel.reply_to(message_id)["status"])
        self.kernel.drain()
        self.assertEqual("four", self.kernel.value("line")["text/plain"])

    def test_output_of_a_thread_that_goes_on(self):
        text = "".join(self.kernel.printed(
            "var late = new Thread(() -> { System.out.println(\"from a thread\"); });\nlate.start();\nlate.join();"))
        self.assertEqual("from a thread\n", text)

    def test_class_path_magic(self):
        self.assertIsNone(self.kernel.value('lineMagic("classpath", List.of("/no/such.jar"));'))


class KernelLifecycle(unittest.TestCase):
    def test_restart_forgets(self):
        kernel = Kernel()
        try:
            kernel.run("int remembered = 1;")
            kernel.manager.restart_kernel()
            kernel.client.wait_for_ready(timeout=60)
            self.assertEqual("CompileError", kernel.error("remembered")[0])
            self.assertEqual("2", kernel.value("1 + 1")["text/plain"])
        finally:
            kernel.close()

    def test_shutdown_is_clean_even_while_a_cell_runs(self):
        for code in ("1 + 1", "while (true) {}"):
            with self.subTest(code):
                kernel = Kernel()
                kernel.client.execute(code)
                time.sleep(1)
                start = time.monotonic()
                kernel.manager.shutdown_kernel()
                self.assertLess(time.monotonic() - start, 4.5)
                self.assertFalse(kernel.manager.is_alive())
                kernel.client.stop_channels()

    def test_transport_by_files(self):
        with tempfile.TemporaryDirectory() as folder:
            kernel = Kernel(transport="ipc", ip=os.path.join(folder, "kernel"))
            try:
                self.assertEqual(5, len(os.listdir(folder)))
                self.assertEqual("42", kernel.value("6 * 7")["text/plain"])
                self.assertEqual(["a\n"], kernel.printed('System.out.println("a")'))
                self.assertEqual(3_000_000, len("".join(kernel.printed('System.out.print("x".repeat(3_000_000));'))))
                self.assertEqual("error", kernel.interrupted("while (true) {}")[0]["status"])
            finally:
                kernel.close()

    def test_two_at_once(self):
        one, other = Kernel(), Kernel()
        try:
            one.run("int x = 1;")
            other.run("int x = 2;")
            self.assertEqual("1", one.value("x")["text/plain"])
            self.assertEqual("2", other.value("x")["text/plain"])
        finally:
            one.close()
            other.close()


if __name__ == "__main__":
    unittest.main(verbosity=2)
