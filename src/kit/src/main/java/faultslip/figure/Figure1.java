package faultslip.figure;

import faultslip.ced.RecordingStandardisation;
import faultslip.ced.ScalogramPair;
import faultslip.ced.ScalogramSettings;
import faultslip.experiment.Campaign;
import faultslip.series.Recording;
import faultslip.split.Split;
import faultslip.study.MethodSettings;
import faultslip.study.Study;
import java.util.List;

/** Emission above fault state of simulation (a) and laboratory (b), splits shaded; training scalograms (c, d). */
public final class Figure1 {

  private Figure1() {}

  /** The recordings of a campaign's study; needs no model. */
  public static Figure of(Campaign campaign) {
    Study study = campaign.study();
    MethodSettings.Splits splits = study.method().splits();
    Split simulation = splits.simulation().of(study.simulation().recording());
    Split laboratory = splits.laboratory().of(study.laboratory().recording());
    String simulated = "Simulation (" + simulation.recording().name() + ")";
    String measured = "Laboratory (" + laboratory.recording().name() + ")";
    return Figure.of(FigureStyle.TWO_COLUMNS_MM, "", List.of(
        List.of(PanelStack.of(simulation.recording(), ShadedSpan.of(simulation), 24, "(a)", simulated),
            PanelStack.of(laboratory.recording(), ShadedSpan.of(laboratory), 24, "(b)", measured)),
        List.of(scalograms(simulation.training(), study, "(c)", simulated + ": scalograms"),
            scalograms(laboratory.training(), study, "(d)", measured + ": scalograms"))));
  }

  private static PanelStack scalograms(Recording training, Study study, String tag, String heading) {
    ScalogramPair pair = pair(training, study);
    return PanelStack.of(
        new PanelStack.Row(ScalogramPanel.of(pair.input(), training.emission().name()), 20, tag, heading),
        new PanelStack.Row(ScalogramPanel.of(pair.target(), training.fault().name()), 20, "", ""));
  }

  /** What networks that are transferred see of a segment, and what they should say. */
  static ScalogramPair pair(Recording training, Study study) {
    ScalogramSettings image = study.sampled().transfer().image();
    return ScalogramPair.of(training, RecordingStandardisation.of(training, image), image);
  }
}
