package faultslip.raw;

import faultslip.data.DataException;
import faultslip.data.DataFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * The mechanical record of a bi-axial experiment, {@code pXXXX_data.txt}: five lines of header, then rows of numbers
 * with blanks between them, of which the third is the shear stress and the fifth the normal stress (MPa), and the sixth
 * the time (s).
 *
 * @param file a text
 */
record MechanicalRecord(Path file) {
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final int HEADER = 5;
  private static final int SHEAR = 2;
  private static final int NORMAL = 4;
  private static final int TIME = 5;

  /**
   * Means of the friction coefficient over blocks of a clock, in one pass and constant memory.
   *
   * @param first number of the first block: it begins at that number over the rate, in seconds
   * @param count of blocks, at least 1
   * @param rate blocks a second, in hertz
   * @return a mean a block
   * @throws DataException if the file is missing, cut short, of another form, out of order, has a normal stress that is
   *     not positive, or no row in a block
   */
  double[] friction(long first, int count, double rate) {
    double[] sums = new double[count];
    int[] rows = new int[count];
    DataFile.text(file, text -> {
      add(text, first, rate, sums, rows);
      return sums;
    });
    for (int block = 0; block < count; block++) {
      DataException.require(rows[block] > 0, "%s: no row from %s to %s s; choose a part inside the record with --from "
          + "and --to, or a lower --rate.", file, (float) ((first + block) / rate),
          (float) ((first + block + 1) / rate));
    }
    Arrays.setAll(sums, block -> sums[block] / rows[block]);
    return sums;
  }

  private void add(BufferedReader text, long first, double rate, double[] sums, int[] rows) throws IOException {
    for (int line = 1; line <= HEADER; line++) {
      String header = text.readLine();
      DataException.require(header != null && !header.matches("[-+0-9.eE\\s]*\\d[-+0-9.eE\\s]*"), "%s:%d: '%s', where "
          + "one of %d lines of header belongs; give the mechanical record as it was published.", file, line,
          header == null ? "" : header.strip(), HEADER);
    }
    double before = Double.NEGATIVE_INFINITY;
    long line = HEADER;
    int columns = 0;
    for (String row = text.readLine(); row != null; row = text.readLine()) {
      line++;
      if (row.isBlank()) {
        continue;
      }
      String[] fields = BLANKS.split(row.strip());
      columns = columns == 0 ? fields.length : columns;
      DataException.require(fields.length == columns && columns > TIME, "%s:%d: %d columns, where %s belong; the line "
          + "may be cut short: copy the file again.", file, line, fields.length,
          columns > TIME ? columns : "6 or more");
      double time = number(fields, TIME, "time", line);
      DataException.require(time > before, "%s:%d: time %s s follows %s s; times must increase: copy the file again.",
          file, line, time, before);
      before = time;
      // A millionth of a block for what rounding takes.
      long block = (long) Math.floor(time * rate + 1e-6) - first;
      if (block >= 0 && block < sums.length) {
        double normal = number(fields, NORMAL, "normal stress", line);
        DataException.require(normal > 0, "%s:%d: normal stress %s MPa; choose a part under load with --from and --to.",
            file, line, normal);
        sums[(int) block] += number(fields, SHEAR, "shear stress", line) / normal;
        rows[(int) block]++;
      }
    }
  }

  private double number(String[] fields, int column, String name, long line) {
    return DataFile.number(fields[column], file + ":" + line + ", column " + (column + 1) + " (" + name + ")");
  }
}
