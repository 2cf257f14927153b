package faultslip.figure;

import faultslip.ced.CedArchitecture;
import faultslip.ced.Prediction;
import faultslip.ced.RecordingStandardisation;
import faultslip.ced.ScalogramPair;
import faultslip.ced.ScalogramSettings;
import faultslip.experiment.Campaign;
import faultslip.series.Recording;
import faultslip.wavelet.Scalogram;
import java.util.List;

/**
 * The method in pictures, on a recording: the emission (a) becomes a scalogram (b), the encoder-decoder maps it to that
 * of the fault state (c), which the inverse transform takes back to a series (d).
 */
public final class MethodFigure {

  private MethodFigure() {
  }

  /** What the encoder-decoder has to learn: the laboratory's training segment and its target. Needs no model. */
  public static Figure of(Campaign campaign) {
    Recording training = campaign.context().models().laboratory().training();
    ScalogramSettings image = campaign.study().sampled().transfer().image();
    ScalogramPair pair = ScalogramPair.of(training, RecordingStandardisation.of(training, image), image);
    return of(training, pair.input(), "Target: scalogram of ", ScalogramPanel.of(pair.target(), ""),
        TracePanel.of(training.fault(), FigureStyle.INK),
        CedDrawing.drawable(campaign.study().sampled().transfer().network()));
  }

  /** What a model says of a segment, beside the truth. */
  public static Figure of(Prediction prediction, CedArchitecture architecture) {
    // The colours of the target: an amplitude too small shows as paler.
    Panel output = new ScalogramPanel(prediction.output(), "", ScalogramPanel.limitOf(prediction.target()));
    return of(prediction.segment(), prediction.input(), "Predicted scalogram of ", output,
        SeriesPanel.of(prediction, ""), architecture);
  }

  private static Figure of(Recording recording, Scalogram input, String what, Panel output, Panel series,
      CedArchitecture architecture) {
    Panel emission = TracePanel.of(recording.emission(), FigureStyle.EMISSION);
    PanelStack left = PanelStack.of(
        new PanelStack.Row(emission, 22, "(a)", "Emission"),
        new PanelStack.Row(ScalogramPanel.of(input, ""), 30, "(b)", "↓ Wavelet transform: its scalogram"));
    PanelStack right = PanelStack.of(
        new PanelStack.Row(series, 22, "(d)", "↑ Inverse transform: " + recording.fault().name()),
        new PanelStack.Row(output, 30, "(c)", what + recording.fault().name()));
    return Figure.of(FigureStyle.TWO_COLUMNS_MM, "", List.of(List.of(new MethodFlow(left, right, architecture,
        List.of("Encoder-decoder,", "window by window")))));
  }
}
