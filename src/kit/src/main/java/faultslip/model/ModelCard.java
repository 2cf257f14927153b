package faultslip.model;

import faultslip.data.TextTable;
import faultslip.experiment.Comparison;
import faultslip.model.ModelDescription.Image;
import faultslip.model.ModelDescription.Learned;
import faultslip.model.ModelDescription.Pace;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a reader should know of a model, as Markdown. */
record ModelCard(ModelDescription model) {

  String markdown() {
    Image image = model.image();
    Pace pace = model.pace();
    Learned learned = model.origin().learned();
    return Stream.of(Stream.of("# " + escaped(model.title()), "",
        "A network of [faultslip](https://doi.org/10.1038/s41467-021-27553-5) that predicts the state of a fault from "
            + "its emission.", "",
        "## What it takes and gives", "",
        TextTable.text("- Input: %s, standardised; as an image of %d scales of %.4g to %.4g samples (%s).",
            escaped(learned.emission()), image.scales().count(),
            image.scales().smallest(), image.scales().largest(), escaped(image.wavelet())),
        TextTable.text("- Output: %s, standardised; windows of %d samples, every %d.", escaped(learned.fault()),
            image.windows().width(), image.windows().step()),
        image.isCausal() ? "- It knows nothing after the time that it predicts, and " + image.memory()
            + " samples before it." : "- It looks ahead: windows reach beyond the time that is predicted.",
        TextTable.text("- It learned from faults whose cycles have %.0f to %.0f samples, and was tested at %.0f; a "
            + "recording is looked at so that its cycles have as many%s.",
            pace.shortest(), pace.longest(), pace.usual(),
            pace.average() == 1 ? "" : ", in trailing averages of " + pace.average() + " samples"), "",
        "## What it is not for", "",
        "Warnings. It was trained on stick-slip in the laboratory or in simulations of it; of other faults nothing is "
            + "known. Its level and size come from the mean and deviation that it is given. ±1 σ is the spread of "
            + "overlapping windows, not an interval that holds the truth.", "",
        "## Scores", "",
        "| recording | amplitude | MAPE | R² | MAPE of the mean |", "|---|---|---|---|---|"),
        model.origin().scores().stream().map(score -> TextTable.text("| %s | %s | %.2f %% | %.2f | %.2f %% |",
            escaped(score.recording()), escaped(score.amplitude()), score.mapePercent(), score.r2(),
            score.meanMapePercent())),
        Stream.of("", "## Where it comes from", ""),
        lines(model.origin().facts()),
        Stream.of(TextTable.text("- training: %d steps, the best after %d, validation loss %.4f",
            model.origin().history().steps(), model.origin().history().bestStep(),
            model.origin().history().bestLoss()),
            "- network: " + escaped(model.network().toString())),
        lines(model.origin().hashes())).flatMap(stream -> stream).collect(Collectors.joining("\n", "", "\n"));
  }

  private static Stream<String> lines(Map<String, String> facts) {
    return facts.entrySet().stream().map(fact -> "- " + escaped(fact.getKey()) + ": " + escaped(fact.getValue()));
  }

  // What would end a line begins another.
  private static String escaped(String text) {
    return Comparison.inMarkdown(text.replaceAll("\\s+", " ")).replaceAll("[\\[\\]_*`]", "\\\\$0");
  }
}
