package faultslip.experiment;

import faultslip.ced.Ced;
import faultslip.ced.LatentStart;
import faultslip.series.Recording;
import faultslip.study.Study;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What carries the transfer: networks that learn from the same laboratory data as what is cross-trained, by the same
 * settings, and differ from it in one thing. If they do as well, that thing is not what carries it.
 */
public enum TransferControl {
  /** Encoder and decoder are random, and stay so. */
  RANDOM("random", "random encoder and decoder"),
  /** The decoder is random. */
  ENCODER_ALONE("encoder-alone", "encoder of the simulation, random decoder"),
  /** The encoder is random. */
  DECODER_ALONE("decoder-alone", "decoder of the simulation, random encoder"),
  /** The latent space starts from the simulation's if it is drawn afresh elsewhere, and the other way round. */
  OTHER_LATENT_START("other-latent-start", "latent space from its other start"),
  /** Encoder and decoder go on learning, too. */
  FINE_TUNED("fine-tuned", "all parts fine-tuned"),
  /** All parts learn from the laboratory data, from random weights. */
  NOTHING_BEFORE("nothing-before", "nothing learned before"),
  /** What the simulation taught has its friction half a recording away from its emission. */
  SHIFTED_FRICTION("shifted-friction", "from a simulation whose friction is shifted");

  /** What their ids begin with, behind that of a nowcast. */
  public static final String PREFIX = "control-";

  private final String word;
  private final String title;

  TransferControl(String word, String title) {
    this.word = word;
    this.title = title;
  }

  String id() {
    return PREFIX + word;
  }

  String title() {
    return title;
  }

  boolean hasSimulation() {
    return this != RANDOM && this != NOTHING_BEFORE;
  }

  LatentStart start(LatentStart usual) {
    return this != OTHER_LATENT_START ? usual
        : usual == LatentStart.FRESH ? LatentStart.TRAINED : LatentStart.FRESH;
  }

  /** The network whose encoder and decoder are frozen. */
  Ced frozen(Ced random, Ced learned) {
    return switch (this) {
      case ENCODER_ALONE -> random.with(Ced.Part.ENCODER, learned);
      case DECODER_ALONE -> random.with(Ced.Part.DECODER, learned);
      default -> learned;
    };
  }

  /** A recording whose fault state is moved by half its length against its emission; its end comes first. */
  static Recording shifted(Recording recording) {
    double[] fault = recording.fault().values();
    double[] moved = new double[fault.length];
    Arrays.setAll(moved, n -> fault[(n + fault.length / 2) % fault.length]);
    return new Recording(recording.name(), recording.emission(), recording.fault().with(moved));
  }

  /** All of them as experiments on the laboratory fault's state, in windows that look ahead and as nowcasts. */
  static Stream<Experiment> experiments() {
    return Stream.of(LookAhead.WINDOW, LookAhead.NONE).flatMap(lookAhead ->
        Stream.of(values()).map(control -> new Tested(control, lookAhead)));
  }

  /** A control as an experiment. */
  private record Tested(TransferControl control, LookAhead lookAhead) implements Experiment {

    @Override
    public String id() {
      return lookAhead.prefix() + control.id();
    }

    @Override
    public String title() {
      return lookAhead.title(control.title);
    }

    @Override
    public Optional<String> obstacle(Study study) {
      return target().obstacle(study).or(() -> lookAhead.obstacle(study));
    }

    @Override
    public boolean hasSimulation() {
      return control.hasSimulation();
    }

    @Override
    public List<StudyModel> models(ExperimentContext context, long seed) {
      return List.of(target().of(context, lookAhead).models().control(control, seed));
    }

    @Override
    public List<Result> run(ExperimentContext context, long seed) {
      Target.Tests tests = target().of(context, lookAhead);
      return context.results(this, tests.models().control(control, seed), seed, tests.models().predictor(),
          tests.segments().stream());
    }
  }
}
