package faultslip.figure;

import faultslip.wavelet.ScaleGrid;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.Tick;
import org.jfree.chart.ui.RectangleEdge;

/**
 * A logarithmic axis of base 2 for wavelet scales, small ones on top as in Torrence &amp; Compo (1998): ticks are
 * octaves from a power of ten (0.1, 0.2, 0.4 ...), every one, or every second, or every third as there is room.
 */
final class ScaleAxis extends LogAxis {
  private static final double ROOM = 9;

  ScaleAxis(ScaleGrid grid) {
    setBase(2);
    PlotStyle.axis(this);
    setInverted(true);
    // Half a row beyond the first and the last scale: rows are cells about their scale.
    setRange(lower(grid), upper(grid));
  }

  static double lower(ScaleGrid grid) {
    return grid.smallest() * StrictMath.pow(2, -0.5 * grid.spacing());
  }

  static double upper(ScaleGrid grid) {
    return grid.smallest() * StrictMath.pow(2, (grid.count() - 0.5) * grid.spacing());
  }

  @Override
  public List<Tick> refreshTicks(Graphics2D g2, AxisState state, Rectangle2D dataArea, RectangleEdge edge) {
    double lower = getRange().getLowerBound();
    double upper = getRange().getUpperBound();
    double octave = dataArea.getHeight() / (StrictMath.log(upper / lower) / StrictMath.log(2));
    int stride = (int) Math.max(1, Math.ceil(ROOM / octave));
    double anchor = StrictMath.pow(10, Math.ceil(StrictMath.log10(lower) - 1e-9));
    if (anchor > upper) {
      anchor = oneDigit(lower);
    }
    int first = (int) Math.ceil(StrictMath.log(lower / anchor) / StrictMath.log(2) / stride - 1e-9);
    List<Tick> ticks = new ArrayList<>();
    for (int k = first; ; k++) {
      double value = anchor * StrictMath.pow(2, k * stride);
      if (value > upper) {
        return ticks;
      }
      if (PlotStyle.clearOfEnds(valueToJava2D(value, dataArea, edge), dataArea)) {
        ticks.add(new NumberTick(value, label(value), PlotStyle.anchor(edge), PlotStyle.anchor(edge), 0));
      }
    }
  }

  /** A first tick with one digit, for an axis without a power of ten. */
  private static double oneDigit(double lower) {
    return new BigDecimal(lower).round(new MathContext(1, RoundingMode.UP)).doubleValue();
  }

  static String label(double value) {
    return new BigDecimal(value).round(new MathContext(3)).stripTrailingZeros().toPlainString();
  }
}
