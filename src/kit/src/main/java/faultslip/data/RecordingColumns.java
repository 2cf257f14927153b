package faultslip.data;

import java.util.List;
import java.util.Set;

/**
 * Which columns of a CSV file make a recording. Their names become those of the series.
 *
 * @param time column of times, in seconds
 * @param emission column of the acoustic emission as the network takes it, usually already a logarithm
 * @param fault column of the fault's state: friction coefficient or shear stress
 */
public record RecordingColumns(String time, String emission, String fault) {

  /** @throws DataException if a name is blank or two are the same */
  public RecordingColumns {
    List<String> names = List.of(time, emission, fault);
    if (names.stream().anyMatch(String::isBlank) || Set.copyOf(names).size() < names.size()) {
      throw new DataException("Columns '%s', '%s' and '%s'; give three different names for time, emission and fault."
          .formatted(time, emission, fault));
    }
  }
}
