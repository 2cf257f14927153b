package faultslip.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.Tick;
import org.jfree.chart.ui.RectangleEdge;

/** A linear axis with few, round ticks: as many as its length on paper has room for. */
final class DecimalAxis extends NumberAxis {
  private final double highestTick;

  DecimalAxis(double lower, double upper) {
    this(lower, upper, upper);
  }

  /** @param highestTick no tick above it: there is text, which grid lines would strike through */
  DecimalAxis(double lower, double upper, double highestTick) {
    this.highestTick = highestTick;
    PlotStyle.axis(this);
    setAutoRangeIncludesZero(false);
    setRange(lower, upper);
  }

  @Override
  public List<Tick> refreshTicks(Graphics2D g2, AxisState state, Rectangle2D dataArea, RectangleEdge edge) {
    double lower = getRange().getLowerBound();
    double upper = getRange().getUpperBound();
    boolean across = RectangleEdge.isTopOrBottom(edge);
    RoundTicks ticks = RoundTicks.of(lower, upper, across ? dataArea.getWidth() / 32 : dataArea.getHeight() / 12);
    List<Tick> drawn = new ArrayList<>();
    for (double value : ticks.values()) {
      double position = valueToJava2D(value, dataArea, edge);
      // Labels at the very ends of a vertical axis run into those of the next panel.
      if (across || (value <= highestTick && PlotStyle.clearOfEnds(position, dataArea))) {
        drawn.add(new NumberTick(value, ticks.label(value), PlotStyle.anchor(edge), PlotStyle.anchor(edge), 0));
      }
    }
    return drawn;
  }
}
