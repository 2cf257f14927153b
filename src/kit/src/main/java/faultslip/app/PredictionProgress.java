package faultslip.app;

import faultslip.experiment.CampaignRows;
import java.io.PrintStream;

/** How far the predictions are; quiet where it takes no time. */
final class PredictionProgress implements CampaignRows.Progress {
  private final ProgressLine line;

  /** @param interactive whether somebody watches a terminal */
  PredictionProgress(boolean interactive, PrintStream out) {
    line = new ProgressLine(interactive, out, 10);
  }

  @Override
  public void done(int part, int parts) {
    String text = "Predicting: " + part + " of " + parts;
    if (part < parts) {
      line.say(text);
    } else {
      line.end(text);
    }
  }
}
