package faultslip.study;

import static org.assertj.core.api.Assertions.assertThat;

import faultslip.gouge.GougeSnapshot;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GougeTableTest {

  @Test
  void everyFaultHasItsColumnOfNumbers() {
    assertThat(GougeTable.numbers(SyntheticFault.all()).columnNames())
        .containsExactly("number", "simulation", "gouge-a", "gouge-b");
  }

  @Test
  void bearingHasARowANumber() {
    // Grains 0 and 1 under the top plate (disk 4), which presses the first thrice as hard; 2 touches nothing, 3 is the
    // bottom plate.
    List<GougeSnapshot.Grain> disks = List.of(grain(1, 0.6), grain(3, 0.4), grain(5, 1), grain(1, 0), grain(1, 1));
    List<GougeSnapshot.Contact> contacts = List.of(contact(0, 4, 3), contact(1, 4, 1), contact(3, 0, 3));
    assertThat(GougeTable.bearing(Map.of("made", new GougeSnapshot(0, 6, disks, 3, 1, contacts))).stringColumn(1)
        .asList())
        .containsExactly("3", "1", "1", "2");
  }

  private static GougeSnapshot.Grain grain(double x, double vx) {
    return new GougeSnapshot.Grain(x, 1, 0.5, 0, vx, 0, 0);
  }

  private static GougeSnapshot.Contact contact(int first, int second, double force) {
    return new GougeSnapshot.Contact(first, second, 0, 1, 0.01, force, 0);
  }
}
