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

/**
 * The data: emission above fault state of the simulation (a) and of the laboratory (b), their splits shaded; below, the
 * scalograms of the training segment of each (c, d).
 */
public final class Figure1 {

  private Figure1() {
  }

  /** The recordings of a campaign's study; needs no model. */
  public static Figure of(Campaign campaign) {
    Study study = campaign.study();
    MethodSettings.Splits splits = study.method().splits();
    ScalogramSettings image = study.sampled().transfer().image();
    Split simulation = splits.simulation().of(study.simulation().recording());
    Split laboratory = splits.laboratory().of(study.laboratory().recording());
    return Figure.of(FigureStyle.TWO_COLUMNS_MM, "", List.of(
        List.of(series(simulation, "(a)", "Simulation"), series(laboratory, "(b)", "Laboratory")),
        List.of(scalograms(simulation, image, "(c)", "Simulation"),
            scalograms(laboratory, image, "(d)", "Laboratory"))));
  }

  private static PanelStack series(Split split, String tag, String kind) {
    return PanelStack.of(split.recording(), ShadedSpan.of(split), new double[0], 24, tag, title(split, kind));
  }

  private static PanelStack scalograms(Split split, ScalogramSettings image, String tag, String kind) {
    Recording training = split.training();
    ScalogramPair pair = ScalogramPair.of(training, RecordingStandardisation.of(training, image), image);
    return PanelStack.of(
        new PanelStack.Row(ScalogramPanel.of(pair.input(), training.emission().name()), 20, tag,
            title(split, kind) + ": scalograms"),
        new PanelStack.Row(ScalogramPanel.of(pair.target(), training.fault().name()), 20, "", ""));
  }

  private static String title(Split split, String kind) {
    return kind + " (" + split.recording().name() + ")";
  }
}
