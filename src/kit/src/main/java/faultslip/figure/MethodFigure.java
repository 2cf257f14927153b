package faultslip.figure;

import faultslip.ced.RecordingStandardisation;
import faultslip.ced.ScalogramPair;
import faultslip.ced.ScalogramSettings;
import faultslip.experiment.Campaign;
import faultslip.series.Recording;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * The method in pictures, on the laboratory's training segment: the emission (a) becomes a scalogram (b), the
 * encoder-decoder has to map it to that of the fault state (c), which the inverse transform takes back to a series (d).
 */
public final class MethodFigure {
  private static final double SERIES_MM = 22;
  private static final double SCALOGRAM_MM = 30;

  private MethodFigure() {
  }

  /** What the encoder-decoder has to learn. Needs no model. */
  public static Figure of(Campaign campaign) {
    Recording training = campaign.context().models().laboratory().training();
    ScalogramSettings image = campaign.study().sampled().transfer().image();
    ScalogramPair pair = ScalogramPair.of(training, RecordingStandardisation.of(training, image), image);
    String fault = training.fault().name();
    PanelStack left = PanelStack.of(
        new PanelStack.Row(LinePanel.of(training.emission(), FigureStyle.EMISSION), SERIES_MM, "(a)", "Emission"),
        new PanelStack.Row(ScalogramPanel.of(pair.input(), ""), SCALOGRAM_MM, "(b)",
            "↓ Wavelet transform: its scalogram"));
    PanelStack right = PanelStack.of(
        new PanelStack.Row(LinePanel.of(training.fault(), FigureStyle.INK), SERIES_MM, "(d)",
            "↑ Inverse transform: " + fault),
        new PanelStack.Row(ScalogramPanel.of(pair.target(), ""), SCALOGRAM_MM, "(c)",
            "Target: scalogram of " + fault));
    CedDrawing network = new CedDrawing(CedDrawing.drawable(campaign.study().sampled().transfer().network()), false);
    return Figure.of(FigureStyle.TWO_COLUMNS_MM, "", List.of(List.of(new Flow(left, right, network))));
  }

  /** A network, drawn small, between the stack whose scalogram goes in and the one whose scalogram comes out. */
  private record Flow(PanelStack left, PanelStack right, CedDrawing network) implements Drawing {
    private static final double MIDDLE = 86;
    private static final double SKETCH = 44;

    @Override
    public double height() {
      return left.height();
    }

    @Override
    public void draw(Graphics2D g, double x, double y, double width) {
      double each = (width - MIDDLE) / 2;
      double from = x + each;
      left.draw(g, x, y, each);
      right.draw(g, from + MIDDLE, y, each);
      double centre = y + height() - PanelStack.BOTTOM - SCALOGRAM_MM * FigureStyle.POINTS_PER_MM / 2;
      Rectangle2D sketch = new Rectangle2D.Double(from + 17, centre - SKETCH / 2, MIDDLE - 38, SKETCH);
      network.sketch(g, sketch);
      arrow(g, from + 1, from + 14, centre);
      arrow(g, sketch.getMaxX() + 3, from + MIDDLE - 5, centre);
      Lettering.drawCentred(g, "Encoder-decoder,", sketch.getCenterX(), sketch.getMaxY() + 10);
      Lettering.drawCentred(g, "window by window", sketch.getCenterX(), sketch.getMaxY() + 18.5);
    }

    private static void arrow(Graphics2D g, double from, double to, double y) {
      g.setPaint(FigureStyle.INK);
      g.setStroke(new BasicStroke(1.4f));
      g.draw(new Line2D.Double(from, y, to - 3, y));
      CedDrawing.head(g, to, y, 1, 0);
    }
  }
}
