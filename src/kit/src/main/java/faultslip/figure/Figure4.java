package faultslip.figure;

import faultslip.experiment.Campaign;
import faultslip.series.FailureCatalogue;
import faultslip.series.Recording;
import faultslip.study.Study;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The recordings of the second experiment: emission above fault state of each. A study without such recordings has its
 * laboratory recording shown instead, cut by the failures detected in it (a), with its first cycles enlarged (b); the
 * line above the panels then says what is missing.
 */
public final class Figure4 {
  private static final int CYCLES = 4;

  private Figure4() {}

  /** The other recordings of a campaign's study; needs no model. */
  public static Figure of(Campaign campaign) {
    Study study = campaign.study();
    List<Recording> others = study.others().recordings();
    List<PanelStack> stacks = IntStream.range(0, others.size()).mapToObj(i ->
        PanelStack.of(others.get(i), List.of(), 22, Lettering.tag(i), others.get(i).name())).toList();
    return Figure.of(FigureStyle.TWO_COLUMNS_MM, study.others().remark(),
        stacks.isEmpty() ? laboratory(study.laboratory()) : PanelStack.abreast(stacks));
  }

  private static List<List<PanelStack>> laboratory(Study.Laboratory laboratory) {
    Recording recording = laboratory.recording();
    FailureCatalogue failures = laboratory.criterion().map(criterion -> criterion.find(recording.fault()))
        .orElse(new FailureCatalogue(List.of()));
    String found = laboratory.criterion().isEmpty() ? "what a failure is, is not known"
        : failures.size() == 1 ? "1 failure" : failures.size() + " failures";
    String apart = failures.size() < 2 ? ""
        : String.format(Locale.ROOT, " (lines), %.2f s apart on average", failures.meanRecurrence());
    PanelStack whole = PanelStack.of(recording, List.of(), 24, "(a)",
        "Laboratory (" + recording.name() + "): " + found + apart, failures.times());
    if (failures.size() < 2) {
      return List.of(List.of(whole));
    }
    // From half a cycle before the first failure to half a cycle after the last shown, as far as there is data.
    int last = Math.min(CYCLES, failures.size() - 1);
    int half = (int) (failures.meanRecurrence() / recording.clock().interval() / 2);
    Recording cycles = recording.slice(Math.max(0, failures.failures().get(0).sample() - half),
        Math.min(recording.length(), failures.failures().get(last).sample() + half));
    return List.of(List.of(whole),
        List.of(PanelStack.of(cycles, List.of(), 24, "(b)", "Its first cycles", failures.times())));
  }
}
