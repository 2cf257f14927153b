package faultslip.figure;

import faultslip.experiment.Campaign;
import faultslip.series.Recording;
import faultslip.split.Split;
import faultslip.study.MethodSettings;
import faultslip.study.SampledMethod;
import faultslip.study.Study;
import faultslip.wavelet.Scalogram;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The data: emission above fault state of the simulation (a) and of the laboratory (b), their splits shaded; below,
 * where given, the scalograms of a piece of each (c, d).
 */
public final class Figure1 {

  private Figure1() {
  }

  /** The recordings of a study, and the scalograms of their training segments. */
  public static Figure of(Campaign campaign) {
    Study study = campaign.study();
    MethodSettings.Splits splits = study.method().splits();
    SampledMethod method = study.sampled();
    return of(overview("Simulation", splits.simulation().of(study.simulation().recording()), method),
        overview("Laboratory", splits.laboratory().of(study.laboratory().recording()), method));
  }

  private static Overview overview(String kind, Split split, SampledMethod method) {
    return Overview.of(kind + " (" + split.recording().name() + ")", split, method.transfer().image());
  }

  /** The figure, two columns wide. */
  public static Figure of(Overview simulation, Overview laboratory) {
    return of(simulation, laboratory, "");
  }

  /** The figure with a remark above the panels. */
  public static Figure of(Overview simulation, Overview laboratory, String subtitle) {
    List<List<PanelStack>> rows = new ArrayList<>();
    rows.add(List.of(series(simulation, "(a)"), series(laboratory, "(b)")));
    List<PanelStack> pieces = new ArrayList<>();
    for (Overview overview : List.of(simulation, laboratory)) {
      scalograms(overview, pieces.isEmpty() ? "(c)" : "(d)").ifPresent(pieces::add);
    }
    if (!pieces.isEmpty()) {
      rows.add(pieces);
    }
    return Figure.of(FigureStyle.TWO_COLUMNS_MM, subtitle, rows);
  }

  private static PanelStack series(Overview overview, String tag) {
    Recording recording = overview.recording();
    return PanelStack.of(
        new PanelStack.Row(new TracePanel(recording.emission(), FigureStyle.EMISSION, overview.splits(), true), 24, tag,
            overview.title()),
        PanelStack.Row.of(new TracePanel(recording.fault(), FigureStyle.INK, overview.splits(), false), 24));
  }

  private static Optional<PanelStack> scalograms(Overview overview, String tag) {
    List<PanelStack.Row> rows = new ArrayList<>();
    String heading = overview.title() + ": scalograms";
    overview.input().ifPresent(s -> rows.add(row(s, overview.recording().emission().name(), tag, heading)));
    overview.target().ifPresent(s -> rows.add(row(s, overview.recording().fault().name(),
        rows.isEmpty() ? tag : "", rows.isEmpty() ? heading : "")));
    return rows.isEmpty() ? Optional.empty() : Optional.of(new PanelStack(rows));
  }

  private static PanelStack.Row row(Scalogram scalogram, String caption, String tag, String heading) {
    return new PanelStack.Row(ScalogramPanel.of(scalogram, caption), 20, tag, heading);
  }
}
