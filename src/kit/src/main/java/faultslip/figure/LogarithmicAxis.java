package faultslip.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.Tick;
import org.jfree.chart.ui.RectangleEdge;

/**
 * A logarithmic axis of base 10 with ticks at 1, 2 and 5 times the powers of ten, or at these alone if room is short;
 * at round numbers where those would be too few.
 */
final class LogarithmicAxis extends LogAxis {
  private static final int[][] MANTISSAS = {{1, 2, 5}, {1, 3}, {1}};
  private static final double ROOM_ACROSS = 18;
  private static final double ROOM_UP = 9;
  private static final int ENOUGH = 3;
  private static final double FEW = 5;

  private final double highestTick;

  /** From a positive number to a larger one. */
  LogarithmicAxis(double lower, double upper) {
    this(lower, upper, upper);
  }

  /** @param highestTick no tick above it: there is text, which grid lines would strike through */
  LogarithmicAxis(double lower, double upper, double highestTick) {
    this.highestTick = highestTick;
    PlotStyle.axis(this);
    setRange(lower, upper);
  }

  @Override
  public List<Tick> refreshTicks(Graphics2D g2, AxisState state, Rectangle2D dataArea, RectangleEdge edge) {
    boolean across = RectangleEdge.isTopOrBottom(edge);
    double length = across ? dataArea.getWidth() : dataArea.getHeight();
    double decade = length / StrictMath.log10(getRange().getUpperBound() / getRange().getLowerBound());
    double room = across ? ROOM_ACROSS : ROOM_UP;
    // The narrowest gap is that of 1 and 2, of 3 and 10, of 1 and 10.
    int[] mantissas = decade * 0.3 >= room ? MANTISSAS[0] : decade * 0.47 >= room ? MANTISSAS[1] : MANTISSAS[2];
    List<Tick> ticks = ticks(values(mantissas), ScaleAxis::label, dataArea, edge);
    if (ticks.size() >= ENOUGH) {
      return ticks;
    }
    RoundTicks round = RoundTicks.of(getRange().getLowerBound(), Math.min(highestTick, getRange().getUpperBound()),
        Math.min(length / (2.2 * room), FEW));
    return ticks(round.values(), round::label, dataArea, edge);
  }

  private List<Tick> ticks(List<Double> values, DoubleFunction<String> label, Rectangle2D dataArea,
      RectangleEdge edge) {
    List<Tick> ticks = new ArrayList<>();
    for (double value : values) {
      double position = valueToJava2D(value, dataArea, edge);
      boolean clear = RectangleEdge.isTopOrBottom(edge) || PlotStyle.clearOfEnds(position, dataArea);
      if (value > 0 && value <= highestTick && clear) {
        ticks.add(new NumberTick(value, label.apply(value), PlotStyle.anchor(edge), PlotStyle.anchor(edge), 0));
      }
    }
    return ticks;
  }

  private List<Double> values(int[] mantissas) {
    double lower = getRange().getLowerBound();
    double upper = getRange().getUpperBound();
    List<Double> values = new ArrayList<>();
    int last = (int) Math.floor(StrictMath.log10(upper));
    for (int exponent = (int) Math.floor(StrictMath.log10(lower)); exponent <= last; exponent++) {
      for (int mantissa : mantissas) {
        double value = mantissa * StrictMath.pow(10, exponent);
        if (value >= lower * (1 - 1e-9) && value <= upper * (1 + 1e-9)) {
          values.add(value);
        }
      }
    }
    return values;
  }
}
