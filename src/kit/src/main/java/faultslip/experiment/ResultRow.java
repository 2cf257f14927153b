package faultslip.experiment;

import faultslip.evaluate.Scores;
import java.util.OptionalDouble;

/**
 * The scores of one model on the test segment of one recording.
 *
 * @param simulation name of the simulation that was learned from; "" where none was
 * @param experiment its id: "cross-trained"
 * @param recording tested on
 * @param unit unit of MAE and RMSE, "" for a friction coefficient
 * @param leftOut samples that take no part in the MAPE, since their truth is near zero
 */
public record ResultRow(String study, String simulation, String experiment, String recording, String unit, int leftOut,
    Model model, Scores scores) {

  /**
   * By which model.
   *
   * @param key the model's key in the store, abbreviated, or its name where nothing is stored
   * @param seed of the training
   * @param validationLoss best validation loss of the training; empty where there was none
   * @param provenance of what is not a network, as the library that trained it tells; "" for a network, whose key tells
   */
  public record Model(String key, long seed, OptionalDouble validationLoss, String provenance) {
    /** What is not a network. */
    public static Model other(String name, long seed, String provenance) {
      return new Model(name, seed, OptionalDouble.empty(), provenance);
    }
  }

  public long seed() {
    return model.seed();
  }
}
