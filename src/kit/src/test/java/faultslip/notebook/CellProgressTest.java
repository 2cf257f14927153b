package faultslip.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import faultslip.ced.TrainingProgress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Progress is one line that moves and is gone in the end. */
class CellProgressTest {

  @Test
  void nothingIsLeftOfIt() throws InterruptedException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    TrainingProgress training = new CellProgress(new PrintStream(bytes, true, StandardCharsets.UTF_8)).of("simulation, seed 0");
    training.at(0, 100, Double.NaN);
    Thread.sleep(600);
    training.at(40, 100, 0.25);
    String moving = bytes.toString(StandardCharsets.UTF_8);
    training.at(100, 100, 0.2);
    String all = bytes.toString(StandardCharsets.UTF_8);
    assertThat(moving).contains("Training simulation, seed 0: step 40 of 100, validation loss 0.2500").doesNotContain("\n");
    // The line is covered by blanks, and the next text begins where it began.
    String[] written = all.split("\r");
    assertThat(all).endsWith("\r").doesNotContain("\n");
    assertThat(written[written.length - 1]).isBlank().hasSize(written[written.length - 2].length());
  }
}
