package faultslip.model;

import faultslip.ced.Ced;
import faultslip.ced.Initialisation;
import faultslip.ced.TrainingHistory;
import faultslip.data.RecordedSamples;
import faultslip.model.ModelDescription.Image;
import faultslip.model.ModelDescription.Learned;
import faultslip.model.ModelDescription.Origin;
import faultslip.model.ModelDescription.Pace;
import faultslip.model.ModelDescription.Score;
import faultslip.series.Clock;
import faultslip.series.Standardisation;
import faultslip.wavelet.Padding;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A model that has learned nothing, and says something of everything. */
public final class SmallModel {

  private SmallModel() {}

  /** An untrained model of so many samples' memory; 0 for one that looks ahead. */
  public static PortableModel of(int memory) {
    ModelDescription description = description(memory, List.of(2, 4));
    return new PortableModel(description, Ced.untrained(description.architecture(), Initialisation.HE, 7));
  }

  static ModelDescription description(int memory, List<Integer> filters) {
    return new ModelDescription("small | <b>model</b>",
        new Image("dog-2", new Image.Scales(0.5, 16, 8), Padding.ZERO, new Image.WindowSize(16, 4), memory),
        Map.of("kind", "ced", "filters", filters), new Pace(10, 20, 40, 2, true),
        new Origin(Map.of("study", "none"), Map.of("a|b<i>.csv", "00"), new Learned("ln(energy)", "friction", "",
            new Standardisation(-1, 2), new Standardisation(0.6, 0.05)),
            new TrainingHistory(List.of(), 0, 1, 0, 0), List.of(new Score("a|b<i>.csv", "raw", 1, 0.5, 2))));
  }

  /** Emission that swells before each of its bursts, and friction, of cycles of so many samples. */
  public static RecordedSamples samples(int length, int cycle, double interval) {
    return RecordedSamples.of(new Clock(5, interval), List.of(
        IntStream.range(0, length).mapToDouble(i -> StrictMath.exp(3.0 * (i % cycle) / cycle + StrictMath.sin(1.7 * i)))
            .toArray(),
        IntStream.range(0, length).mapToDouble(i -> 0.6 + 0.05 * (i % cycle) / cycle + 0.002 * StrictMath.sin(1.1 * i))
            .toArray()), "made");
  }
}
