package faultslip.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import faultslip.FaultslipException;
import faultslip.app.WorkPlan.Line;
import faultslip.app.WorkPlan.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Plans of work, and what is said of settings with several values. */
class PlanTest {
  @TempDir private Path folder;

  @Test
  void aPlanIsReadAsItWasWritten() {
    WorkPlan plan = new WorkPlan(List.of(new Line(0, OptionalInt.empty(), List.of("task", "--set=a=[1, 2]", "x")),
        new Line(0, OptionalInt.empty(), List.of("simulate", "gouge-a")),
        new Line(1, OptionalInt.of(0), List.of("task", "--study=mein Verwerfer ü.yaml", "y"))));
    Path file = folder.resolve("plan");
    plan.write(file);
    assertThat(WorkPlan.read(file)).isEqualTo(plan);
    assertThat(plan.stages()).containsExactly(new Stage(0, OptionalInt.empty(), 0, 2),
        new Stage(1, OptionalInt.of(0), 2, 1));
    assertThatThrownBy(() -> plan.line(3)).isInstanceOf(FaultslipException.class).hasMessageContaining("of a plan of 3");
  }

  @Test
  void whatIsNoPlanIsOneLineWithItsPlace() throws IOException {
    Path file = folder.resolve("plan");
    String good = "{\"stage\":0,\"after\":null,\"command\":[\"reduce\",\"lanl\"]}\n";
    for (String bad : List.of("not JSON", "{}", "null", "{\"stage\":0,\"after\":0,\"command\":[\"task\"]}",
        "{\"stage\":0,\"command\":[\"reproduce\"]}", "{\"stage\":1e99}")) {
      Files.writeString(file, good + bad + "\n");
      assertThatThrownBy(() -> WorkPlan.read(file)).as(bad).isInstanceOf(FaultslipException.class)
          .hasMessageStartingWith(file + ":2: ").hasMessageNotContaining("\n");
    }
  }

  @Test
  void severalValuesAreTakenOneByOne() {
    assertThat(variants("--set=a=1,2", "--set=b=x", "--set=c=3, 4")).containsExactly(
        List.of("--study=synthetic", "--set=a=1", "--set=b=x", "--set=c=3"),
        List.of("--study=synthetic", "--set=a=1", "--set=b=x", "--set=c=4"),
        List.of("--study=synthetic", "--set=a=2", "--set=b=x", "--set=c=3"),
        List.of("--study=synthetic", "--set=a=2", "--set=b=x", "--set=c=4"));
    assertThat(variants("--set=a=[1, 2]", "--set=b={x: 1, y: 2}", "--set=c=\"d,e\"")).containsExactly(
        List.of("--study=synthetic", "--set=a=[1, 2]", "--set=b={x: 1, y: 2}", "--set=c=\"d,e\""));
    assertThat(variants()).containsExactly(List.of("--study=synthetic"));
  }

  @Test
  void whereOneIsToBeDoneSeveralAreRefused() {
    CommandLineRun run = CommandLineRun.of("reproduce", "--study", "synthetic", "--set", "training.simulation.steps=1,2", "--out",
        folder.resolve("out").toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.errors()).contains("several values").hasLineCount(1);
    assertThat(folder).isEmptyDirectory();
  }

  private static List<List<String>> variants(String... settings) {
    String[] arguments = Stream.concat(Stream.of("--study=synthetic"), Stream.of(settings)).toArray(String[]::new);
    return CommandLine.populateCommand(new StudySource(), arguments).variants().stream().map(StudySource::arguments)
        .toList();
  }
}
