package faultslip.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import faultslip.series.FailureCatalogue;
import faultslip.series.FailureCriterion;
import faultslip.series.Recording;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The failures found in the laboratory's recording are those its authors found. */
class LaboratoryFailuresTest {

  /** The recurrence that the data's authors give, 26 failures, must not hang on where the threshold is put. */
  @ParameterizedTest
  @CsvSource({"-0.05,0", "-0.04,0", "-0.05,3", "-0.03,3", "-0.02,3"})
  void p4581FailsTwentySixTimes(double slope, double shortest) {
    Recording recording = PublicStudyTest.study().laboratory().recording();
    FailureCatalogue found = new FailureCriterion(slope, shortest).find(recording.fault());
    assertThat(found.size()).isEqualTo(26);
    assertThat(found.meanRecurrence()).isCloseTo(9.65, within(0.1));
    // The first and the last as the authors of the data found them, from the raw recording.
    assertThat(found.failures().get(0).time()).isCloseTo(3829.7, within(1.0));
    assertThat(found.failures().get(25).time()).isCloseTo(4070.5, within(1.0));
    assertThat(found.target(recording).length()).isEqualTo(found.failures().get(25).sample() + 1);
  }
}
