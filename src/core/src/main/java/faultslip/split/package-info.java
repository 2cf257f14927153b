/**
 * Chronological splits of a recording into training, validation and test segments, and windows that slide inside one
 * segment. There is no shuffling anywhere: a later sample never helps to predict an earlier segment.
 *
 * <p>Depends on {@code series}.
 */
package faultslip.split;
