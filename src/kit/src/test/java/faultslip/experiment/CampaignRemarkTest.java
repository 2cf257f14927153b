package faultslip.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import faultslip.ced.ModelStore;
import faultslip.ced.TrainingProgress;
import faultslip.study.MethodSettings;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of the seed that a figure shows. */
class CampaignRemarkTest {

  @Test
  void namesTheScoreThatChoseTheSeed() {
    assertThat(campaign(MethodSettings.standard(), 0L, 1L, 2L).remark()).isEqualTo("Of 3 seeds, that of median MAPE.");
    assertThat(campaign(MethodSettings.standard(), 0L, 1L).remark(Target.TIME_TO_FAILURE)).isEqualTo("Of 2 seeds, that of median MAE.");
    assertThat(campaign(MethodSettings.standard(), 7L).remark(Target.TIME_TO_FAILURE)).isEqualTo("One seed.");
    assertThat(campaign(MethodSettings.standard().quick(), 0L, 1L).remark()).contains("quick");
  }

  private static Campaign campaign(MethodSettings settings, Long... seeds) {
    return new Campaign(new ExperimentContext(StickSlip.study().withMethod(settings), new ModelStore(Path.of("unused")), training -> TrainingProgress.SILENT), List.of(seeds), Experiment.all());
  }
}
