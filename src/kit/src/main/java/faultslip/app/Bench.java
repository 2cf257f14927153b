package faultslip.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import faultslip.AtomicFile;
import faultslip.FaultslipException;
import faultslip.benchmark.Benchmark;
import faultslip.benchmark.BenchmarkRow;
import faultslip.benchmark.Benchmarks;
import faultslip.benchmark.Growth;
import faultslip.ced.NativeBackend;
import faultslip.data.DataFile;
import faultslip.data.TextTable;
import faultslip.progress.ProgressReport;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How fast the kit is, beside its peers. */
@Command(name = "bench", description = "Measure the kit beside PyTorch, SciPy, PyWavelets and LAMMPS, where they are "
    + "(on Debian: apt-get install python3-torch python3-scipy python3-pywt lammps), on one thread each, in turns, by "
    + "CPU time; print a table, and write it to a file.")
final class Bench implements Runnable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String GROWTH = "growth-";
  private static final double WARM_SECONDS = 8;

  @Option(names = "--rounds", paramLabel = "N", defaultValue = "5",
      description = "Turns of each, behind one that warms up (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Option(names = "--only", paramLabel = "NAME", split = ",",
      description = "These rows alone, for instance ced-train,growth-scales; written only where --out says.")
  private List<String> only = List.of();

  @Option(names = "--python", paramLabel = "COMMAND", defaultValue = "/usr/bin/python3",
      description = "Python that has the peers (default: the system's, ${DEFAULT-VALUE}).")
  private String python;

  @Option(names = "--out", paramLabel = "FILE", description = "JSON to write (default: figures/bench.json of the kit, "
      + "from which README's table is made).")
  private Path out;

  @Override
  public void run() {
    if (rounds < 1) {
      throw new FaultslipException("--rounds is " + rounds + "; give at least 1.");
    }
    Path scripts = KitFolder.resolve("src/kit/src/benchmark/peers");
    if (!Files.isDirectory(scripts)) {
      throw new FaultslipException("No folder " + scripts.toAbsolutePath() + ", where peers' scripts lie; run "
          + "./faultslip bench of a complete clone.");
    }
    Optional<Path> file = Optional.ofNullable(out)
        .or(() -> Optional.of(KitFolder.resolve("figures/bench.json")).filter(any -> only.isEmpty()));
    file.ifPresent(json -> DataFile.requireWritable(json.toAbsolutePath().getParent(), "choose another with --out"));
    NativeBackend.require();
    // What would run on all cores runs on one.
    ForkJoinPool one = new ForkJoinPool(1);
    try (Benchmarks benchmarks = new Benchmarks(scripts, python)) {
      one.submit(() -> measure(benchmarks, file)).join();
    } finally {
      one.shutdown();
    }
  }

  private void measure(Benchmarks benchmarks, Optional<Path> file) {
    List<String> known = Stream.concat(benchmarks.all().stream().map(Benchmark::name),
        benchmarks.growths().stream().map(growth -> GROWTH + growth.of())).toList();
    only.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
      throw new FaultslipException("No row '" + name + "'; there are " + String.join(", ", known) + ".");
    });
    Predicate<String> isAsked = name -> only.isEmpty() || only.contains(name);
    long asked = known.stream().filter(isAsked).count();
    List<BenchmarkRow> rows = new ArrayList<>();
    Map<Growth, DescriptiveStatistics> growths = new LinkedHashMap<>();
    try (ProgressReport report = ProgressReport.onConsole("Measuring", (rounds + 1) * asked)) {
      for (Benchmark benchmark : benchmarks.all()) {
        if (isAsked.test(benchmark.name())) {
          rows.add(benchmark.measured(rounds, WARM_SECONDS, told(report, benchmark.name())));
        }
      }
      for (Growth growth : benchmarks.growths()) {
        if (isAsked.test(GROWTH + growth.of())) {
          growths.put(growth, growth.exponents(rounds, told(report, GROWTH + growth.of())));
        }
      }
    }
    System.out.printf("%-28s %-18s %-18s %-18s %s%n", "CPU time", "the kit", "peer", "ratio (range)", "beside");
    rows.forEach(row -> System.out.println(line(row)));
    growths.forEach((growth, exponents) -> System.out.println(TextTable.text("%s: CPU time of %s grows as size^%.2f "
        + "(%.2f-%.2f), from %d to %d", GROWTH + growth.of(), growth.work(), exponents.getPercentile(50),
        exponents.getMin(), exponents.getMax(), growth.sizes().get(0), growth.sizes().get(growth.sizes().size() - 1))));
    benchmarks.checks().forEach(System.out::println);
    file.ifPresent(json -> AtomicFile.write(json, ResultsFile.text(tree(rows, growths))));
    if (out == null && file.isPresent()) {
      new NumbersInText(KitFolder.resolve("README.md")).update();
    }
  }

  private IntConsumer told(ProgressReport report, String name) {
    return round -> report.at(name, round + 1, rounds + 1);
  }

  private static String line(BenchmarkRow row) {
    String unit = row.unit().name();
    return TextTable.text("%-28s %-18s %-18s %-18s %s", row.name(), TextTable.text("%.4g %s", row.our(),
        unit.substring(0, unit.indexOf(' '))), row.their().map(time -> TextTable.text("%.4g", time)).orElse("-"),
        row.ratios().map(ratios -> TextTable.text("%.2f (%.2f-%.2f)", ratios.getPercentile(50), ratios.getMin(),
            ratios.getMax())).orElse("-"),
        (row.their().isPresent() ? row.peer() : "skipped: no peer; on Debian: apt-get install " + row.peer())
            + "; " + unit + row.rate().map(rate -> TextTable.text(", %.1f %s/s", rate, row.unit().workName()))
            .orElse(""));
  }

  private ObjectNode tree(List<BenchmarkRow> rows, Map<Growth, DescriptiveStatistics> growths) {
    ObjectNode root = JSON.createObjectNode();
    ArrayNode list = root.putArray("rows");
    for (BenchmarkRow row : rows) {
      ObjectNode node = list.addObject().put("name", row.name()).put("unit", row.unit().name())
          .put("ours", rounded(row.our()));
      row.their().ifPresentOrElse(time -> node.put("peer", rounded(time)).put("peer_version", row.peer()),
          () -> node.put("missing", row.peer()));
      row.ratios().ifPresent(ratios -> spread(node, "ratio", ratios));
      row.rate().ifPresent(rate -> node.put("rate", rounded(rate)).put("rate_unit", row.unit().workName() + "/s"));
    }
    ArrayNode exponents = root.putArray("growth");
    growths.forEach((growth, found) -> {
      ObjectNode node = exponents.addObject().put("name", growth.of()).put("of", growth.work());
      growth.sizes().forEach(node.putArray("sizes")::add);
      spread(node, "exponent", found);
    });
    ObjectNode provenance = JSON.createObjectNode();
    ResultsFile.machine(provenance);
    root.set("machine", provenance.get("cpu"));
    root.set("cores", provenance.get("cores"));
    root.put("date", LocalDate.now(ZoneOffset.UTC).toString()).put("rounds", rounds).set("provenance", provenance);
    return root;
  }

  private static void spread(ObjectNode node, String name, DescriptiveStatistics found) {
    node.put(name, rounded(found.getPercentile(50))).put("low", rounded(found.getMin()))
        .put("high", rounded(found.getMax()));
  }

  /** To digits that mean something. */
  private static double rounded(double value) {
    return new BigDecimal(value).round(new MathContext(4)).doubleValue();
  }
}
