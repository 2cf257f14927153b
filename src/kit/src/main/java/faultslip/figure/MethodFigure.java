package faultslip.figure;

import faultslip.ced.CedArchitecture;
import faultslip.ced.ScalogramPair;
import faultslip.experiment.Campaign;
import faultslip.series.Recording;
import java.util.List;

/**
 * The method in pictures, on the laboratory's training segment: the emission (a) becomes a scalogram (b), the
 * encoder-decoder has to map it to that of the fault state (c), which the inverse transform takes back to a series (d).
 */
public final class MethodFigure {

  private MethodFigure() {}

  /** What the encoder-decoder has to learn, without a model; a {@link FigureException} if the network is no such. */
  public static Figure of(Campaign campaign) {
    if (!(campaign.study().sampled().transfer().network() instanceof CedArchitecture network)) {
      throw new FigureException("Network " + campaign.study().sampled().transfer().network()
          + " cannot be drawn; a convolutional encoder-decoder (kind 'ced') can.");
    }
    Recording training = campaign.context().models().laboratory().training();
    ScalogramPair pair = Figure1.pair(training, campaign.study());
    String fault = training.fault().name();
    PanelStack left = PanelStack.of(
        new PanelStack.Row(LinePanel.of(training.emission(), FigureStyle.EMISSION), 22, "(a)", "Emission"),
        new PanelStack.Row(ScalogramPanel.of(pair.input(), ""), 30, "(b)", "↓ Wavelet transform: its scalogram"));
    PanelStack right = PanelStack.of(
        new PanelStack.Row(LinePanel.of(training.fault(), FigureStyle.INK), 22, "(d)", "↑ Inverse transform: " + fault),
        new PanelStack.Row(ScalogramPanel.of(pair.target(), ""), 30, "(c)", "Target: scalogram of " + fault));
    return Figure.of(FigureStyle.TWO_COLUMNS_MM,
        "Encoder-decoder, below: it maps the scalogram (b) to the scalogram (c), window by window.",
        List.of(List.of(left, right), List.of(new ArchitectureFigure.Blocks(network, false))));
  }
}
