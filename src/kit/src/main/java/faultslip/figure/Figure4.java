package faultslip.figure;

import faultslip.experiment.Campaign;
import faultslip.series.FailureCatalogue;
import faultslip.series.Recording;
import faultslip.study.Study;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The recordings of the second experiment: emission above fault state of each. A study without such recordings has its
 * laboratory recording shown instead, cut by the failures detected in it (a), with its first cycles enlarged (b); the
 * line above the panels then says what is missing.
 */
public final class Figure4 {
  private static final int CYCLES = 4;

  private Figure4() {
  }

  /** The other recordings of a campaign's study; needs no model. */
  public static Figure of(Campaign campaign) {
    Study study = campaign.study();
    List<PanelStack> stacks = new ArrayList<>();
    for (Recording other : study.others().recordings()) {
      stacks.add(
          PanelStack.of(other, List.of(), new double[0], 22, Lettering.tag(stacks.size()), other.name()));
    }
    return Figure.of(FigureStyle.TWO_COLUMNS_MM, study.others().remark(),
        stacks.isEmpty() ? laboratory(study) : PanelStack.abreast(stacks));
  }

  private static List<List<PanelStack>> laboratory(Study study) {
    Recording recording = study.laboratory().recording();
    FailureCatalogue failures = study.laboratory().criterion().map(criterion -> criterion.find(recording.fault()))
        .orElse(new FailureCatalogue(List.of()));
    List<List<PanelStack>> rows = new ArrayList<>();
    rows.add(List.of(PanelStack.of(recording, List.of(), failures.times(), 24, "(a)",
        "Laboratory (" + recording.name() + "): " + text(study, failures))));
    if (failures.size() > 1) {
      rows.add(List.of(PanelStack.of(firstCycles(recording, failures), List.of(), failures.times(), 24, "(b)",
          "Its first cycles")));
    }
    return rows;
  }

  /** "26 failures (lines), 9.63 s apart on average". */
  private static String text(Study study, FailureCatalogue failures) {
    if (study.laboratory().criterion().isEmpty()) {
      return "what a failure is, is not known";
    }
    String count = failures.size() == 1 ? "1 failure" : failures.size() + " failures";
    return failures.size() < 2 ? count
        : String.format(Locale.ROOT, "%s (lines), %.2f s apart on average", count, failures.meanRecurrence());
  }

  /** From half a cycle before the first failure to half a cycle after the last shown, as far as there is data. */
  private static Recording firstCycles(Recording recording, FailureCatalogue failures) {
    int last = Math.min(CYCLES, failures.size() - 1);
    int half = (int) (failures.meanRecurrence() / recording.clock().interval() / 2);
    return recording.slice(Math.max(0, failures.failures().get(0).sample() - half),
        Math.min(recording.length(), failures.failures().get(last).sample() + half));
  }
}
