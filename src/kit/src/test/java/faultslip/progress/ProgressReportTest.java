package faultslip.progress;

import static org.assertj.core.api.Assertions.assertThat;

import faultslip.ced.TrainingProgress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressReportTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
  private double seconds;

  @Test
  void nothingIsSaidOfWhatTakesLessThanTwoSeconds() {
    try (ProgressReport report = report(0, false)) {
      report.at("a", 0, 10);
      seconds = 1.9;
      report.at("a", 5, 10);
      report.at("a", 10, 10);
    }
    assertThat(text()).isEmpty();
  }

  @Test
  void timeLeftIsReckonedFromWorkDoneHereAlone() {
    try (ProgressReport report = report(1000, false)) {
      report.at("resumed", 400, 500);
      seconds = 10;
      report.at("resumed", 450, 500); // 50 in 10 s, 550 to come
    }
    assertThat(text()).startsWith("Training: 45 %, about 1:50 min left · resumed: 90 %");
  }

  @Test
  void whatATrainingThatStopsEarlyLacksIsNeitherDoneHereNorLeft() {
    try (ProgressReport report = report(1000, false)) {
      TrainingProgress first = report.training("first");
      first.at(0, 500, Double.NaN);
      seconds = 1;
      first.at(100, 500, 0.5);
      first.at(500, 500, 0.5);
      TrainingProgress second = report.training("second");
      second.at(0, 500, Double.NaN);
      seconds = 4;
      second.at(100, 500, 0.25); // 200 in 4 s, 400 to come
    }
    assertThat(text()).startsWith(
        "Training: 60 %, about 0:08 min left · second: step 100 of 500 at most, best validation loss 0.2500");
  }

  @Test
  void partsSideBySideShareTheTime() {
    try (ProgressReport report = report(0, false)) {
      report.at("one", 0, 100);
      report.at("other", 0, 100);
      report.at("one", 10, 100);
      seconds = 60;
      report.at("other", 30, 100); // 40 in a minute, 160 to come
    }
    assertThat(text()).startsWith("Training: 20 %, about 4:00 min left · one: 10 % | other: 30 %");
  }

  @Test
  void aLogGetsALineEveryHalfMinuteAndWhatItTook() {
    try (ProgressReport report = report(0, false)) {
      for (seconds = 0; seconds < 100; seconds++) {
        report.at("", (long) seconds, 3700, "on it");
      }
      seconds = 3700;
    }
    assertThat(text().lines()).containsExactly("Training: 0 %, about 1:01 h left · on it",
        "Training: 0 %, about 1:01 h left · on it", "Training: 1 %, about 1:00 h left · on it",
        "Training: 2 %, about 1:00 h left · on it", "Training took 1:01 h.");
  }

  @Test
  void aTerminalsLineIsWrittenOverItselfAndMakesWayForWhatStays() {
    try (ProgressReport report = report(0, true)) {
      report.at("", 0, 4);
      seconds = 3;
      report.at("", 1, 4, "1 of 4");
      assertThat(text()).isEqualTo("\rTraining: 25 %, about 0:09 min left · 1 of 4");
      bytes.reset();
      report.say("So far, so good.");
    }
    String blank = " ".repeat("Training: 25 %, about 0:09 min left · 1 of 4".length());
    assertThat(text()).startsWith("\r" + blank + "\rSo far, so good." + System.lineSeparator())
        .endsWith("Training took 0:03 min." + System.lineSeparator());
  }

  @Test
  void belowACellNothingIsLeftWhenATrainingHasEnded() {
    ProgressReport report = report(0, true);
    TrainingProgress training = report.training("simulation, seed 0");
    training.at(0, 100, Double.NaN);
    seconds = 4;
    training.at(40, 100, 0.25);
    String moving = text();
    training.at(100, 100, 0.2);
    assertThat(moving).contains("simulation, seed 0: step 40 of 100 at most, best validation loss 0.2500")
        .doesNotContain("\n");
    assertThat(text()).isEqualTo(moving + "\r" + " ".repeat(moving.length() - 1) + "\r");
  }

  @Test
  void aPartBegunAgainTakesThePlaceOfTheOneThatFailed() {
    ProgressReport report = report(0, false);
    report.at("a", 0, 10);
    report.at("a", 6, 10);
    report.at("a", 2, 10);
    seconds = 3;
    report.at("b", 0, 10, "on it");
    assertThat(text()).startsWith("Training: 10 % · a: 20 % | b: on it");
  }

  private ProgressReport report(long expected, boolean overwritten) {
    return new ProgressReport("Training", expected, overwritten, out, () -> (long) (seconds * 1e9));
  }

  private String text() {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
