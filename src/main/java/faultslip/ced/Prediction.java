package faultslip.ced;

import faultslip.series.Recording;
import faultslip.series.Series;
import faultslip.wavelet.Scalogram;

/**
 * What a model says of a segment of a recording, beside the truth.
 *
 * @param segment the recording's segment: emission and true fault state
 * @param input scalogram of the standardised emission
 * @param target scalogram of the standardised true fault state
 * @param output predicted scalogram, the average over overlapping windows
 * @param fault predicted fault state: the output inverted and de-standardised, in the fault's unit
 * @param deviation standard deviation of the fault state over the overlapping windows (±1 σ), in the fault's unit
 */
public record Prediction(Recording segment, Scalogram input, Scalogram target, Scalogram output,
    Series fault, Series deviation) {
}
