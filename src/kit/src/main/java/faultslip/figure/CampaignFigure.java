package faultslip.figure;

import faultslip.ServiceRegistry;
import faultslip.experiment.Campaign;
import java.util.Optional;

/**
 * A figure of a campaign's results. One's own is a class with a public constructor without arguments and a line in
 * {@code META-INF/services/faultslip.figure.CampaignFigure}: {@code ./reproduce} then draws it beside the kit's own,
 * and notebooks by {@code bench.figure(id)}.
 */
public interface CampaignFigure {

  /** What its files are called, unique: "figure5". */
  String id();

  /** Draws it; empty if the study has nothing to show in it. */
  Optional<Figure> draw(Campaign campaign);

  /** Those that others bring. */
  static ServiceRegistry<CampaignFigure> others() {
    return ServiceRegistry.of(CampaignFigure.class, "figure", CampaignFigure::id);
  }
}
