package faultslip.app;

import faultslip.ced.RecordingStandardisation;
import faultslip.ced.ScalogramPair;
import faultslip.experiment.Campaign;
import faultslip.experiment.Experiment;
import faultslip.experiment.ExperimentResult;
import faultslip.experiment.TransferChain;
import faultslip.figure.Figure1;
import faultslip.figure.Figure2;
import faultslip.figure.Figure3;
import faultslip.figure.Overview;
import faultslip.figure.PanelScore;
import faultslip.figure.Span;
import faultslip.series.Recording;
import faultslip.split.Segment;
import faultslip.split.Split;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Figures 1 to 3 from the results of the core chain. Where one seed has to stand for all, it is that of median MAPE. */
final class CoreFigures {
  private CoreFigures() {}

  /** Writes the three figures as PNG and SVG; returns their names. */
  static List<String> save(Path folder, TransferChain chain, Map<Experiment, List<ExperimentResult>> results, boolean quick) {
    Figure1.of(overview("Simulation", chain.study().simulation(), chain.settings().simulationSplit().of(chain.study().simulation()), chain),
        overview("Laboratory", chain.study().laboratory(), chain.settings().laboratorySplit().of(chain.study().laboratory()), chain))
        .save(folder, "figure1");
    ExperimentResult baseline = Campaign.median(results.get(Experiment.SIMULATION_BASELINE));
    Figure2.of(baseline.prediction(), score(baseline), remark(results, quick)).save(folder, "figure2");
    List<Figure3.Block> blocks = Stream.of(Experiment.LAB_ONLY, Experiment.ZERO_SHOT, Experiment.CROSS_TRAINED)
        .map(experiment -> block(Campaign.median(results.get(experiment)))).toList();
    Figure3.of(remark(results, quick), blocks).save(folder, "figure3");
    return List.of("figure1", "figure2", "figure3");
  }

  private static Overview overview(String kind, Recording recording, Split split, TransferChain chain) {
    var scalogram = chain.settings().scalogram();
    RecordingStandardisation standardisation = RecordingStandardisation.of(split.training(), scalogram);
    ScalogramPair training = ScalogramPair.of(split.training(), standardisation, scalogram);
    return Overview.of(kind + " (" + recording.name() + ")", recording, List.of(
            span("train", recording, split.train()), span("validation", recording, split.validation()),
            span("test", recording, split.test().orElseThrow())))
        .with(training.input(), training.target());
  }

  private static Span span(String label, Recording recording, Segment segment) {
    return new Span(label, recording.clock().timeOf(segment.from()), recording.clock().timeOf(segment.to()));
  }

  private static Figure3.Block block(ExperimentResult result) {
    String title = result.experiment().title();
    return new Figure3.Block(Character.toUpperCase(title.charAt(0)) + title.substring(1), result.prediction(), score(result));
  }

  private static PanelScore score(ExperimentResult result) {
    return new PanelScore(result.scores().mapePercent(), result.scores().r2());
  }

  private static String remark(Map<Experiment, List<ExperimentResult>> results, boolean quick) {
    int seeds = results.get(Experiment.LAB_ONLY).size();
    String remark = seeds == 1 ? "One seed." : "Of " + seeds + " seeds, that of median MAPE.";
    return quick ? "A quick run: its numbers mean nothing." : remark;
  }
}
