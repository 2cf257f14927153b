package faultslip.data;

import faultslip.series.Clock;
import faultslip.series.Series;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Reads the feature files of the bi-axial experiments p4581 and p5198 (Penn State; Laurenti and others, 2022): acoustic
 * emission variance of two channels and shear stress, in windows of 1 s every 0.1 s.
 *
 * <p>Columns are found by their names {@code Time} (s), {@code ShearStress} (MPa), {@code Var_Ch1} and {@code Var_Ch2}
 * (square counts of the recorder, an arbitrary unit); others are passed over. {@code NormStress} is among those: in
 * these files it is a variance, not a normal stress.
 */
public final class FeatureCsv {
  /** Sampling interval of the series, in seconds. */
  public static final double INTERVAL = 0.1;

  private static final int LONGEST_GAP = 3;
  private static final String TIME = "Time";
  private static final String STRESS = "ShearStress";
  private static final String CHANNEL_1 = "Var_Ch1";
  private static final String CHANNEL_2 = "Var_Ch2";

  private FeatureCsv() {}

  /**
   * The whole recording; otherwise as {@link #read(Path, double, double)}.
   *
   * @throws DataException as there
   */
  public static LaboratoryFeatures read(Path file) {
    TimedTable table = table(file);
    return cut(table, table.first(), table.last());
  }

  /**
   * The part from {@code from} to {@code to}, linearly interpolated on a regular clock of {@value #INTERVAL} s that
   * starts at the first sample in it and ends before the last.
   *
   * @param file a feature file
   * @param from start of the part, in seconds of the experiment
   * @param to its end, in seconds of the experiment
   * @throws DataException if the file is missing, empty or cut short, lacks a column, holds a value that is not a finite
   *     number, a time that does not increase, a variance that is not positive or a constant column; if the part reaches
   *     outside the recording; or if samples are missing for more than three intervals within it
   */
  public static LaboratoryFeatures read(Path file, double from, double to) {
    return cut(table(file), from, to);
  }

  private static TimedTable table(Path file) {
    NumericTable table = NumericTable.read(file, List.of(TIME, STRESS, CHANNEL_1, CHANNEL_2));
    TextFile.requireLineBreakAtEnd(file, table.line(table.rows() - 1));
    return new TimedTable(table, TIME);
  }

  private static LaboratoryFeatures cut(TimedTable table, double from, double to) {
    int[] window = table.window(from, to);
    int low = window[0];
    int high = window[1];
    table.requireNoGap(low, high, LONGEST_GAP * INTERVAL, INTERVAL);
    for (String channel : List.of(CHANNEL_1, CHANNEL_2)) {
      table.requirePositive(channel, low, high);
      table.requireVariation(channel, low, high);
    }
    table.requireVariation(STRESS, low, high);

    double[] times = Arrays.copyOfRange(table.times(), low, high + 1);
    double[] stress = Arrays.copyOfRange(table.column(STRESS), low, high + 1);
    double[] emission = mean(table.column(CHANNEL_1), table.column(CHANNEL_2), low, high);
    Clock clock = new Clock(times[0], INTERVAL);
    int samples = LinearResampling.samplesBefore(times[0], times[times.length - 1], INTERVAL);
    return new LaboratoryFeatures(
        new Series("AE variance", "arbitrary", clock, LinearResampling.resample(times, emission, clock, samples)),
        new Series("shear stress", "MPa", clock, LinearResampling.resample(times, stress, clock, samples)));
  }

  private static double[] mean(double[] first, double[] second, int low, int high) {
    double[] mean = new double[high + 1 - low];
    for (int i = 0; i < mean.length; i++) {
      mean[i] = 0.5 * (first[low + i] + second[low + i]);
    }
    return mean;
  }
}
