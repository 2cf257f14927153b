package faultslip.model;

import faultslip.ced.RecordingStandardisation;
import faultslip.data.RecordedSamples;
import faultslip.data.TextTable;
import faultslip.model.ModelDescription.Pace;
import faultslip.series.Recording;
import faultslip.series.Series;
import faultslip.series.Standardisation;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/**
 * How a model looks at a recording: at which of its samples, and by which means and deviations.
 *
 * @param model that looks
 */
public record ModelFit(ModelDescription model) {
  /** Samples that a mean and deviation are taken from at once: some cycles, and no more than fit into memory. */
  private static final int PIECE = 1 << 16;
  /** Paces may lie so far outside those that a model has learned. */
  private static final double BEYOND = 1.5;

  /**
   * The recording so that its cycles have as many samples as the model's, in averages of as many of them; of a
   * recording that has no more samples than that, as it stands.
   *
   * @param recurrence mean time from failure to failure, in seconds, positive
   * @param logarithm whether to take the emission's logarithm
   * @throws ModelException if it has far fewer samples a cycle than any fault that the model has learned from, or is
   *     shorter than a window
   */
  public ModelView view(RecordedSamples samples, ModelView.Names names, double recurrence, boolean logarithm) {
    Pace pace = model.pace();
    double cycle = recurrence * samples.clock().frequency();
    int step = (int) Math.max(1, Math.round(cycle / pace.usual()));
    ModelException.require(cycle >= pace.shortest() / BEYOND, "Cycles of %.4g s have %.1f samples; the model has "
        + "learned from cycles of %.0f to %.0f: record faster, or give --recurrence if it is another.", recurrence,
        cycle, pace.shortest(), pace.longest());
    return at(samples, names, step, logarithm);
  }

  /**
   * The recording at one of so many of its samples, in the model's averages if that is more than one.
   *
   * @throws ModelException if it is shorter than a window
   */
  public ModelView at(RecordedSamples samples, ModelView.Names names, int step, boolean logarithm) {
    int width = step == 1 ? 1 : step * model.pace().average();
    int window = model.image().windows().width();
    ModelException.require(samples.length() >= width + (long) (window - 1) * step, "The recording has %d samples; a "
        + "window of the model takes %d of them at this pace: give a longer one, or a shorter --recurrence.",
        samples.length(), width + (long) (window - 1) * step);
    return new ModelView(samples, names, step, width, logarithm);
  }

  /** In words: "every 10th sample, averages of 100: 10 Hz, 102 samples a cycle". */
  public static String words(ModelView view, OptionalDouble recurrence) {
    String rate = TextTable.text("%.4g Hz", view.clock().frequency());
    return (view.step() == 1 ? "as it stands, " + rate : TextTable.text("averages of %d samples every %d, %s",
        view.width(), view.step(), rate)) + (recurrence.isEmpty() ? ""
        : TextTable.text(", %.0f samples a cycle of %.4g s", recurrence.getAsDouble() * view.clock().frequency(),
        recurrence.getAsDouble()));
  }

  /**
   * Means and deviations of the recording: of its emission those that the image shows, of the fault state those that
   * are given, or else its own, or none: mean 0 and deviation 1.
   *
   * @throws faultslip.FaultslipException if the emission is constant, or a fault state that is to be looked at
   */
  public Known known(ModelView view, Optional<Standardisation> given) {
    Pooled emission = new Pooled();
    Pooled fault = new Pooled();
    SummaryStatistics state = new SummaryStatistics();
    boolean looksAtFault = given.isEmpty() && view.hasFault();
    view.forEach(PIECE, 0, piece -> {
      Recording heard = piece.given();
      Series looked = looksAtFault ? heard.fault() : heard.emission();
      RecordingStandardisation of = RecordingStandardisation.of(new Recording(heard.name(), heard.emission(), looked),
          model.image().settings());
      emission.add(of.emission(), heard.length());
      fault.add(of.fault(), heard.length());
      for (int i = 0; i < heard.length(); i++) {
        state.addValue(heard.fault().value(i));
      }
    });
    Standardisation unknown = new Standardisation(0, 1);
    Standardisation whole = given.orElseGet(() -> looksAtFault
        ? new Standardisation(state.getMean(), Math.sqrt(state.getPopulationVariance())) : unknown);
    return new Known(new RecordingStandardisation(emission.pooled(), looksAtFault ? fault.pooled() : whole), whole);
  }

  /**
   * What a recording is standardised by.
   *
   * @param standardisation of what images show
   * @param fault of all of the fault state, by which amplitudes are restored
   */
  public record Known(RecordingStandardisation standardisation, Standardisation fault) {}

  /** Mean and deviation of pieces, of which each is as long as a drift that images do not show. */
  private static final class Pooled {
    private double mean;
    private double variance;
    private long length;

    void add(Standardisation piece, int samples) {
      length += samples;
      mean += (piece.mean() - mean) * samples / length;
      variance += (piece.deviation() * piece.deviation() - variance) * samples / length;
    }

    Standardisation pooled() {
      return new Standardisation(mean, Math.sqrt(variance));
    }
  }
}
