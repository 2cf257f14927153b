package faultslip.data;

import faultslip.series.Clock;
import java.util.List;

/** Samples in memory: columns of one length. */
record KeptSamples(Clock clock, List<double[]> columns, String words) implements RecordedSamples {

  @Override
  public int length() {
    return columns.get(0).length;
  }

  @Override
  public void forEach(Sink sink) {
    for (int i = 0; i < length(); i++) {
      int row = i;
      sink.sample(columns.stream().mapToDouble(column -> column[row]).toArray());
    }
  }
}
