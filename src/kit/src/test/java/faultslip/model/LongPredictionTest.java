package faultslip.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import faultslip.FaultslipException;
import faultslip.ced.Nowcast;
import faultslip.ced.RecordingStandardisation;
import faultslip.ced.SlidingPrediction;
import faultslip.data.HdfFormat;
import faultslip.data.RecordedSamples;
import faultslip.data.RecordingCsv;
import faultslip.data.RecordingFormat;
import faultslip.experiment.Amplitude;
import faultslip.model.RunningNowcast.Said;
import faultslip.series.Recording;
import faultslip.series.Series;
import faultslip.series.Standardisation;
import faultslip.split.Windows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Predictions piece by piece, and sample by sample, beside those of a whole recording at once. */
class LongPredictionTest {
  private static final ModelView.Names NAMES = new ModelView.Names("made", "energy", "friction");
  @TempDir Path folder;

  private static List<double[]> predicted(PortableModel model, ModelFit.Known known, ModelView view, int piece) {
    List<double[]> all = new ArrayList<>();
    new LongPrediction(model, known, piece).of(view, (value, deviation, truth) ->
        all.add(new double[] {value, deviation, truth}), done -> assertThat(done).isEqualTo(all.size()));
    return all;
  }

  @Test
  void theEndsOfPiecesAreNotNoticed() {
    PortableModel model = SmallModel.of(0);
    ModelView view = new ModelFit(model.description()).at(SmallModel.samples(1403, 40, 0.1), NAMES, 1, true);
    ModelFit.Known known = new ModelFit(model.description()).known(view, Optional.empty());
    Recording whole = view.whole();
    var once = new SlidingPrediction(model.description().image().settings(), new Windows(16, 4)).of(model.network(),
        whole, known.standardisation());
    List<double[]> pieces = predicted(model, known, view, 200);
    assertThat(pieces).hasSize(1403);
    // The last window of a piece ends with it, so a few times about its end lie in one more or fewer.
    for (int i = 0; i < 1403; i++) {
      assertThat(pieces.get(i)[0]).as("at %d", i).isCloseTo(once.fault().value(i), within(1e-5));
      assertThat(pieces.get(i)[1]).isCloseTo(once.deviation().value(i), within(1e-5));
      assertThat(pieces.get(i)[2]).isEqualTo(whole.fault().value(i));
    }
  }

  @Test
  void nowcastsOfPiecesAreThoseOfTheWhole() {
    PortableModel model = SmallModel.of(48);
    ModelView view = new ModelFit(model.description()).at(SmallModel.samples(700, 40, 0.1), NAMES, 1, true);
    ModelFit.Known known = new ModelFit(model.description()).known(view, Optional.empty());
    Series once = new Nowcast(model.description().image().settings(), 16, 48)
        .of(model.network(), view.whole(), 0, known.standardisation()).fault();
    assertThat(predicted(model, known, view, 100).stream().mapToDouble(row -> row[0]).toArray())
        .isEqualTo(once.values());
  }

  @Test
  void meansAndDeviationsOfOnePieceAreThoseOfTheRecording() {
    PortableModel model = SmallModel.of(0);
    ModelFit fit = new ModelFit(model.description());
    ModelView view = fit.at(SmallModel.samples(1000, 40, 0.1), NAMES, 2, true);
    Recording whole = view.whole();
    ModelFit.Known known = fit.known(view, Optional.empty());
    RecordingStandardisation of = RecordingStandardisation.of(whole, model.description().image().settings());
    assertThat(known.standardisation().emission().deviation()).isCloseTo(of.emission().deviation(), within(1e-12));
    assertThat(known.standardisation().fault().mean()).isCloseTo(of.fault().mean(), within(1e-12));
    assertThat(known.fault().deviation()).isCloseTo(Standardisation.of(whole.fault()).deviation(), within(1e-12));
    Standardisation given = new Standardisation(3, 0.5);
    assertThat(fit.known(view, Optional.of(given)).standardisation().fault()).isEqualTo(given);
  }

  @Test
  void aRecordingIsBroughtToTheModelsPace() {
    ModelFit fit = new ModelFit(SmallModel.of(0).description());
    // Cycles of 2000 samples become 20, in averages of two of those: 200 samples.
    ModelView view = fit.view(SmallModel.samples(60_000, 2000, 0.001), NAMES, 2, true);
    assertThat(view.step()).isEqualTo(100);
    assertThat(view.width()).isEqualTo(200);
    assertThat(view.length()).isEqualTo(599);
    assertThat(view.clock().start()).isCloseTo(5.199, within(1e-9));
    assertThat(view.clock().interval()).isCloseTo(0.1, within(1e-12));
    assertThatThrownBy(() -> fit.view(SmallModel.samples(600, 5, 0.1), NAMES, 0.5, true))
        .isInstanceOf(ModelException.class).hasMessageContaining("Cycles of 0.5000 s have 5.0 samples");
    assertThatThrownBy(() -> fit.view(SmallModel.samples(1000, 2000, 0.001), NAMES, 2, true))
        .isInstanceOf(ModelException.class).hasMessageContaining("give a longer one");
  }

  @Test
  void whatHasNoLogarithmIsSaid() {
    RecordedSamples negative = SmallModel.samples(200, 40, 0.1).mapped(values -> new double[] {-values[0], values[1]});
    ModelView view = new ModelFit(SmallModel.of(0).description()).at(negative, NAMES, 1, true);
    assertThatThrownBy(view::whole).isInstanceOf(ModelException.class).hasMessageContaining("--no-logarithm");
  }

  @Test
  void whatIsSaidWhileItIsHeardIsTheNowcast() {
    PortableModel model = SmallModel.of(48);
    RecordedSamples samples = SmallModel.samples(900, 120, 0.1);
    ModelView view = new ModelFit(model.description()).at(samples, NAMES, 3, true);
    RecordingStandardisation known =
        new ModelFit(model.description()).known(view, Optional.empty()).standardisation();
    double[] once = new Nowcast(model.description().image().settings(), 16, 48)
        .of(model.network(), view.whole(), 0, known).fault().values();
    List<Said> said = new ArrayList<>();
    RunningNowcast[] running = {new RunningNowcast(model, hearing(view), known, Optional.empty())};
    int[] at = new int[1];
    samples.forEach(values -> {
      running[0].hear(samples.clock().timeOf(at[0]), values[0]);
      if (at[0] % 37 == 0) {
        said.addAll(running[0].say());
        // Stopped, and begun again a little before that.
        running[0] = new RunningNowcast(model, hearing(view), known, Optional.of(running[0].state()));
        assertThat(running[0].hear(samples.clock().timeOf(at[0] - 1), 9e9)).isFalse();
      }
      at[0]++;
    });
    said.addAll(running[0].say());
    assertThat(said.stream().mapToDouble(Said::value).toArray()).isEqualTo(once);
    assertThat(said.get(5).time()).isCloseTo(view.clock().timeOf(5), within(1e-9));
  }

  private static RunningNowcast.Hearing hearing(ModelView view) {
    return new RunningNowcast.Hearing(view.step(), view.width(), true, view.clock().interval());
  }

  @Test
  void aModelThatLooksAheadIsNoNowcast() {
    assertThatThrownBy(() -> new RunningNowcast(SmallModel.of(0), new RunningNowcast.Hearing(1, 1, true, 1),
        new RecordingStandardisation(new Standardisation(0, 1), new Standardisation(0, 1)), Optional.empty()))
        .isInstanceOf(ModelException.class).hasMessageContaining("looks ahead");
  }

  @Test
  void rowsHaveTheirAmplitudeRestoredAndAreTheSameInBothFormats() throws IOException {
    ModelView view = new ModelFit(SmallModel.of(0).description()).at(SmallModel.samples(40, 20, 0.5), NAMES, 1, true);
    Standardisation fault = new Standardisation(0.7, 0.1);
    double[] said = IntStream.range(0, 40).mapToDouble(i -> StrictMath.sin(i)).toArray();
    Series as = new Series("", "", view.clock(), said);
    for (boolean causal : new boolean[] {false, true}) {
      try (PredictedRows rows = new PredictedRows(view, fault, causal)) {
        IntStream.range(0, 40).forEach(i -> rows.prediction(said[i], 0.01, i));
        double[] restored = (causal ? Amplitude.RESTORED.asItComes(as, fault) : Amplitude.RESTORED.of(as, fault))
            .values();
        assertThat(rows.series(3, "", "", 40).values()).containsExactly(restored, within(1e-12));
        rows.write(folder.resolve("rows.csv"), false);
        rows.write(folder.resolve("rows.h5"), false);
        for (RecordingFormat format : List.of(new RecordingCsv(), new HdfFormat())) {
          var table = format.read(new RecordingFormat.Request(Map.of("file", folder.resolve(
              format.id().equals("csv") ? "rows.csv" : "rows.h5")), "time", 1, List.of("predicted", "restored",
                  "fault"),
              Map.of()));
          assertThat(table.column("predicted")).containsExactly(said, within(1e-8));
          assertThat(table.column("restored")).containsExactly(restored, within(1e-8));
          assertThat(table.column("fault")[39]).isEqualTo(39);
          assertThat(table.times()[1]).isEqualTo(5.5);
        }
      }
    }
    assertThat(Files.exists(folder.resolve("rows.h5"))).isTrue();
    assertThatThrownBy(() -> PredictionFile.requireRoom(Path.of("a.h5"), 8_640_000))
        .isInstanceOf(FaultslipException.class).hasMessageContaining("name a .csv");
  }

  @Test
  void halfALineIsCutOffAndNothingIsWrittenTwice() throws IOException {
    Path file = folder.resolve("heard.csv");
    NowcastFile first = new NowcastFile(file);
    NowcastFile.Begun begun = new NowcastFile.Begun(new RunningNowcast.Hearing(1, 1, true, 1),
        new RecordingStandardisation(new Standardisation(0, 1), new Standardisation(0, 1)),
        new RunningNowcast(SmallModel.of(48), new RunningNowcast.Hearing(1, 1, true, 1),
            new RecordingStandardisation(new Standardisation(0, 1), new Standardisation(0, 1)),
                Optional.empty()).state());
    assertThat(first.begun()).isEmpty();
    first.begin(begun, false);
    first.add(List.of(new Said(1, 0.5), new Said(2, 0.25)), begun);
    Files.writeString(file, Files.readString(file) + "3.0000");
    NowcastFile second = new NowcastFile(file);
    assertThat(second.begun().orElseThrow().hearing()).isEqualTo(begun.hearing());
    second.add(List.of(new Said(2, 0.25), new Said(3, 0.125)), begun);
    assertThat(Files.readString(file).lines().skip(1).map(line -> Double.valueOf(line.split(",", -1)[1])))
        .containsExactly(0.5, 0.25, 0.125);
    Files.delete(folder.resolve("heard.csv.state"));
    assertThatThrownBy(() -> new NowcastFile(file).begun()).isInstanceOf(ModelException.class)
        .hasMessageContaining("one is missing");
  }
}
