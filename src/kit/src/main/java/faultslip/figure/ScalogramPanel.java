package faultslip.figure;

import faultslip.series.Clock;
import faultslip.wavelet.ScaleGrid;
import faultslip.wavelet.Scalogram;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The real part of a scalogram over time and scale, smallest scale on top, its cone of influence hatched, with a
 * caption, "" for none. Coefficients beyond the limit, positive, have the colours' ends; their unit, short, since there
 * is little room, is "σ", the training data's deviation, for standard scores, "" for none.
 */
record ScalogramPanel(BufferedImage image, Frame frame, String caption, double limit, String unit)
    implements PanelStack.Panel {
  private static final double[] ROUND = {1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10};
  private static final Color CAPTION_GROUND = new Color(255, 255, 255, 215);
  private static final Color CONE = new Color(0x40, 0x40, 0x40, 0xB0);
  /** Between hatch lines, along the time axis, in points. */
  private static final double HATCH_SPACING = 4.5;
  private static final double KEY_GAP = 4;
  private static final double KEY_WIDTH = 6;
  private static final int KEY_STEPS = 256;
  private static final int MOST_COLUMNS = 1600;
  private static final int LEAST_ROWS = 128;

  /**
   * What is kept of a scalogram beside its picture: all of it may take a good part of memory.
   *
   * @param cone largest scale without edge effects at each time, in seconds
   */
  @SuppressWarnings("ArrayRecordComponent") // Nobody compares two of them.
  record Frame(Clock clock, ScaleGrid grid, double[] cone) {}

  ScalogramPanel(Scalogram scalogram, String caption, double limit, String unit) {
    this(image(scalogram, limit), new Frame(scalogram.clock(), scalogram.grid(), scalogram.coneOfInfluence()), caption,
        limit, unit);
  }

  /** A panel of the scalogram of standard scores, with colours that end where {@link #limitOf} says. */
  static ScalogramPanel of(Scalogram scalogram, String caption) {
    return new ScalogramPanel(scalogram, caption, limitOf(scalogram), "σ");
  }

  /** An end of the colours: the magnitude that 1 % of coefficients exceed, rounded up; 1 if that is 0 or no number. */
  static double limitOf(Scalogram scalogram) {
    int length = scalogram.length();
    double[] magnitudes = IntStream.range(0, scalogram.height() * length)
        .mapToDouble(i -> Math.abs(scalogram.real(i / length, i % length))).sorted().toArray();
    double limit = magnitudes[(int) (0.99 * (magnitudes.length - 1))];
    double power = StrictMath.pow(10, Math.floor(StrictMath.log10(limit)));
    return limit > 0 && limit < Double.POSITIVE_INFINITY
        ? Arrays.stream(ROUND).filter(round -> round * power >= limit).findFirst().orElse(10) * power : 1;
  }

  @Override
  public ValueRange range() {
    return new ValueRange(frame.clock.timeOf(0), frame.clock.timeOf(frame.cone.length - 1));
  }

  @Override
  public String label() {
    return "Scale (s)";
  }

  /** Half a row beyond the first and the last scale: rows are cells about their scale. */
  @Override
  public Axis axis(double width, double height) {
    double largest = frame.grid.scale(frame.grid.count() - 1);
    double half = StrictMath.pow(2, 0.5 * frame.grid.spacing());
    return Axis.of(Axis.Kind.LOGARITHMIC, largest * half, frame.grid.smallest() / half);
  }

  @Override
  public void draw(Graphics2D g, Axes axes) {
    double half = frame.clock.interval() / 2;
    double left = axes.x(range().low() - half);
    Rectangle2D place = axes.place();
    draw(g, image, left, place.getY(), axes.x(range().high() + half) - left, place.getHeight());
    Shape clip = g.getClip();
    Path2D cone = cone(axes);
    g.clip(cone);
    g.setPaint(CONE);
    g.setStroke(FigureStyle.GRID_LINE);
    for (double x = place.getX() - place.getHeight(); x < place.getMaxX(); x += HATCH_SPACING) {
      g.draw(new Line2D.Double(x, place.getMaxY(), x + place.getHeight(), place.getY()));
    }
    g.setClip(clip);
    g.setStroke(FigureStyle.MARK_LINE);
    g.draw(cone);
    if (!caption.isEmpty()) {
      // In the upper left corner the small scales are free of hatching.
      g.setPaint(CAPTION_GROUND);
      g.fill(new Rectangle2D.Double(place.getX() + 3, place.getY() + 3, Lettering.width(caption) + 4,
          FigureStyle.TEXT_SIZE + 2.5));
      Lettering.drawBeside(g, caption, place.getX() + 5, place.getY() + 3 + 0.65 * FigureStyle.TEXT_SIZE);
    }
  }

  // Between scales they are interpolated; of many columns, neighbours are averaged.
  private static BufferedImage image(Scalogram scalogram, double limit) {
    int columns = Math.min(scalogram.length(), MOST_COLUMNS);
    int fold = Math.max(1, (LEAST_ROWS + scalogram.height() - 1) / scalogram.height());
    int rows = fold * scalogram.height();
    BufferedImage image = new BufferedImage(columns, rows, BufferedImage.TYPE_BYTE_INDEXED, ColourMap.palette());
    for (int c = 0; c < columns; c++) {
      int from = (int) ((long) c * scalogram.length() / columns);
      int to = (int) ((c + 1L) * scalogram.length() / columns);
      double[] column = new double[scalogram.height()];
      Arrays.setAll(column,
          j -> IntStream.range(from, to).mapToDouble(n -> scalogram.real(j, n)).average().orElseThrow());
      for (int r = 0; r < rows; r++) {
        double position = Math.max(0, Math.min(column.length - 1, (r + 0.5) / fold - 0.5));
        int below = (int) Math.min(position, column.length - 2);
        double value = column[below] + (position - below) * (column[below + 1] - column[below]);
        image.getRaster().setSample(c, r, 0, ColourMap.index(value / limit));
      }
    }
    return image;
  }

  /** The closed region of edge effects (Torrence &amp; Compo 1998, section 3g), its lower edge clipped away. */
  Path2D cone(Axes axes) {
    double bottom = 2 * axes.up().start();
    List<Point2D> edge = new ArrayList<>(List.of(new Point2D.Double(range().low(), bottom)));
    double[] largest = frame.cone;
    for (int n = 0; n < largest.length; n++) {
      double beside = Math.min(largest[Math.max(0, n - 1)], largest[Math.min(n + 1, largest.length - 1)]);
      // Far from both ends it is out of sight, however many samples are there.
      if (Math.min(beside, largest[n]) < bottom) {
        edge.add(new Point2D.Double(frame.clock.timeOf(n), Math.max(axes.up().end(), Math.min(bottom, largest[n]))));
      }
    }
    edge.add(new Point2D.Double(range().high(), bottom));
    Path2D cone = axes.path(edge);
    cone.closePath();
    return cone;
  }

  @Override
  public double keyRoom() {
    return 31;
  }

  /** The colours from −limit to +limit as a bar, with three ticks at its right. */
  @Override
  public void drawKey(Graphics2D g, Axes axes) {
    Rectangle2D bar = new Rectangle2D.Double(axes.place().getMaxX() + KEY_GAP, axes.place().getY(), KEY_WIDTH,
        axes.place().getHeight());
    BufferedImage ramp = new BufferedImage(1, KEY_STEPS, BufferedImage.TYPE_BYTE_INDEXED, ColourMap.palette());
    for (int i = 0; i < KEY_STEPS; i++) {
      ramp.getRaster().setSample(0, i, 0, ColourMap.index(1 - 2 * (i + 0.5) / KEY_STEPS));
    }
    draw(g, ramp, bar.getX(), bar.getY(), KEY_WIDTH, bar.getHeight());
    g.setPaint(FigureStyle.INK);
    g.setStroke(FigureStyle.AXIS_LINE);
    g.draw(bar);
    String end = new BigDecimal(limit).round(new MathContext(2)).stripTrailingZeros().toPlainString()
        + (unit.isEmpty() ? "" : "\u2009" + unit);
    // From top to bottom; the labels at the ends stay beside the bar.
    for (int i = -1; i <= 1; i++) {
      double y = bar.getCenterY() + i * bar.getHeight() / 2;
      g.draw(new Line2D.Double(bar.getMaxX(), y, bar.getMaxX() + Axes.TICK, y));
      Lettering.drawBeside(g, i == 0 ? "0" : i < 0 ? end : "−" + end, bar.getMaxX() + Axes.TICK + 1.5,
          y - i * 0.36 * FigureStyle.TEXT_SIZE);
    }
  }

  private static void draw(Graphics2D g, BufferedImage image, double x, double y, double width, double height) {
    g.drawImage(image, new AffineTransform(width / image.getWidth(), 0, 0, height / image.getHeight(), x, y), null);
  }
}
