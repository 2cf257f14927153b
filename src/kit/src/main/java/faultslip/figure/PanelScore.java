package faultslip.figure;

import faultslip.evaluate.Scores;
import java.util.Locale;

/**
 * The scores printed in a panel.
 *
 * @param mapePercent mean absolute percentage error, in percent; NaN where it has no meaning and is left out
 * @param r2 coefficient of determination; NaN to leave it out
 */
public record PanelScore(double mapePercent, double r2) {

  /** The scores of a prediction. */
  public static PanelScore of(Scores scores) {
    return new PanelScore(scores.mapePercent(), scores.r2());
  }

  /** As printed: "MAPE 1.38 %, R² 0.93". */
  public String text() {
    String mape = Double.isFinite(mapePercent) ? String.format(Locale.ROOT, "MAPE %.2f %%", mapePercent) : "";
    String fit = Double.isFinite(r2) ? String.format(Locale.ROOT, "R² %.2f", r2).replace('-', '−') : "";
    return mape + (mape.isEmpty() || fit.isEmpty() ? "" : ", ") + fit;
  }
}
