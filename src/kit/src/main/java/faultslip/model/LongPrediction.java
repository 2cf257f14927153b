package faultslip.model;

import faultslip.ced.Nowcast;
import faultslip.ced.Prediction;
import faultslip.ced.SlidingPrediction;
import faultslip.model.ModelView.Piece;
import faultslip.series.Series;
import faultslip.split.Windows;
import java.util.function.IntConsumer;

/**
 * Predicts a recording of any length in constant memory: piece by piece, each with margins so wide that its ends are
 * not noticed.
 *
 * @param model that predicts
 * @param known by what the recording is standardised
 * @param piece samples of a piece, as the model sees them
 */
public record LongPrediction(PortableModel model, ModelFit.Known known, int piece) {
  private static final int USUAL_PIECE = 8192;
  /** Beyond so many e-folding times of the largest wavelet nothing is left of it. */
  private static final int REACH = 4;

  /** In pieces of usual size. */
  public LongPrediction(PortableModel model, ModelFit.Known known) {
    this(model, known, USUAL_PIECE);
  }

  /** Takes predictions, each of one time. */
  @FunctionalInterface
  public interface Sink {
    /**
     * Takes one.
     *
     * @param predicted fault state
     * @param deviation over overlapping windows; 0 where there is one window
     * @param truth 0 where it is not known
     */
    void prediction(double predicted, double deviation, double truth);
  }

  /**
   * Predicts all of a recording, in order.
   *
   * @param done is told how many samples are predicted
   * @throws faultslip.FaultslipException if the recording is shorter than a window
   */
  public void of(ModelView view, Sink sink, IntConsumer done) {
    ModelDescription.Image image = model.description().image();
    int step = image.windows().step();
    int reach = (int) Math.ceil(REACH * image.settings().wavelet().eFoldingTime() * image.scales().largest());
    int margin = image.isCausal() ? image.memory() : multiple(reach + image.windows().width(), step);
    view.forEach(multiple(piece, step), margin, each -> {
      Prediction prediction = predicted(each);
      Series truth = prediction.segment().fault();
      int skipped = image.isCausal() ? 0 : each.from();
      for (int i = 0; i < each.to() - each.from(); i++) {
        sink.prediction(prediction.fault().value(skipped + i), prediction.deviation().value(skipped + i),
            truth.value(skipped + i));
      }
      done.accept(each.first() + each.to() - each.from());
    });
  }

  private Prediction predicted(Piece each) {
    ModelDescription.Image image = model.description().image();
    return image.isCausal()
        ? new Nowcast(image.settings(), image.windows().width(), image.memory()).of(model.network(), each.given()
            .slice(0, each.to()), each.from(), known.standardisation())
        : new SlidingPrediction(image.settings(), new Windows(image.windows().width(), image.windows().step()))
            .of(model.network(), each.given(), known.standardisation());
  }

  private static int multiple(int samples, int of) {
    return (samples + of - 1) / of * of;
  }
}
