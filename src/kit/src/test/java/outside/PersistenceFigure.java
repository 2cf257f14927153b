package outside;

import faultslip.experiment.Campaign;
import faultslip.figure.CampaignFigure;
import faultslip.figure.Figure;
import faultslip.figure.Figure8;
import faultslip.figure.TitledResult;
import java.util.List;
import java.util.Optional;

/** A figure of one's own: what {@link Persistence} predicts, below what the simulation's network does. */
public final class PersistenceFigure implements CampaignFigure {

  @Override
  public String id() {
    return "persistence-figure";
  }

  @Override
  public Optional<Figure> draw(Campaign campaign) {
    return Optional.of(Figure8.of(campaign.remark(), List.of(new TitledResult("Zero-shot", campaign.median("zero-shot")),
        new TitledResult("As it was before", campaign.median("persistence")))));
  }
}
