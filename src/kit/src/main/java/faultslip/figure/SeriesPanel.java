package faultslip.figure;

import faultslip.ced.Prediction;
import faultslip.series.Series;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import java.util.stream.Stream;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;

/**
 * The truth and a prediction of it, with ±1 σ where that is known, a legend and a note on top.
 *
 * @param truth what was measured
 * @param prediction what a model says, in the unit of the truth
 * @param deviation one standard deviation of the prediction, in the same unit; empty for a prediction without one
 * @param note written into the panel, for instance the scores; "" for none
 * @param shown range of the vertical axis, in the same unit
 */
public record SeriesPanel(Series truth, Series prediction, Optional<Series> deviation, String note, ValueRange shown)
    implements Panel {
  private static final String TRUTH = "truth";
  private static final String PREDICTION = "prediction";
  private static final String WITH_BAND = "prediction ± 1 σ";
  private static final double SAMPLE = 12;
  private static final double LINE = FigureStyle.TEXT_SIZE + 2.5;

  /** A panel that shows all of its values. */
  public static SeriesPanel of(Prediction prediction, String note) {
    return of(prediction, note, extentOf(prediction));
  }

  /** A panel with a vertical axis of its own range, to be compared with others. */
  static SeriesPanel of(Prediction prediction, String note, ValueRange shown) {
    return new SeriesPanel(prediction.segment().fault(), prediction.fault(), Optional.of(prediction.deviation()), note,
        shown);
  }

  /** The range of all predictions of the same quantity as this one: an amplitude too small is seen at a glance. */
  static ValueRange extentOf(Prediction prediction, Stream<Prediction> compared) {
    String quantity = prediction.segment().fault().label();
    return compared.filter(other -> other.segment().fault().label().equals(quantity))
        .map(SeriesPanel::extentOf).reduce(ValueRange::and).orElseThrow();
  }

  /** The range of values of truth, prediction and band; panels to be compared show the range of all. */
  public static ValueRange extentOf(Prediction prediction) {
    return ValueRange.of(prediction.segment().fault()).and(ValueRange.of(prediction.fault()))
        .and(ValueRange.of(prediction.fault(), prediction.deviation()));
  }

  @Override
  public double from() {
    return truth.clock().timeOf(0);
  }

  @Override
  public double to() {
    return truth.clock().timeOf(truth.length() - 1);
  }

  @Override
  public String label() {
    return Decade.of(shown).label(truth);
  }

  @Override
  public XYPlot plot(double width, double height) {
    Decade decade = Decade.of(shown);
    XYPlot plot = PlotStyle.plot(decade.apply(shown).axis(height, noteBeside(width) ? LINE : 2 * LINE));
    DeviationRenderer band = new DeviationRenderer(false, false);
    band.setAlpha(FigureStyle.DEVIATION_OPACITY);
    band.setSeriesFillPaint(0, FigureStyle.DEVIATION);
    plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
    if (deviation.isPresent()) {
      plot.setDataset(0, SeriesDataset.band(decade.apply(prediction), decade.apply(deviation.get())));
      plot.setRenderer(0, band);
    }
    plot.setDataset(1, SeriesDataset.line(decade.apply(truth)));
    plot.setRenderer(1, PlotStyle.line(FigureStyle.INK, FigureStyle.TRUTH_LINE));
    plot.setDataset(2, SeriesDataset.line(decade.apply(prediction)));
    plot.setRenderer(2, PlotStyle.line(FigureStyle.PREDICTION, FigureStyle.PREDICTION_LINE));
    return plot;
  }

  @Override
  public void decorate(Graphics2D g, Rectangle2D axes) {
    Font font = font();
    double baseline = axes.getY() + FigureStyle.TEXT_SIZE + 1.5;
    double middle = baseline - 0.35 * FigureStyle.TEXT_SIZE;
    double x = axes.getX() + 5;
    g.setStroke(FigureStyle.TRUTH_LINE);
    x = entry(g, x, middle, FigureStyle.INK, TRUTH);
    if (deviation.isPresent()) {
      Color ground = FigureStyle.DEVIATION;
      g.setPaint(new Color(ground.getRed(), ground.getGreen(), ground.getBlue(),
          Math.round(255 * FigureStyle.DEVIATION_OPACITY)));
      g.fill(new Rectangle2D.Double(x, middle - 2.5, SAMPLE, 5));
    }
    entry(g, x, middle, FigureStyle.PREDICTION, predictionName());
    double right = axes.getMaxX() - 5 - Lettering.width(font, note);
    Lettering.draw(g, font, note, noteBeside(axes.getWidth()) ? right : axes.getX() + 5,
        noteBeside(axes.getWidth()) ? baseline : baseline + LINE);
  }

  /** A line and its name; returns where the next one starts. */
  private static double entry(Graphics2D g, double x, double middle, Color colour, String name) {
    g.setPaint(colour);
    g.draw(new Line2D.Double(x, middle, x + SAMPLE, middle));
    return Lettering.drawBeside(g, name, x + SAMPLE + 3, middle) + 9;
  }

  private boolean noteBeside(double width) {
    double legend = 2 * (SAMPLE + 12) + Lettering.width(font(), TRUTH) + Lettering.width(font(), predictionName());
    return 10 + legend + Lettering.width(font(), note) <= width;
  }

  private String predictionName() {
    return deviation.isPresent() ? WITH_BAND : PREDICTION;
  }

  private static Font font() {
    return Typeface.regular(FigureStyle.TEXT_SIZE);
  }
}
