package faultslip.figure;

import faultslip.experiment.Campaign;
import faultslip.experiment.LimitedCycle;
import faultslip.experiment.LimitedCycle.LimitedCycleSettings;
import faultslip.series.Clock;
import faultslip.series.Recording;
import faultslip.split.Segment;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What is learned of one seismic cycle: the laboratory's training segment with the two halves of its first whole cycle
 * shaded (a), and each half enlarged, divided into training and validation (b, c). Emission above fault state.
 */
public final class Figure6 {
  private static final double[] NO_MARKS = {};

  private Figure6() {
  }

  /**
   * The cycle of a campaign's study; needs no model.
   *
   * @throws FigureException if the study does not say what a failure is
   */
  public static Figure of(Campaign campaign) {
    FigureException.requireFailures(campaign.study());
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
      enlarged.add(PanelStack.of(piece, ShadedSpan.of(settings.split().of(piece)), NO_MARKS, 24,
          Lettering.tag(1 + enlarged.size()), Lettering.capitalised(half.title()) + " half"));
    }
    PanelStack whole = PanelStack.of(training, halves, NO_MARKS, 24, "(a)",
        "Laboratory (" + training.name() + "): training segment, its first whole cycle shaded");
    return Figure.of(FigureStyle.TWO_COLUMNS_MM, windows(training.clock(), settings),
        List.of(List.of(whole), enlarged));
  }

  /** How the windows lie in the half cycles. */
  private static String windows(Clock clock, LimitedCycleSettings settings) {
    double interval = clock.interval() / settings.refinement();
    return String.format(Locale.ROOT, "Split %s; windows of %.2f s every %.2f s", settings.split(),
        settings.windows().width() * interval, settings.windows().step() * interval)
        + (settings.refinement() == 1
            ? "." : String.format(Locale.ROOT, ", on samples interpolated to %.3g Hz.", 1 / interval));
  }
}
