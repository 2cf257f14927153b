package faultslip.figure;

import faultslip.experiment.Campaign;
import faultslip.experiment.LimitedCycle;
import faultslip.experiment.LimitedCycle.CyclePart;
import faultslip.experiment.LimitedCycle.LimitedCycleSettings;
import faultslip.series.Clock;
import faultslip.series.Recording;
import faultslip.split.Segment;
import faultslip.split.Split;
import java.awt.Color;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What is learned of one seismic cycle: the laboratory's training segment with the two halves of its first whole cycle
 * shaded (a), and each half enlarged, divided into training and validation (b, c). Emission above fault state.
 */
public final class Figure6 {

  private Figure6() {
  }

  /**
   * The cycle of a campaign's study; needs no model.
   *
   * @throws FigureException if the study does not say what a failure is
   */
  public static Figure of(Campaign campaign) {
    if (!campaign.study().hasFailures()) {
      throw FigureException.withoutFailures(campaign.study());
    }
    Map<CyclePart, Segment> parts = new EnumMap<>(CyclePart.class);
    for (CyclePart part : CyclePart.values()) {
      parts.put(part, new LimitedCycle(part).segment(campaign.context()));
    }
    return of(campaign.context().models().laboratory().training(), parts, LimitedCycle.settings(campaign.context()));
  }

  /**
   * The cycle of a training segment.
   *
   * @param training the laboratory's training segment
   * @param parts its samples that are learned from
   * @param settings windows, refinement and split of the learning
   * @throws faultslip.FaultslipException if there is no part, or one lies outside the segment
   */
  public static Figure of(Recording training, Map<CyclePart, Segment> parts, LimitedCycleSettings settings) {
    List<ShadedSpan> halves = new ArrayList<>();
    List<PanelStack> enlarged = new ArrayList<>();
    for (Map.Entry<CyclePart, Segment> part : parts.entrySet()) {
      halves.add(ShadedSpan.of(part.getKey().id(), training.clock(), part.getValue(), shade(part.getKey())));
      enlarged.add(enlarged(training, part.getKey(), part.getValue(), settings, Lettering.tag(1 + enlarged.size())));
    }
    PanelStack whole = stack(training, halves, "(a)", "Laboratory (" + training.name()
        + "): training segment, its first whole cycle shaded");
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

  private static PanelStack enlarged(Recording training, CyclePart part, Segment segment, LimitedCycleSettings settings,
      String tag) {
    int refinement = settings.refinement();
    Recording piece = training.refined(refinement).slice(segment.from() * refinement, segment.to() * refinement);
    Split split = settings.split().of(piece);
    return stack(piece, ShadedSpan.of(split), tag, Lettering.capitalised(part.id()) + " half");
  }

  private static PanelStack stack(Recording recording, List<ShadedSpan> spans, String tag, String heading) {
    return PanelStack.of(
        new PanelStack.Row(new TracePanel(recording.emission(), FigureStyle.EMISSION, spans, true), 24, tag, heading),
        PanelStack.Row.of(new TracePanel(recording.fault(), FigureStyle.INK, spans, false), 24));
  }

  private static Color shade(CyclePart part) {
    return part == CyclePart.POST_FAILURE ? FigureStyle.POST_FAILURE : FigureStyle.PRE_FAILURE;
  }
}
