package faultslip.experiment;

import faultslip.evaluate.Scores;

/**
 * The scores of one model on one recording.
 *
 * @param study name of the study
 * @param experiment which experiment: "cross-trained"
 * @param recording the recording tested on
 * @param unit unit of MAE and RMSE, "" for a friction coefficient
 * @param model the model's key in the store, abbreviated
 * @param seed seed of the training
 * @param scores on the test segment
 */
public record ResultRow(String study, String experiment, String recording, String unit, String model, long seed, Scores scores) {}
