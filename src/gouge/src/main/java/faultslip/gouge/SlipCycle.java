package faultslip.gouge;

import faultslip.series.Failure;
import faultslip.series.FailureCatalogue;
import faultslip.series.Recording;
import faultslip.series.SeriesException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One cycle of stick and slip, as a recording shows it.
 *
 * @param recurrence time from the failure before to this one, in seconds
 * @param drop fall of the fault state at this failure, from the largest value since the one before to the smallest
 *     until the next, in its unit
 * @param peak largest emission from this failure to the next, in its unit
 */
public record SlipCycle(double recurrence, double drop, double peak) {

  /**
   * The whole cycles of a recording: a failure between two others makes one.
   *
   * @return two fewer than there are failures
   * @throws SeriesException if there are fewer than three failures
   */
  public static List<SlipCycle> of(Recording recording, FailureCatalogue catalogue) {
    List<Failure> failures = catalogue.failures();
    if (failures.size() < 3) {
      throw new SeriesException(
          "%d failures in '%s'; a whole cycle needs three: give a longer recording or a threshold nearer to 0."
              .formatted(failures.size(), recording.name()));
    }
    double[] fault = recording.fault().values();
    double[] emission = recording.emission().values();
    return IntStream.range(1, failures.size() - 1).mapToObj(i -> {
      int before = failures.get(i - 1).sample();
      int at = failures.get(i).sample();
      int after = failures.get(i + 1).sample();
      return new SlipCycle(failures.get(i).time() - failures.get(i - 1).time(),
          Arrays.stream(fault, before, at).max().orElseThrow() - Arrays.stream(fault, at, after).min().orElseThrow(),
          Arrays.stream(emission, at, after).max().orElseThrow());
    }).toList();
  }
}
