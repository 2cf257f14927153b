package faultslip.gouge;

import static faultslip.gouge.Disks.STATE;
import static org.assertj.core.api.Assertions.assertThat;

import faultslip.gouge.Packing.Disk;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** No pair that touches is ever missed, however violent the motion; and the list is not made anew at every step. */
class NeighboursTest {

  @Test
  void contactsAreThoseOfABruteForceSearchAtEveryStep() {
    GougeParameters parameters = Setups.small();
    Packing loose = Packing.loose(parameters.grains());
    List<Disk> violent = loose.grains().stream()
        .map(grain -> new Disk(grain.x(), grain.y(), 60 * grain.vx(), 60 * grain.vy(), 0, grain.radius())).toList();
    GranularGouge fault = new GranularGouge(parameters,
        new Packing(violent, loose.bottom(), loose.top(), loose.height()));
    fault.plate.normalStress = 5;
    fault.plate.vx = 3;
    long met = 0;
    for (int step = 0; step < 4000; step++) {
      fault.step();
      Set<Long> found = contacts(fault);
      assertThat(found).as("step %d", step).isEqualTo(bruteForce(fault));
      met += found.size();
    }
    assertThat(met).isGreaterThan(40_000);
    assertThat(fault.neighbours.rebuilds).isBetween(50L, 2000L);
  }

  @Test
  void springsOutliveTheListTheyWereIn() {
    GranularGouge fault = GranularGouge.prepared(Setups.small(), SimulationProgress.SILENT);
    double[] springs = fault.contacts.spring.clone();
    Neighbours.Pairs anew = fault.neighbours.find();
    for (int k = 0; k < fault.contacts.count; k++) {
      assertThat(anew.spring(fault.contacts.first[k] / STATE, fault.contacts.second[k])).isEqualTo(springs[k]);
    }
  }

  private static Set<Long> contacts(GranularGouge fault) {
    Set<Long> pairs = new HashSet<>();
    for (int k = 0; k < fault.contacts.count; k++) {
      pairs.add(pair(fault.contacts.first[k] / STATE, fault.contacts.second[k] / STATE));
    }
    assertThat(pairs).as("no pair twice").hasSize(fault.contacts.count);
    return pairs;
  }

  private static Set<Long> bruteForce(GranularGouge fault) {
    Disks disks = fault.disks;
    double length = fault.parameters().grains().length();
    Set<Long> pairs = new HashSet<>();
    for (int i = 0; i < disks.free; i++) {
      for (int j = i + 1; j < disks.count; j++) {
        double dx = Setups.state(fault, j, Disks.X) - Setups.state(fault, i, Disks.X);
        dx -= length * Math.rint(dx / length);
        double dy = Setups.state(fault, j, Disks.Y) - Setups.state(fault, i, Disks.Y);
        double reach = Setups.state(fault, j, Disks.RADIUS) + Setups.state(fault, i, Disks.RADIUS);
        if (dx * dx + dy * dy < reach * reach) {
          pairs.add(pair(i, j));
        }
      }
    }
    return pairs;
  }

  private static long pair(int i, int j) {
    return (long) i << 32 | j;
  }
}
