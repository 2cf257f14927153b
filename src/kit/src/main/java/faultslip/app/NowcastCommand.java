package faultslip.app;

import faultslip.FaultslipException;
import faultslip.InterruptedWorkException;
import faultslip.ced.NativeBackend;
import faultslip.ced.RecordingStandardisation;
import faultslip.data.RecordedSamples;
import faultslip.data.RowLines;
import faultslip.data.TextTable;
import faultslip.inspect.FaultPace;
import faultslip.model.ModelFit;
import faultslip.model.ModelSource;
import faultslip.model.ModelView;
import faultslip.model.NowcastFile;
import faultslip.model.PortableModel;
import faultslip.model.RunningNowcast;
import faultslip.model.RunningNowcast.Hearing;
import faultslip.model.RunningNowcast.Said;
import faultslip.series.Clock;
import faultslip.series.Standardisation;
import faultslip.study.Quantity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Predicts a fault while it is heard. */
@Command(name = "nowcast", description = "Predict a fault while it is heard: reads rows of time and emission from a "
    + "file or standard input, and writes a prediction of each time as soon as it can be made, of nothing after it. "
    + "Goes on where it was stopped.")
final class NowcastCommand implements Runnable {
  private static final int AT_ONCE = 64;
  private static final long LOOKS_AGAIN_MILLIS = 100;
  /** Cycles that are listened to before anything is said. */
  private static final int LISTENED = 3;

  @Parameters(arity = "0..1", paramLabel = "FILE", description = "Text of columns, which may be growing (default: "
      + "standard input).")
  private Optional<Path> file = Optional.empty();

  @Option(names = "--model", required = true, paramLabel = "FILE|NAME", description = "A nowcast's model.")
  private String model;

  @Option(names = "--time", defaultValue = "time", paramLabel = "COLUMN", description = "Column of the time (default: "
      + "${DEFAULT-VALUE}).")
  private String time;

  @Option(names = "--unit", defaultValue = "s", paramLabel = "UNIT", description = "Its unit: s, ms, us, min or h "
      + "(default: ${DEFAULT-VALUE}).")
  private String unit;

  @Option(names = "--emission", defaultValue = "emission", paramLabel = "COLUMN",
      description = "Column of the emission (default: ${DEFAULT-VALUE}).")
  private String emission;

  @Option(names = "--logarithm", negatable = true,
      description = "Take the emission's logarithm (default: as the model).")
  private Boolean logarithm;

  @Option(names = "--option", paramLabel = "NAME=VALUE",
      description = "Of the form: separator, decimal, header, missing.")
  private Map<String, String> options;

  @Option(names = "--listen", paramLabel = "S", required = true, description = "So many seconds are heard before "
      + "anything is said: mean and deviation of the emission are theirs, and how often it recurs. Some cycles.")
  private double listen;

  @Option(names = "--recurrence", paramLabel = "S", description = "Mean time from failure to failure (default: as it "
      + "is found in what is listened to).")
  private Double recurrence;

  @Option(names = "--mean", paramLabel = "VALUE", description = "Mean of the fault state; without it, predictions are "
      + "standardised.")
  private Double mean;

  @Option(names = "--deviation", paramLabel = "VALUE", description = "Its deviation; goes with --mean.")
  private Double deviation;

  @Option(names = "--follow", description = "Wait for what is written to the file later, until this is stopped.")
  private boolean follow;

  @Option(names = "--out", paramLabel = "FILE", description = "CSV of time and prediction, to which is added (default: "
      + "standard output, and nothing to go on from). Beside it, in FILE.state, is what is needed to go on.")
  private Optional<Path> out = Optional.empty();

  private PortableModel by;
  private NowcastFile kept;
  private RunningNowcast running;
  private NowcastFile.Begun begun;
  private final List<double[]> listened = new ArrayList<>();

  @Override
  public void run() {
    if ((mean == null) != (deviation == null)) {
      throw new FaultslipException("--mean and --deviation go together; give both or none.");
    }
    if (!(listen > 0)) {
      throw new FaultslipException("--listen is " + listen + " s; give some cycles.");
    }
    NativeBackend.require();
    by = ModelSource.standard().read(model);
    kept = out.map(NowcastFile::new).orElseGet(() -> NowcastFile.on(System.out));
    kept.begun().ifPresent(before -> {
      begun = before;
      running = new RunningNowcast(by, before.hearing(), before.standardisation(), Optional.of(before.state()));
      System.err.println("Goes on behind " + before.state().lastTime() + " s.");
    });
    RowLines rows = new RowLines(file.orElse(Path.of("standard input")), List.of(time, emission),
        Objects.requireNonNullElse(options, Map.of()), this::hear);
    try (InputStream bytes = file.isPresent() ? Files.newInputStream(file.get()) : System.in) {
      read(bytes, rows);
    } catch (IOException e) {
      throw new FaultslipException(file.map(Path::toString).orElse("Standard input") + " cannot be read ("
          + e.getMessage() + "); give a file you may read.", e);
    }
    say();
    if (running == null) {
      throw new FaultslipException("Only %d rows came, less than %s s; nothing was said: give a smaller --listen."
          .formatted(listened.size(), listen));
    }
  }

  private void read(InputStream bytes, RowLines rows) throws IOException {
    LineBytes lines = new LineBytes(bytes);
    while (true) {
      InterruptedWorkException.check();
      Optional<String> line = lines.next();
      if (line.isPresent()) {
        rows.line(line.get());
        if (running != null && (running.waiting() >= AT_ONCE || !lines.hasMore())) {
          say();
        }
      } else if (!follow || file.isEmpty()) {
        lines.rest().ifPresent(rows::line);
        return;
      } else {
        say();
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(LOOKS_AGAIN_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void hear(double[] row) {
    double now = row[0] * new Quantity(1, unit).seconds();
    if (running != null) {
      running.hear(now, row[1]);
      return;
    }
    listened.add(new double[] {now, row[1]});
    if (now - listened.get(0)[0] >= listen) {
      begin();
    }
  }

  private void begin() {
    double first = listened.get(0)[0];
    double interval = (listened.get(listened.size() - 1)[0] - first) / Math.max(1, listened.size() - 1);
    RecordedSamples samples = RecordedSamples.of(new Clock(first, interval),
        List.of(listened.stream().mapToDouble(row -> row[1]).toArray()), "listened to");
    boolean logarithmic = Objects.requireNonNullElse(logarithm, by.description().pace().logarithm());
    double cycle = recurrence != null ? recurrence : FaultPace.of(samples, false, logarithmic)
        .orElseThrow(() -> new FaultslipException(("Nothing in the first %s s repeats itself three times; say how "
            + "often the fault fails: --recurrence S, or listen longer.").formatted(listen))).seconds();
    ModelFit fit = new ModelFit(by.description());
    ModelView view = fit.view(samples, new ModelView.Names("heard", emission, ""), cycle, logarithmic);
    RecordingStandardisation standardisation = fit.known(view, Optional.ofNullable(mean)
        .map(level -> new Standardisation(level, deviation))).standardisation();
    Hearing hearing = new Hearing(view.step(), view.width(), logarithmic, view.clock().interval());
    running = new RunningNowcast(by, hearing, standardisation, Optional.empty());
    System.err.println(TextTable.text("Listened to %,d rows: %s. %s", listened.size(), ModelFit.words(view,
        OptionalDouble.of(cycle)), listen < LISTENED * cycle ? "That is fewer than three cycles." : ""));
    // What was listened to is remembered, not predicted: its mean and deviation knew all of it.
    IntStream.range(0, listened.size()).forEach(i -> running.hear(listened.get(i)[0], listened.get(i)[1]));
    running.say();
    listened.clear();
    begun = new NowcastFile.Begun(hearing, standardisation, running.state());
    kept.begin(begun, mean == null);
  }

  private void say() {
    if (running != null && running.waiting() > 0) {
      List<Said> said = running.say();
      kept.add(said, new NowcastFile.Begun(begun.hearing(), begun.standardisation(), running.state()));
    }
  }
}
