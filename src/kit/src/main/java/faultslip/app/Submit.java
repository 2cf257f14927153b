package faultslip.app;

import faultslip.AtomicFile;
import faultslip.FaultslipException;
import faultslip.app.WorkPlan.Stage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Sends a plan to a cluster. */
@Command(name = "submit", description = "Send a plan to Slurm: a job array a stage, each after the one that it needs, "
    + "so that seeds wait for nothing but their own. Data, models and the kit must lie on a disk that the nodes share.")
final class Submit implements Runnable {
  /** Of an array, below the least limit that Slurm comes with. */
  private static final int MOST = 1000;

  @Option(names = "--slurm", required = true, description = "To Slurm, by its sbatch.")
  @SuppressWarnings("UnusedVariable") // It must be named, since others may come.
  private boolean slurm;

  @Option(names = "--plan", paramLabel = "FILE", required = true, description = "What 'plan' has written.")
  private Path plan;

  @Option(names = "--sbatch", paramLabel = "OPTION", description = "An option of sbatch, such as "
      + "--sbatch=--partition=short or --sbatch=--time=01:00:00; may be given several times.")
  private List<String> options = List.of();

  @Override
  public void run() {
    WorkPlan work = WorkPlan.read(plan);
    Path file = plan.toAbsolutePath();
    Path logs = file.resolveSibling(file.getFileName() + ".logs");
    if (!Files.isDirectory(logs) && !logs.toFile().mkdirs()) {
      throw new FaultslipException(logs + " cannot be made; put the plan into a folder that you may write to.");
    }
    Map<Integer, List<String>> jobs = new HashMap<>();
    for (Stage stage : work.stages()) {
      List<String> needed = stage.after().isEmpty() ? List.of() : jobs.get(stage.after().getAsInt());
      List<String> sent = new ArrayList<>();
      for (int first = 0; first < stage.count(); first += MOST) {
        sent.add(send(file, logs, stage.first() + first, Math.min(MOST, stage.count() - first), needed));
      }
      jobs.put(stage.number(), sent);
    }
    Path list = jobs(plan);
    AtomicFile.write(list, jobs.values().stream().flatMap(List::stream).sorted().collect(Collectors.joining("\n", "",
        "\n")));
    System.out.println("Sent " + work.lines().size() + " jobs in " + jobs.size() + " stages; ./faultslip status --plan "
        + plan + " tells how they get on, their logs are in " + logs + ".");
  }

  /** Where the numbers of a plan's jobs are kept. */
  static Path jobs(Path plan) {
    return plan.resolveSibling(plan.getFileName() + ".jobs");
  }

  private String send(Path file, Path logs, int first, int count, List<String> needed) {
    List<String> command = new ArrayList<>(List.of("sbatch", "--parsable", "--job-name=faultslip",
        "--array=0-" + (count - 1), "--output=" + logs.resolve("%A_%a.log"), "--kill-on-invalid-dep=yes"));
    if (!needed.isEmpty()) {
      command.add("--dependency=afterok:" + String.join(":", needed));
    }
    command.addAll(options);
    command.add("--export=" + Stream.of("ALL", "FAULTSLIP_HOME=" + KitFolder.resolve("").toAbsolutePath(),
        "FAULTSLIP_PLAN=" + file, "FAULTSLIP_FIRST=" + first).collect(Collectors.joining(",")));
    command.add(KitFolder.resolve("environment/slurm/task").toString());
    String said = ProgramRun.output("sbatch", new ProcessBuilder(command).redirectErrorStream(true),
        "is this a machine from which jobs are sent?");
    // The number, and behind a semicolon the cluster.
    return said.lines().reduce("", (before, line) -> line).replaceFirst(";.*", "").strip();
  }
}
