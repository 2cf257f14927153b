package faultslip.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import faultslip.ced.Ced;
import faultslip.ced.Ced.Part;
import faultslip.ced.TrainingProgress;
import faultslip.series.Recording;
import faultslip.study.Study;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each control differs from what is cross-trained in the one thing that it is named for. */
class TransferControlTest {
  @TempDir private static Path folder;
  private final Study study = StickSlip.study().withMethod(StickSlip.study().method().changed(List.of(
      "windows.laboratory.training=3.2 s", "training.latentSpace.steps=2")));
  private final TransferModels models = StickSlip.context(study, folder).models();
  private final Ced simulation = models.onSimulation(0).get(TrainingProgress.SILENT).network();

  private Ced trained(TransferControl control) {
    return models.control(control, 0).get(TrainingProgress.SILENT).network();
  }

  private static float[] said(Ced network) {
    float[] image = new float[network.architecture().scales() * network.architecture().width()];
    for (int i = 0; i < image.length; i++) {
      image[i] = (float) Math.sin(0.01 * i * i);
    }
    return network.apply(image);
  }

  /** With the trained parts taken out again, what is left is what it started from. */
  @Test
  void frozenPartsAreTheSimulationsOrRandom() {
    assertThat(Arrays.equals(said(trained(TransferControl.ENCODER_ALONE).with(Part.LATENT_SPACE, simulation).with(Part.DECODER, simulation)), said(simulation))).isTrue();
    assertThat(Arrays.equals(said(trained(TransferControl.DECODER_ALONE).with(Part.LATENT_SPACE, simulation).with(Part.ENCODER, simulation)), said(simulation))).isTrue();
    Ced random = Ced.untrained(models.method().transfer().network(), models.method().settings().training().latentSpace().initialisation(), 0);
    assertThat(Arrays.equals(said(trained(TransferControl.RANDOM).with(Part.LATENT_SPACE, random)), said(random))).isTrue();
    assertThat(Arrays.equals(said(trained(TransferControl.OTHER_LATENT_START).with(Part.LATENT_SPACE, simulation)), said(simulation))).isTrue();
  }

  @Test
  void fineTuningChangesEncoderAndDecoder() {
    assertThat(Arrays.equals(said(trained(TransferControl.FINE_TUNED).with(Part.LATENT_SPACE, simulation)), said(simulation))).isFalse();
  }

  @Test
  void aShiftedSimulationHasItsFrictionElsewhere() {
    Recording recording = StickSlip.recording("made", 800, 60);
    Recording shifted = TransferControl.shifted(recording);
    assertThat(shifted.emission()).isEqualTo(recording.emission());
    assertThat(shifted.fault().value(0)).isEqualTo(recording.fault().value(400));
    assertThat(shifted.fault().value(400)).isEqualTo(recording.fault().value(0));
    assertThat(shifted.fault().value(0)).isNotEqualTo(recording.fault().value(0));
  }

  @Test
  void allAreExperimentsWithNamesOfTheirOwn() {
    List<Experiment> experiments = TransferControl.experiments().toList();
    assertThat(experiments).extracting(Experiment::id).doesNotHaveDuplicates().contains("control-random", "nowcast-control-fine-tuned");
    Result result = experiments.get(0).run(StickSlip.context(study, folder), 0).get(0);
    assertThat(result.row().experiment()).isEqualTo("control-random");
    assertThat(result.row().simulation()).isEmpty();
    assertThat(experiments.get(1).models(StickSlip.context(study, folder), 0).get(0).from()).isPresent();
    assertThat(experiments.get(7).obstacle(study)).isPresent(); // this study makes no nowcasts
  }
}
