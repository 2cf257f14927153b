package faultslip.figure;

import faultslip.wavelet.Scalogram;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.Optional;
import org.jfree.chart.plot.XYPlot;

/**
 * A scalogram over time and scale, its cone of influence hatched.
 *
 * @param scalogram what to show: its real part
 * @param caption written into the panel, "" for none
 * @param limit coefficient at the ends of the colours, in the unit, positive; larger ones have the colour of the end
 * @param unit of the coefficients, short: "σ" if those of standard scores; "" for none
 */
public record ScalogramPanel(Scalogram scalogram, String caption, double limit, String unit) implements Panel {
  private static final double[] ROUND = {1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10};
  private static final Color CAPTION_GROUND = new Color(255, 255, 255, 215);

  /** @throws FigureException if the limit is not positive and finite */
  public ScalogramPanel {
    if (!(limit > 0) || Double.isInfinite(limit)) {
      throw new FigureException("Colours of a scalogram end at " + limit + "; give a positive number.");
    }
  }

  /** A panel of the scalogram of standard scores. */
  public ScalogramPanel(Scalogram scalogram, String caption, double limit) {
    this(scalogram, caption, limit, "σ");
  }

  /** A panel of the scalogram of standard scores, with colours that end where {@link #limitOf} says. */
  public static ScalogramPanel of(Scalogram scalogram, String caption) {
    return new ScalogramPanel(scalogram, caption, limitOf(scalogram));
  }

  /**
   * An end of the colours that shows the bulk of a scalogram: the magnitude that 1 % of its coefficients exceed,
   * rounded up; 1 if all are zero.
   */
  public static double limitOf(Scalogram scalogram) {
    double[] magnitudes = new double[scalogram.height() * scalogram.length()];
    for (int j = 0; j < scalogram.height(); j++) {
      for (int n = 0; n < scalogram.length(); n++) {
        magnitudes[j * scalogram.length() + n] = Math.abs(scalogram.real(j, n));
      }
    }
    Arrays.sort(magnitudes);
    double limit = magnitudes[(int) (0.99 * (magnitudes.length - 1))];
    if (!(limit > 0) || Double.isInfinite(limit)) {
      return 1;
    }
    double power = StrictMath.pow(10, Math.floor(StrictMath.log10(limit)));
    return Arrays.stream(ROUND).filter(round -> round * power >= limit).findFirst().orElse(10) * power;
  }

  @Override
  public double from() {
    return scalogram.clock().timeOf(0);
  }

  @Override
  public double to() {
    return scalogram.clock().timeOf(scalogram.length() - 1);
  }

  @Override
  public String label() {
    return "Scale (s)";
  }

  @Override
  public XYPlot plot(double width, double height) {
    XYPlot plot = PlotStyle.plot(new ScaleAxis(scalogram.grid()));
    plot.setRangeGridlinesVisible(false);
    plot.addAnnotation(new ScalogramImage(scalogram, limit), false);
    plot.addAnnotation(new ConeOfInfluence(scalogram), false);
    return plot;
  }

  /** The caption, in the upper left corner: the small scales there are free of hatching. */
  @Override
  public void decorate(Graphics2D g, Rectangle2D axes) {
    if (caption.isEmpty()) {
      return;
    }
    Font font = Typeface.regular(FigureStyle.TEXT_SIZE);
    double x = axes.getX() + 3;
    double y = axes.getY() + 3;
    g.setPaint(CAPTION_GROUND);
    g.fill(new Rectangle2D.Double(x, y, Lettering.width(font, caption) + 4, font.getSize2D() + 2.5));
    g.setPaint(FigureStyle.INK);
    Lettering.draw(g, font, caption, x + 2, y + font.getSize2D());
  }

  @Override
  public Optional<ColourBar> colourBar() {
    return Optional.of(new ColourBar(limit, unit));
  }
}
