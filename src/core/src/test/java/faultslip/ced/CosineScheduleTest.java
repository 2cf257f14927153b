package faultslip.ced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CosineScheduleTest {

  @Test
  void halfACosineWithoutWarmup() {
    TrainingLoop.CosineSchedule schedule = new TrainingLoop.CosineSchedule(0.004, 0, 600);
    assertThat(schedule.valueAt(0, 0)).isEqualTo(0.004);
    assertThat(schedule.valueAt(200, 0)).isCloseTo(0.003, within(1e-15)); // cos 60° = 1/2
    assertThat(schedule.valueAt(300, 5)).isCloseTo(0.002, within(1e-15));
    assertThat(schedule.valueAt(400, 0)).isCloseTo(0.001, within(1e-15));
    assertThat(schedule.valueAt(600, 0)).isCloseTo(0, within(1e-15));
    assertThat(schedule.valueAt(10_000, 0)).isCloseTo(0, within(1e-15));
  }

  @Test
  void risesLinearlyOverTheWarmup() {
    TrainingLoop.CosineSchedule schedule = new TrainingLoop.CosineSchedule(1, 10, 1_000_000);
    for (int step = 0; step < 10; step++) {
      assertThat(schedule.valueAt(step, 0)).isCloseTo((step + 1) / 10.0, within(1e-9));
    }
    assertThat(schedule.valueAt(9, 0)).isGreaterThan(schedule.valueAt(20, 0));
  }
}
