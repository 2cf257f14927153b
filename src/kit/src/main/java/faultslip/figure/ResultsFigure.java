package faultslip.figure;

import faultslip.evaluate.Scores;
import faultslip.experiment.Campaign;
import faultslip.experiment.Experiment;
import faultslip.experiment.ResultRow;
import faultslip.experiment.SeedSummary;
import faultslip.experiment.TransferControl;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * MAPE of results over their seeds: fault state (a), and any time to failure (b), without what is near zero; or what is
 * cross-trained beside its controls, in windows that look ahead (a) and as nowcasts (b).
 */
public final class ResultsFigure {
  private static final String TIME_TO_FAILURE = "time-to-failure-";
  private static final String SECOND = "second-experiment-";
  private static final double PITCH = 11.5;

  private static final Sign SEED = new Sign("a seed", new Line2D.Double(), new Color(0x00, 0x72, 0xB2, 0xA0),
      new BasicStroke(4.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
  private static final Sign MEDIAN = new Sign("median (printed at the right, with the range)",
      new Line2D.Double(0, -4, 0, 4), FigureStyle.INK, new BasicStroke(1.3f));
  private static final Sign PAPER = new Sign("the paper, on its own recordings",
      AffineTransform.getRotateInstance(Math.PI / 4)
          .createTransformedShape(new Rectangle2D.Double(-2.4, -2.4, 4.8, 4.8)),
      FigureStyle.PREDICTION, FigureStyle.TRUTH_LINE);
  private static final Sign MEAN = new Sign("mean predictor", new Line2D.Double(0, -PITCH / 2, 0, PITCH / 2),
      FigureStyle.FAINT_INK, FigureStyle.DASHES);

  private ResultsFigure() {}

  /**
   * The results of a campaign, but those of controls, and of times to failure those on the laboratory's recording: a
   * page has an end. Needs all of its models.
   */
  public static Figure of(Campaign campaign) {
    String laboratory = campaign.study().laboratory().recording().name();
    return of(campaign.rows().stream().filter(row -> !isControl(row))
        .filter(row -> !isTime(row) || row.recording().equals(laboratory)).toList(), subtitle(campaign));
  }

  /** What is cross-trained, what it starts from, and the controls of it; needs their models. */
  public static Figure controls(Campaign campaign) {
    return of(subtitle(campaign), new Plot("Windows that look ahead", models(beside("", campaign)), "MAPE (%)"),
        new Plot("Nowcasts", models(beside("nowcast-", campaign)), "MAPE (%)"));
  }

  private static List<ResultRow> beside(String prefix, Campaign campaign) {
    return Stream.concat(campaign.rows(prefix + "zero-shot", prefix + "cross-trained").stream(),
        campaign.rowsOf(prefix + TransferControl.PREFIX).stream()).toList();
  }

  private static boolean isControl(ResultRow row) {
    return row.experiment().contains(TransferControl.PREFIX);
  }

  private static String subtitle(Campaign campaign) {
    return campaign.study().method().isQuick() ? campaign.remark() : "";
  }

  /** Any results, in the order given; a {@link FigureException} if there is none. */
  public static Figure of(List<ResultRow> results, String subtitle) {
    // Those of a learning curve have a figure of their own.
    List<Model> states = models(results.stream()
        .filter(row -> !isTime(row) && row.reading().learned().isEmpty()).toList());
    // The line of the mean predictor is in each plot; it needs no row of its own.
    List<Model> times = models(results.stream()
        .filter(row -> isTime(row) && !row.experiment().equals(TIME_TO_FAILURE + "mean")).toList());
    return of(subtitle, new Plot("Fault state", states, "MAPE (%)"),
        new Plot("Time to failure", times, "MAPE where there is more than a tenth of a cycle to go (%)"));
  }

  /** Models of one kind, and what lies across. */
  private record Plot(String heading, List<Model> models, String across) {}

  /** One below the other, those that have models. */
  private static Figure of(String subtitle, Plot... plots) {
    List<Plot> shown = Stream.of(plots).filter(plot -> !plot.models().isEmpty()).toList();
    double left = 10 + shown.stream().flatMap(plot -> plot.models().stream())
        .mapToDouble(model -> Lettering.width(model.name())).max()
        .orElseThrow(() -> new FigureException("No results to show; run the experiments for at least one seed."));
    List<List<Figure.Drawing>> rows = new ArrayList<>();
    for (Plot plot : shown) {
      rows.add(List.of(new DotPlot(Lettering.tag(rows.size()), plot.heading(), plot.models(), plot.across(), left)));
    }
    rows.add(List.of(new Key()));
    return Figure.of(FigureStyle.TWO_COLUMNS_MM, subtitle, rows);
  }

  private static boolean isTime(ResultRow row) {
    return row.experiment().startsWith(TIME_TO_FAILURE);
  }

  private static List<Model> models(List<ResultRow> results) {
    List<SeedSummary> summaries = SeedSummary.plain(results);
    boolean severalSimulations = SeedSummary.hasSeveralSimulations(results);
    return summaries.stream().map(summary -> {
      // What was tested on several recordings says on which.
      ResultRow row = summary.first();
      boolean several = summaries.stream().map(SeedSummary::first).filter(other ->
          other.experiment().equals(row.experiment()) && other.simulation().equals(row.simulation())).count() > 1;
      String where = several || row.experiment().startsWith(SECOND) ? " (" + row.recording() + ")" : "";
      String from = severalSimulations && !row.simulation().isEmpty() ? " from " + row.simulation() : "";
      return new Model(name(row.experiment()) + from + where, summary);
    }).toList();
  }

  /** "Second experiment: cross-trained", "Zero-shot transfer". */
  private static String name(String id) {
    String family = Stream.of(SECOND, "limited-cycle-", "baseline-").filter(id::startsWith).findFirst().orElse("");
    String title = Experiment.find(id).map(Experiment::title)
        .orElseGet(() -> spaced(id.replaceFirst("^" + TIME_TO_FAILURE, "").substring(family.length())));
    return Lettering.capitalised(family.isEmpty() ? title : spaced(family).strip() + ": " + title);
  }

  private static String spaced(String id) {
    return id.replace('-', ' ');
  }

  /** The MAPE of a model over its seeds. */
  private record Model(String name, SeedSummary summary) {

    private DoubleStream scores() {
      return summary.rows().stream().mapToDouble(row -> row.scores().mapePercent());
    }

    private OptionalDouble published() {
      return Experiment.find(summary.first().experiment()).map(Experiment::paperMape).orElse(OptionalDouble.empty());
    }

    /** "1.38 % (1.30–2.86)". */
    private String text() {
      return SeedSummary.range("%.2f", " %", summary.over(Scores::mapePercent));
    }
  }

  /** What marks a value: a shape about the origin, and its meaning. */
  private record Sign(String meaning, Shape shape, Color colour, Stroke stroke) {

    private void draw(Graphics2D g, double x, double y) {
      g.setPaint(colour);
      g.setStroke(stroke);
      g.translate(x, y);
      g.draw(shape);
      g.translate(-x, -y);
    }
  }

  /** A row a model, its name at the left and its median at the right; the axis is logarithmic. */
  private record DotPlot(String tag, String heading, List<Model> models, String across, double left)
      implements Figure.Drawing {
    private static final double RIGHT = 84;
    private static final double HEADING = 15;

    @Override
    public double height() {
      return HEADING + models.size() * PITCH + PanelStack.BOTTOM;
    }

    @Override
    public void draw(Graphics2D g, double x, double y, double width) {
      Lettering.drawHeading(g, tag, heading, x, 1, y + HEADING - 4.5);
      Rectangle2D place = new Rectangle2D.Double(x + left, y + HEADING, width - left - RIGHT, models.size() * PITCH);
      Axes axes = new Axes(place, axis(),
          new Axis(Axis.Kind.LINEAR, models.size() - 0.5, -0.5, Double.NEGATIVE_INFINITY));
      axes.grid(g, true);
      for (int i = 0; i < models.size(); i++) {
        Model model = models.get(i);
        double middle = axes.y(i);
        MEAN.draw(g, axes.x(model.summary().first().scores().meanPredictorMapePercent()), middle);
        model.scores().forEach(score -> SEED.draw(g, axes.x(score), middle));
        MEDIAN.draw(g, axes.x(model.summary().median(Scores::mapePercent)), middle);
        model.published().ifPresent(score -> PAPER.draw(g, axes.x(score), middle));
        Lettering.drawBeside(g, model.name(), place.getX() - 5 - Lettering.width(model.name()), middle);
        Lettering.drawBeside(g, model.text(), place.getMaxX() + 4, middle);
      }
      axes.frame(g, true);
      Lettering.drawCentred(g, across, place.getCenterX(), place.getMaxY() + PanelStack.LABEL);
    }

    /** All values with a margin, and no less than a factor of 3. */
    private Axis axis() {
      double[] values = models.stream().flatMapToDouble(model -> Stream.of(model.scores(), model.published().stream(),
          DoubleStream.of(model.summary().first().scores().meanPredictorMapePercent())).flatMapToDouble(each -> each))
          .sorted().toArray();
      double low = values[0] / 1.15;
      double high = values[values.length - 1] * 1.15;
      double widen = Math.max(1, Math.sqrt(3 * low / high));
      return Axis.of(Axis.Kind.LOGARITHMIC, low / widen, high * widen);
    }
  }

  private record Key() implements Figure.Drawing {
    @Override
    public double height() {
      return PITCH;
    }

    @Override
    public void draw(Graphics2D g, double x, double y, double width) {
      double at = x + 6;
      for (Sign sign : List.of(SEED, MEDIAN, PAPER, MEAN)) {
        sign.draw(g, at, y + PITCH / 2);
        at = 14 + Lettering.drawBeside(g, sign.meaning(), at + 6, y + PITCH / 2);
      }
    }
  }
}
