package faultslip.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Holds the results of a quick run against a table that is kept: {@code results.json} and the table, a line a row,
 * {@code experiment;simulation;recording;amplitude;MAPE in %}. Any row that is missing, new, or farther than
 * {@link #TOLERANCE} from what it was is told, and the program ends with 1. With {@code --write} the table is made
 * anew. Trainings of a few steps mean nothing, but they move with everything: recordings, windows, draws, losses.
 */
public final class GoldenTable {
  /** Of a MAPE: last digits differ between processors' instructions, and grow over the steps. */
  private static final double TOLERANCE = 0.02;

  private GoldenTable() {}

  /** Arguments: {@code [--write] TABLE RESULTS}. */
  public static void main(String[] arguments) throws IOException {
    List<String> files = new ArrayList<>(List.of(arguments));
    boolean write = files.remove("--write");
    Path table = Path.of(files.get(0));
    Map<String, Double> got = results(new ObjectMapper().readTree(Path.of(files.get(1)).toFile()));
    if (write) {
      List<String> lines = new ArrayList<>();
      got.forEach((row, mape) -> lines.add(row + ";" + String.format(Locale.ROOT, "%.6g", mape)));
      Files.write(table, lines);
      return;
    }
    List<String> moved = moved(expected(Files.readAllLines(table)), got);
    moved.forEach(System.err::println);
    if (!moved.isEmpty()) {
      System.err.println(moved.size() + " rows are not those of " + table + "; where that is meant, write it anew: "
          + "java ... faultslip.testing.GoldenTable --write " + String.join(" ", files));
      System.exit(1);
    }
    System.out.println("All " + got.size() + " rows are those of " + table + ".");
  }

  private static Map<String, Double> results(JsonNode results) {
    Map<String, Double> mapes = new TreeMap<>();
    results.get("rows").forEach(row -> mapes.put(String.join(";", row.get("experiment").textValue(),
        row.get("simulation").textValue(), row.get("recording").textValue(), row.get("amplitude").textValue()
            + (row.get("seed").isNull() ? " mean" : "")
            + (row.has("laboratory_cycles") ? " " + row.get("laboratory_cycles") + " cycles" : "")),
        row.get("mape_percent").doubleValue()));
    return mapes;
  }

  static Map<String, Double> expected(List<String> lines) {
    Map<String, Double> mapes = new TreeMap<>();
    lines.forEach(line -> {
      int last = line.lastIndexOf(';');
      mapes.put(line.substring(0, last), Double.valueOf(line.substring(last + 1)));
    });
    return mapes;
  }

  static List<String> moved(Map<String, Double> expected, Map<String, Double> got) {
    List<String> moved = new ArrayList<>();
    expected.forEach((row, mape) -> {
      Double now = got.get(row);
      if (now == null) {
        moved.add(row + ": missing, " + mape + " expected");
      } else if (!(Math.abs(now - mape) <= TOLERANCE * mape)) {
        moved.add(row + ": " + now + ", " + mape + " expected");
      }
    });
    got.keySet().stream().filter(row -> !expected.containsKey(row)).forEach(row -> moved.add(row + ": new"));
    return moved;
  }
}
