package faultslip.wavelet;

import faultslip.series.Clock;
import faultslip.series.Series;
import faultslip.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The NINO3 sea-surface temperature and what the program of Torrence and Compo prints of it. */
record Nino3(Series temperature, List<Row> table) {

  /** Seasons, in years; the unit of time does not matter to the transform. */
  static final Clock SEASONS = new Clock(1871, 0.25);

  /** The grid of the table. */
  static final ScaleGrid GRID = new ScaleGrid(0.25, 0.25, 44);

  /** One scale of the table, numbers as printed; the coefficient is the one at sample 251, counted from 0. */
  record Row(double scale, double period, double power, double phase, double global) {}

  /** Skips the test that asks for it if the files are not there. */
  static Nino3 read() throws IOException {
    Path series = Shared.reference("nino3/sst_nino3.dat");
    Path printed = Shared.reference("nino3/wavetest_output.txt");
    double[] temperature = Files.readAllLines(series).stream().filter(line -> !line.isBlank())
        .mapToDouble(line -> Double.parseDouble(line.trim())).toArray();
    List<Row> table = Files.readAllLines(printed).stream()
        .filter(line -> line.matches("\\s+\\d+(\\s+-?\\d+\\.\\d+){7}"))
        .map(line -> Arrays.stream(line.trim().split("\\s+")).mapToDouble(Double::parseDouble).toArray())
        .map(c -> new Row(c[1], c[2], c[3], c[4], c[6])).toList();
    return new Nino3(new Series("NINO3", "°C", SEASONS, temperature), table);
  }

  /** The temperature without its mean. */
  double[] anomaly() {
    double[] values = temperature.values();
    double mean = Arrays.stream(values).average().orElseThrow();
    return Arrays.stream(values).map(value -> value - mean).toArray();
  }

  /** Mean square of the anomaly. */
  double variance() {
    return Arrays.stream(anomaly()).map(value -> value * value).average().orElseThrow();
  }

  /** The transform behind the table. */
  static ContinuousWaveletTransform plan() {
    return new ContinuousWaveletTransform(504, 0.25, new Morlet(6), GRID, Padding.ZERO, Normalisation.ENERGY);
  }

  Scalogram scalogram() {
    return plan().forward(anomaly(), SEASONS);
  }

  /** The mean over time of the power at each scale, equation 22. */
  static double[] globalSpectrum(Scalogram scalogram) {
    return IntStream.range(0, scalogram.height()).mapToDouble(j -> IntStream.range(0, scalogram.length())
        .mapToDouble(n -> scalogram.power(j, n)).average().orElseThrow()).toArray();
  }
}
