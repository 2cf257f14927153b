package faultslip.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class JavaSessionTest {
  private static JavaSession session;

  private final ByteArrayOutputStream remarks = new ByteArrayOutputStream();

  @BeforeAll
  static void start() {
    session = new JavaSession();
  }

  private Object evaluate(String source) {
    return session.evaluate(new Cell("cell 1", source), new PrintStream(remarks, true, StandardCharsets.UTF_8));
  }

  private NotebookException failure(String source) {
    return catchThrowableOfType(NotebookException.class, () -> evaluate(source));
  }

  private static String plain(NotebookException failure) {
    return String.join("\n", failure.report()).replaceAll("\u001B\\[[0-9;]*m", "");
  }

  @Test
  void resultIsTheObjectItself() {
    assertThat(evaluate("var list = new ArrayList<>(List.of(1, 2));\nlist")).isEqualTo(List.of(1, 2));
    assertThat(evaluate("list.size();")).isNull();
    assertThat(evaluate("int unused = 3;")).isNull();
    assertThat(evaluate("")).isNull();
    assertThat(evaluate("// nothing but a comment")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"f();", "f(); // done", "a -> { return a; };", "f(\n);\n", "x; /* ; */"})
  void aSemicolonAtTheEndSilences(String expression) {
    assertThat(session.endsWithSemicolon(expression)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"f()", "f(\";\")", "f(x -> { g(x); })", "f() // done;", "';'", "new A() { int b; }"})
  void otherSemicolonsDoNot(String expression) {
    assertThat(session.endsWithSemicolon(expression)).isFalse();
  }

  @Test
  void declarationsMayStandInAnyOrder() {
    assertThat(evaluate("""
        int first() { return new Second(3).doubled(); }
        record Second(int value) { int doubled() { return 2 * value; } }
        first()""")).isEqualTo(6);
    assertThat(remarks.size()).isZero();
  }

  @Test
  void aMissingDeclarationIsRemarkedOn() {
    evaluate("int early() { return later(); }");
    assertThat(remarks.toString(StandardCharsets.UTF_8)).contains("early").contains("later()");
    assertThat(failure("early()").name()).isEqualTo("NotDeclared");
    evaluate("int later() { return 1; }");
    assertThat(evaluate("early()")).isEqualTo(1);
  }

  @Test
  void variablesKeepTheirValuesWhenWhatTheyNameIsDeclaredAnew() {
    evaluate("double step = 0.1;\nint twice(int x) { return 2 * x; }");
    evaluate("var length = step * 3;\nvar four = twice(2);\nvar names = new ArrayList<String>(List.of(\"a\"));");
    evaluate("double step = 0.2;");
    evaluate("int twice(int x) { return 20 * x; }");
    assertThat(evaluate("length")).isEqualTo(0.1 * 3);
    assertThat(evaluate("four")).isEqualTo(4);
    assertThat(evaluate("names")).hasToString("[a]");
    assertThat(evaluate("step")).isEqualTo(0.2);
    assertThat(remarks.size()).isZero();
  }

  @Test
  void aValueOfATypeThatIsGoneIsRemarkedOn() {
    evaluate("enum Phase { STICK, SLIP }\nPhase phase = Phase.SLIP;");
    evaluate("enum Phase { STICK, SLIP, HEAL }");
    assertThat(remarks.toString(StandardCharsets.UTF_8)).contains("phase has lost its value");
    assertThat(evaluate("phase")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/* to be continued", "int kept = 3; /* to be continued", "int kept = 3;\n/** "})
  void anUnclosedCommentIsAnError(String source) {
    assertThat(failure(source).getMessage()).isEqualTo("unclosed comment");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/* closed */", "// only /* a remark", "String text = \"/* none\";", "int a = 3; // fine /* here"})
  void otherCommentsAreNone(String source) {
    evaluate(source);
  }

  @Test
  void whatOtherKernelsTakeIsExplained() {
    assertThat(failure("%maven a:b:1").report()).anySatisfy(line -> assertThat(line).contains("lineMagic(\"jars\""));
    assertThat(failure("sealed interface Shape {}").report()).anySatisfy(line -> assertThat(line).contains("permits"));
  }

  // Neither an interrupt nor a stopped thread ends a read.
  @Test
  void whatCannotBeInterruptedIsLeftToItself() throws Exception {
    long start = System.nanoTime();
    CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS).execute(session::interrupt);
    assertThat(failure("new ServerSocket(0).accept();").name()).isEqualTo("Interrupted");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
    assertThat(evaluate("1 + 1")).isEqualTo(2);
  }

  @Test
  void errorsNameLinesOfTheCell() {
    NotebookException failure = failure("int fine = 1;\n\n\n// a comment\nint divide(int x) {\n  return x / 0;\n}\n\ndivide(2);");
    assertThat(failure.name()).isEqualTo("ArithmeticException");
    assertThat(plain(failure)).isEqualTo("""
        ArithmeticException: / by zero
          cell 1, line 6, in divide
            return x / 0;
          cell 1, line 9
            divide(2);""");
    assertThat(evaluate("fine")).isEqualTo(1);
  }

  @Test
  void compileErrorsHaveACaret() {
    assertThat(plain(failure("int fine = 1;\nString text = fine +\n\tunknown;"))).isEqualTo("""
        CompileError: cannot find symbol; symbol: variable unknown
          cell 1, line 3
            \tunknown;
            \t^^^^^^^""");
    assertThat(failure("foo(1))").name()).isEqualTo("CompileError");
    assertThat(failure("int half =").name()).isEqualTo("CompileError");
  }

  @Test
  void errorsOfTheMachineAreErrorsOfTheCell() {
    assertThat(failure("int deep(int x) { return deep(x) + 1; }\ndeep(1)").name()).isEqualTo("StackOverflowError");
    assertThat(evaluate("1 + 1")).isEqualTo(2);
  }

  @Test
  void busyLoopsAndSleepsAreInterrupted() {
    for (String endless : List.of("while (true) {}", "Thread.sleep(60_000);")) {
      CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS).execute(session::interrupt);
      long start = System.nanoTime();
      assertThatExceptionOfType(NotebookException.class).isThrownBy(() -> evaluate(endless))
          .satisfies(failure -> assertThat(failure.name()).isEqualTo("Interrupted"));
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
      assertThat(evaluate("1 + 1")).isEqualTo(2);
    }
  }

  @Test
  void cellsShareOneThread() {
    assertThat(evaluate("Thread.currentThread()")).isSameAs(evaluate("Thread.currentThread()"));
  }

  @Test
  void completionKnowsWhatStandsAboveInTheCell() {
    String cell = "import java.nio.file.*;\nString text = \"a\";\ntext.substr";
    ReplacementOptions found = session.assistant().complete(cell, cell.length());
    assertThat(found.getReplacements()).contains("substring(");
    assertThat(found.getSourceStart()).isEqualTo(cell.indexOf("substr"));
    assertThat(session.assistant().complete("int abcdef = 3;\nabcd", 20).getReplacements()).contains("abcdef");
    assertThat(session.assistant().complete("int thrice(int x) { return 3 * x; }\nthri", 39).getReplacements()).contains("thrice(");
    // What cannot be understood is answered too: JDK 17 offers nothing, JDK 21 every name there is.
    assertThat(session.assistant().complete("}}", 2).getSourceStart()).isEqualTo(2);
  }

  @Test
  void completenessIsThatOfTheLastSnippet() {
    CodeAssistant assistant = session.assistant();
    assertThat(assistant.completeness("int a = 1; a").isComplete()).isTrue();
    assertThat(assistant.completeness("int a = 1; for (;;) {")).isEqualTo(Completeness.DEFINITELY_INCOMPLETE);
    assertThat(assistant.completeness("foo(1))")).isEqualTo(Completeness.UNKNOWN);
  }
}
