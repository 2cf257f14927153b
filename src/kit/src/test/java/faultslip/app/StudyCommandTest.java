package faultslip.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyCommandTest {
  @TempDir private Path folder;

  @Test
  void templateIsSoundForARecordingOfOnesOwn() throws IOException {
    Path study = folder.resolve("my-fault.yaml");
    assertThat(CommandLineRun.of("study", "new", study.toString()).exitCode()).isZero();
    OwnFault.write(folder.resolve("my-fault.csv"), 120);
    CommandLineRun check = CommandLineRun.of("study", "check", study.toString());
    assertThat(check.errors()).isEmpty();
    assertThat(check.exitCode()).isZero();
    // 2 s at 50 Hz are 100 samples, and 96 can be halved four times.
    assertThat(check.output()).contains("2 s = 96 samples, every 5 to train and predict, every 20 to validate")
        .contains("32 scales of 1.000 to 400.0 samples (dog-2, periods to 1590 samples)").contains("sound");
  }

  @Test
  void templateIsRefusedAsLongAsThereIsNoRecording() {
    Path study = folder.resolve("my-fault.yaml");
    CommandLineRun.of("study", "new", study.toString());
    CommandLineRun check = CommandLineRun.of("study", "check", study.toString());
    assertThat(check.exitCode()).isEqualTo(1);
    assertThat(check.errors()).contains("my-fault.yaml:", "'recordings.laboratory.path' is 'my-fault.csv', which is "
        + "not there");
  }

  @Test
  void whatIsThereIsNotWrittenOver() throws IOException {
    Path study = Files.writeString(folder.resolve("my-fault.yaml"), "mine");
    CommandLineRun run = CommandLineRun.of("study", "new", study.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.errors()).contains(study + " is there already");
    assertThat(study).hasContent("mine");
  }

  @Test
  void listNamesTheStudiesOfTheKit() {
    assertThat(CommandLineRun.of("study", "list").output()).contains("public: granular gouges, and an FDEM run", "synthetic: granular gouge");
  }

  @Test
  void showTellsTheMethodAsItIsChanged() throws IOException {
    OwnFault.write(folder.resolve("my-fault.csv"), 120);
    Path study = folder.resolve("my-fault.yaml");
    CommandLineRun.of("study", "new", study.toString());
    CommandLineRun show = CommandLineRun.of("study", "show", study.toString(), "--set",
        "training.simulation.steps=300", "--set", "windows.length=4 s");
    assertThat(show.errors()).isEmpty();
    assertThat(show.output()).contains("title: \"my fault\"", "laboratory: \"laboratory\"", "steps: 300", "4 s = 208 samples");
    CommandLineRun wrong = CommandLineRun.of("study", "show", study.toString(), "--set",
        "training.simulation.stepps=300");
    assertThat(wrong.exitCode()).isEqualTo(1);
    assertThat(wrong.errors()).contains("training.simulation.stepps", "there are steps, batch");
  }
}
