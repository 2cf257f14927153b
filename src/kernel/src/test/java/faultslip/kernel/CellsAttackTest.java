package faultslip.kernel;

import faultslip.testing.Attack;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many cells, good ones and bad ones, and interrupts in between: what was declared stays, and the session answers. */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class CellsAttackTest {
  private static final List<String> BAD = List.of("int 1 = 2;", "unknown.call()", "throw new Error(\"bad\");", "{{{",
      "\"unclosed", "class { }", "int[] huge = new int[Integer.MAX_VALUE];", "recursive(1)", "\u0000", "'", "/* unclosed",
      "((Object) 1).nothing()", "import no.such.Type;", "return 3", "for (;;", "Object o = (String) (Object) 1;");
  private static final List<String> ENDLESS = List.of("while (true) { }", "Thread.sleep(100_000);",
      "synchronized (Object.class) { Object.class.wait(); }", "for (long i = 0; ; i++) { Math.sin(i); }");

  private final JavaSession session = new JavaSession();
  private final PrintStream remarks = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);

  private Object evaluate(String source) {
    return session.evaluate(new Cell("cell", source), remarks);
  }

  @Test
  void cellsAndInterrupts() {
    Attack cells = new Attack("cells of one session");
    Attack interrupts = new Attack("interrupts of endless cells");
    Random random = cells.random();
    evaluate("int recursive(int n) { return recursive(n + 1); }");
    int count = Attack.count(120);
    for (int i = 0; i < count; i++) {
      cells.tried(failure("int value" + i + " = " + i + " * 2; value" + i, i * 2));
      if (random.nextInt(4) == 0) {
        cells.tried(refused(BAD.get(random.nextInt(BAD.size()))));
      }
      if (i % 24 == 0) {
        CompletableFuture.delayedExecutor(100 + random.nextInt(300), TimeUnit.MILLISECONDS).execute(session::interrupt);
        interrupts.tried(refused(ENDLESS.get(random.nextInt(ENDLESS.size()))));
        interrupts.tried(failure("value" + random.nextInt(i + 1) + " % 2", 0));
      }
    }
    cells.end();
    interrupts.end();
  }

  private String failure(String source, Object expected) {
    try {
      Object said = evaluate(source);
      return expected.equals(said) ? "" : source + " gives " + said;
    } catch (NotebookException e) {
      return source + ": " + e.getMessage();
    }
  }

  // Those that are no error have no result to be wrong.
  private String refused(String source) {
    try {
      Object unused = evaluate(source);
      return "";
    } catch (NotebookException e) {
      return "";
    } catch (RuntimeException | Error e) {
      return source + ": " + e;
    }
  }
}
