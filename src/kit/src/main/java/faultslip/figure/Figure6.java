package faultslip.figure;

import faultslip.data.TextTable;
import faultslip.experiment.Campaign;
import faultslip.experiment.LimitedCycle;
import faultslip.experiment.LimitedCycle.LimitedCycleSettings;
import faultslip.series.Recording;
import faultslip.split.Segment;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

/**
 * What is learned of one seismic cycle: the laboratory's training segment with the two halves of its first whole cycle
 * shaded (a), and each half enlarged, divided into training and validation (b, c). Emission above fault state.
 */
public final class Figure6 {

  private Figure6() {}

  /** The cycle of a study that says what a failure is, else a {@link faultslip.FaultslipException}; needs no model. */
  public static Figure of(Campaign campaign) {
    Recording training = campaign.context().models().laboratory().training();
    LimitedCycleSettings settings = LimitedCycle.POST_FAILURE.learned(campaign.context()).settings();
    int refinement = settings.refinement();
    List<ShadedSpan> halves = new ArrayList<>();
    List<PanelStack> enlarged = new ArrayList<>();
    for (LimitedCycle half : LimitedCycle.values()) {
      Segment segment = half.learned(campaign.context()).segment();
      Color shade = half == LimitedCycle.POST_FAILURE ? FigureStyle.POST_FAILURE : FigureStyle.PRE_FAILURE;
      halves.add(ShadedSpan.of(half.title(), training.clock(), segment, shade));
      Recording piece = training.refined(refinement).slice(segment.from() * refinement, segment.to() * refinement);
      enlarged.add(PanelStack.of(piece, ShadedSpan.of(settings.split().of(piece)), 24,
          Lettering.tag(1 + enlarged.size()), Lettering.capitalised(half.title()) + " half"));
    }
    PanelStack whole = PanelStack.of(training, halves, 24, "(a)",
        "Laboratory (" + training.name() + "): training segment, its first whole cycle shaded");
    double interval = training.clock().interval() / refinement;
    String sampling = refinement == 1 ? "" : TextTable.text(", on samples interpolated to %.3g Hz", 1 / interval);
    String windows = TextTable.text("Split %s; windows of %.2f s every %.2f s%s.", settings.split(),
        settings.windows().width() * interval, settings.windows().step() * interval, sampling);
    return Figure.of(FigureStyle.TWO_COLUMNS_MM, windows, List.of(List.of(whole), enlarged));
  }
}
