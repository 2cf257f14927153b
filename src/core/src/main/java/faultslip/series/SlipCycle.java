package faultslip.series;

import java.util.ArrayList;
import java.util.List;

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
    List<SlipCycle> cycles = new ArrayList<>();
    for (int i = 1; i < failures.size() - 1; i++) {
      Failure before = failures.get(i - 1);
      Failure at = failures.get(i);
      Failure after = failures.get(i + 1);
      double highest = Double.NEGATIVE_INFINITY;
      for (int k = before.sample(); k < at.sample(); k++) {
        highest = Math.max(highest, recording.fault().value(k));
      }
      double lowest = Double.POSITIVE_INFINITY;
      double loudest = Double.NEGATIVE_INFINITY;
      for (int k = at.sample(); k < after.sample(); k++) {
        lowest = Math.min(lowest, recording.fault().value(k));
        loudest = Math.max(loudest, recording.emission().value(k));
      }
      cycles.add(new SlipCycle(at.time() - before.time(), highest - lowest, loudest));
    }
    return List.copyOf(cycles);
  }
}
