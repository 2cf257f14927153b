package faultslip.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import faultslip.FaultslipException;
import faultslip.series.Recording;
import faultslip.study.Study;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said and refused before anything is trained. */
class CampaignCostTest {
  @TempDir Path models;

  @Test
  void threeHundredThousandRowsAreRefusedWhereTheyDoNotFit() {
    Recording day = StickSlip.recording("day", 300_000, 100);
    Study study = StickSlip.study();
    Study large = new Study(study.name(), study.simulations(), new Study.Laboratory(day,
        study.laboratory().criterion()),
        study.others(), study.method(), study.sources());
    Campaign campaign = new Campaign(StickSlip.context(large, models), List.of(0L), Experiment.all());
    // To predict 180,000 samples takes three images of 32 doubles each: 138 MB.
    assertThatThrownBy(() -> campaign.cost(1, 200_000_000L)).isInstanceOf(FaultslipException.class)
        .hasMessageContaining("instrument.rate").hasMessageNotContaining("--threads");
    assertThatThrownBy(() -> campaign.cost(2, 350_000_000L)).isInstanceOf(FaultslipException.class)
        .hasMessageContaining("--threads 1");
    assertThat(campaign.cost(1, 350_000_000L).orElseThrow()).contains("trainings of", "of 0.3 GB of memory");
  }
}
