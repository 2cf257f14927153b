package faultslip.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import faultslip.ced.RecordingStandardisation;
import faultslip.ced.SlidingPrediction;
import faultslip.evaluate.Scores;
import faultslip.model.ModelDescription.Image;
import faultslip.series.Recording;
import faultslip.series.Series;
import faultslip.series.Standardisation;
import faultslip.split.Split;
import faultslip.split.Windows;
import faultslip.study.PublicData;
import faultslip.study.Studies;
import faultslip.study.Study;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models by name: those that come with the kit do what their cards say. */
class ModelSourceTest {
  @TempDir Path folder;
  private ModelSource source;

  @BeforeEach
  void choose() {
    source = new ModelSource(folder);
  }

  @Test
  void thoseOfTheKitPredictTheLaboratoryFaultAsTheirCardsSay() {
    Study study = Studies.read("public", PublicData.folder());
    Split split = study.method().splits().laboratory().of(study.laboratory().recording());
    for (String name : List.of("granular", "p4581")) {
      PortableModel model = source.read(name);
      Image image = model.description().image();
      RecordingStandardisation known = RecordingStandardisation.of(split.training(), image.settings());
      Recording tested = split.testing();
      Series predicted = new SlidingPrediction(image.settings(), new Windows(image.windows().width(),
          image.windows().step())).of(model.network(), tested, known).fault();
      Scores scores = Scores.of(tested.fault(), predicted, Standardisation.of(split.training().fault()).mean());
      ModelDescription.Score said = model.description().origin().scores().get(0);
      assertThat(said.amplitude()).isEqualTo("raw");
      // To the digits of the card, though weights have half of theirs.
      assertThat(scores.mapePercent()).as(name).isCloseTo(said.mapePercent(), within(0.005));
      assertThat(scores.r2()).isCloseTo(said.r2(), within(0.005));
    }
  }

  @Test
  void thoseOfTheKitAreOfMedianSeedsAndOneKnowsNothingAhead() {
    assertThat(ModelSource.OF_THE_KIT).allSatisfy(name -> {
      ModelDescription model = source.read(name).description();
      assertThat(model.image().isCausal()).isEqualTo(name.endsWith("nowcast"));
      assertThat(model.origin().facts()).containsEntry("study", "public").containsEntry("simulation", "granular");
    });
  }

  @Test
  void keepsWhatIsImportedUnderItsName() {
    PortableModel small = SmallModel.of(0);
    assertThat(source.names()).isEqualTo(ModelSource.OF_THE_KIT);
    Path kept = source.add(small, "mine-1");
    assertThat(source.names()).endsWith("mine-1");
    assertThat(source.read("mine-1").description()).isEqualTo(small.description());
    assertThat(source.read(kept.toString()).description()).isEqualTo(small.description());
    assertThatThrownBy(() -> source.add(small, "mine-1")).hasMessageContaining("already");
    assertThatThrownBy(() -> source.add(small, "granular")).hasMessageContaining("already");
    assertThatThrownBy(() -> source.add(small, "../mine")).hasMessageContaining("letters, digits");
    assertThatThrownBy(() -> source.read("none")).isInstanceOf(ModelException.class)
        .hasMessageContaining("granular, granular-nowcast, p4581, mine-1");
  }
}
