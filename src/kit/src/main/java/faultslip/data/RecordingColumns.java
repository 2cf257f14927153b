package faultslip.data;

import java.util.List;
import java.util.Set;

/**
 * Which columns of a CSV file make a recording, and in which units. The columns' names become those of the series.
 *
 * @param time column of times, in seconds
 * @param emission column of the acoustic emission as the network takes it, usually already a logarithm
 * @param emissionUnit its unit, "" for a pure number
 * @param fault column of the fault's state: friction coefficient or shear stress
 * @param faultUnit its unit, "" for a pure number
 */
public record RecordingColumns(String time, String emission, String emissionUnit, String fault, String faultUnit) {

  /** @throws DataException if a name is blank or two are the same */
  public RecordingColumns {
    boolean blank = time.isBlank() || emission.isBlank() || fault.isBlank();
    if (blank || Set.copyOf(List.of(time, emission, fault)).size() < 3) {
      throw new DataException("Columns '%s', '%s' and '%s'; give three different names for time, emission and fault."
          .formatted(time, emission, fault));
    }
  }

  /** {@code time}, {@code emission} and {@code fault}, the last two without a unit. */
  public static RecordingColumns standard() {
    return named("time", "emission", "fault");
  }

  /** Columns of these names, emission and fault without a unit. */
  public static RecordingColumns named(String time, String emission, String fault) {
    return new RecordingColumns(time, emission, "", fault, "");
  }
}
